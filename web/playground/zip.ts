// Archives: PKWARE's APPNOTE.TXT, 4.3, without encryption and without ZIP64.

import type { FileSet } from "./shelf/record.ts";

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endHeader = 0x06054b50;

/** Names are UTF-8. */
const utf8Flag = 0x800;

/** The most that is unpacked, in bytes. */
const maxUnpacked = 16 << 20;

let crcTable: Uint32Array | undefined;

function crc32(data: Uint8Array): number {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n;
  });
  let crc = 0xffffffff;
  for (const byte of data) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Numbers in the order of bytes that archives have; each with how many bytes it takes. */
function record(...fields: [size: 2 | 4, value: number][]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

async function through(data: Uint8Array, stream: ReadableWritablePair<Uint8Array, BufferSource>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([data as BlobPart]).stream().pipeThrough(stream)).arrayBuffer());
}

/** Packs files. Their time is the first that an archive can have: the same files give the same bytes. */
export async function zip(files: FileSet): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const central: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const [path, data] of Object.entries(files)) {
    const name = new TextEncoder().encode(path);
    const packed = data.length > 0 ? await through(data, new CompressionStream("deflate-raw")) : new Uint8Array();
    const about: [2 | 4, number][] = [[2, 20], [2, utf8Flag], [2, data.length > 0 ? 8 : 0], [2, 0], [2, 0x21], [4, crc32(data)], [4, packed.length], [4, data.length], [2, name.length], [2, 0]];
    const local = record([4, localHeader], ...about);
    parts.push(local, name, packed);
    central.push(record([4, centralHeader], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
    offset += local.length + name.length + packed.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const count = central.length / 2;
  return new Blob([...parts, ...central, record([4, endHeader], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0])]);
}

/** Unpacks an archive. Throws where it is damaged, too large, or packed in a way that is not known here. */
export async function unzip(file: Blob): Promise<FileSet> {
  if (file.size > 2 * maxUnpacked) throw new Error("the archive is too large.");
  const data = new Uint8Array(await file.arrayBuffer());
  const view = new DataView(data.buffer);
  const found: FileSet = {};
  try {
    let end = data.length - 22;
    while (view.getUint32(end, true) !== endHeader) end--;
    let at = view.getUint32(end + 16, true);
    let total = 0;
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (view.getUint32(at, true) !== centralHeader) throw new Error("no entry");
      const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number];
      const path = new TextDecoder().decode(data.subarray(at + 46, at + 46 + nameLength));
      total += view.getUint32(at + 24, true);
      if (total > maxUnpacked) throw new RangeError("its files are too large.");
      found[path] = path.endsWith("/") ? new Uint8Array() : await unpack(data, view, at);
      at += 46 + nameLength + extra + comment;
    }
  } catch (error) {
    throw new Error(error instanceof RangeError && / large/.test(error.message) ? error.message : "it is no archive, or a damaged one.", { cause: error });
  }
  const names = Object.keys(found);
  for (const name of names) if (name.endsWith("/") && names.some((other) => other !== name && other.startsWith(name))) delete found[name]; // the files say it
  return found;
}

async function unpack(data: Uint8Array, view: DataView, at: number): Promise<Uint8Array> {
  const [flags, method, crc, packedSize, size, offset] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true), view.getUint32(at + 16, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)];
  if (flags & 1 || (method !== 0 && method !== 8)) throw new Error("encrypted, or packed in another way");
  const begin = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = data.subarray(begin, begin + packedSize);
  const unpacked = method === 0 ? packed.slice() : await inflate(packed, size);
  if (unpacked.length !== size || crc32(unpacked) !== crc) throw new Error("damaged");
  return unpacked;
}

/** Inflates up to a size: an archive may lie about it. */
async function inflate(packed: Uint8Array, size: number): Promise<Uint8Array> {
  const reader = new Blob([packed as BlobPart]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const out = new Uint8Array(size);
  for (let at = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return at === size ? out : out.subarray(0, at);
    if (at + value.length > size) throw new Error("larger than it says");
    out.set(value, at);
    at += value.length;
  }
}
