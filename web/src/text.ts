// What programs write and what Python calls str is bytes, mostly UTF-8. In JavaScript it is a string in which a byte that
// is no UTF-8 stands as the lone surrogate U+DC00 + byte, as Python's "surrogateescape" has it (PEP 383) and as
// runtime/protocol's Text is written in JSON. So nothing is lost, either way.

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Bytes to a string; no two sequences of bytes give the same string. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return decodeParts(bytes);
  }
}

function decodeParts(bytes: Uint8Array): string {
  let out = "";
  let begin = 0; // of what is valid and not yet in out
  let at = 0;
  while (at < bytes.length) {
    const size = sequenceLength(bytes, at);
    if (size > 0) {
      at += size;
      continue;
    }
    out += strict.decode(bytes.subarray(begin, at)) + String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    begin = ++at;
  }
  return out + strict.decode(bytes.subarray(begin));
}

/** The length of the UTF-8 sequence at an offset, by table 3-7 of the Unicode standard; 0 if there is none, -1 if it is cut off. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const size = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  if (size === 0) return 0;
  let low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  let high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  for (let i = 1; i < size; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return -1;
    if (byte < low || byte > high) return 0;
    low = 0x80;
    high = 0xbf;
  }
  return size;
}

/** The inverse of decodeText. Throws a RangeError on a lone surrogate that stands for no byte. */
export function encodeText(text: string): Uint8Array {
  if (text === "") return new Uint8Array(0); // four times as fast
  if (!loneSurrogate.test(text)) return encoder.encode(text);
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= 0xdc80 && code <= 0xdcff) bytes.push(code - 0xdc00);
    else if (code >= 0xd800 && code <= 0xdfff) throw new RangeError(`encoding text: it holds the lone surrogate U+${code.toString(16)}, which UTF-8 cannot express`);
    else bytes.push(...encoder.encode(char));
  }
  return Uint8Array.from(bytes);
}

const loneSurrogate = /\p{Surrogate}/u;

/** Decodes a stream in pieces, whose ends need not be those of characters. */
export class TextStream {
  #held = new Uint8Array(0);

  push(bytes: Uint8Array): string {
    const all = concat([this.#held, bytes]);
    let cut = all.length;
    for (let back = 1; back <= 3 && back <= all.length; back++) {
      if (sequenceLength(all, all.length - back) === -1) cut = all.length - back;
    }
    this.#held = all.slice(cut);
    return decodeText(all.subarray(0, cut));
  }

  /** What is left when nothing follows. */
  end(): string {
    const rest = decodeText(this.#held);
    this.#held = new Uint8Array(0);
    return rest;
  }
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
