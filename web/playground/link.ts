// Programs in links: the code, compressed, in the URL's fragment, which browsers send to nobody. What is beside it, its files and its input, is
// a value of its own there: pages that know of none open the code, and boot.ts shows it.

import type { Draft, FileSet } from "./shelf/record.ts";

const key = "code";
const besideKey = "beside";

/** How long a program in a link may be, in bytes, and what is beside it: a hostile link must not fill the memory. */
const maxBytes = 1 << 20;

export type Linked = Pick<Draft, "source" | "stdin" | "files">;

/** What is beside a program: files that are texts as they are, and others in base64. */
interface Beside {
  stdin?: string;
  texts?: Record<string, string>;
  files?: Record<string, string>;
}

/** The fragment for a program, without "#"; rejects where it is larger than a link is read. */
export async function encode(source: string, beside: Partial<Linked> = {}): Promise<string> {
  const fragment = `${key}=${await pack(source)}`;
  const more = besideOf(beside);
  return Object.keys(more).length > 0 ? `${fragment}&${besideKey}=${await pack(JSON.stringify(more))}` : fragment;
}

function besideOf({ stdin, files = {} }: Partial<Linked>): Beside {
  if (Object.values(files).some(({ length }) => length > maxBytes)) throw new RangeError(`a link holds ${maxBytes} bytes`);
  const found: Beside = stdin ? { stdin } : {};
  for (const [name, data] of Object.entries(files)) {
    const text = textOf(data);
    if (text === undefined) (found.files ??= {})[name] = base64(data);
    else (found.texts ??= {})[name] = text;
  }
  return found;
}

function textOf(data: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    return undefined;
  }
}

/** The program of a fragment, null if it holds none. Throws if it is damaged. */
export async function decode(fragment: string): Promise<Linked | null> {
  const found = new URLSearchParams(fragment.replace(/^#/, ""));
  const [packed, more] = [found.get(key), found.get(besideKey)];
  if (packed === null) return null;
  try {
    const source = await unpack(packed);
    const { stdin, texts, files } = (more === null ? {} : JSON.parse(await unpack(more))) as Beside;
    const written = Object.entries(texts ?? {}).map(([name, text]) => [name, new TextEncoder().encode(String(text))]);
    const packedFiles = Object.entries(files ?? {}).map(([name, data]) => [name, bytesOf(String(data))]);
    return { source, stdin: String(stdin ?? ""), files: Object.fromEntries([...written, ...packedFiles]) as FileSet };
  } catch (error) {
    throw new Error("the link holds no whole program: was it cut when it was copied?", { cause: error });
  }
}

async function pack(text: string): Promise<string> {
  const whole = new Blob([text]);
  if (whole.size > maxBytes) throw new RangeError(`a link holds ${maxBytes} bytes`);
  const packed = await collect(whole.stream().pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  return base64(packed).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function unpack(packed: string): Promise<string> {
  const bytes = bytesOf(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const data = await collect(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")), maxBytes);
  return new TextDecoder("utf-8", { fatal: true }).decode(data);
}

function base64(data: Uint8Array): string {
  return btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}

async function collect(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new Error(`larger than ${limit} bytes`);
    }
    chunks.push(Uint8Array.from(value));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
