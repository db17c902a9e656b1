// Programs in links: the code, compressed, in the URL's fragment, which browsers send to nobody.

const key = "code";

/** How long a program in a link may be, in bytes: a hostile link must not fill the memory. */
const maxBytes = 1 << 20;

/** The fragment for a program, without "#". */
export async function encode(code: string): Promise<string> {
  const packed = await collect(new Blob([code]).stream().pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  const text = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
  return `${key}=${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** The program of a fragment, null if it holds none. Throws if it is damaged. */
export async function decode(fragment: string): Promise<string | null> {
  const packed = new URLSearchParams(fragment.replace(/^#/, "")).get(key);
  if (packed === null) return null;
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const data = await collect(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")), maxBytes);
    return new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch (error) {
    throw new Error("the link holds no whole program: was it cut when it was copied?", { cause: error });
  }
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
