// What stored snapshots and stored paused runs begin with: runtime/sandbox/SNAPSHOT.md and PAUSED.md.

import { hex, sha256 } from "./digest.ts";
import { ValueError } from "./errors.ts";
import { concat } from "./text.ts";

const version = 1n;
const at = { version: 8, artifact: 16, bodyLength: 48, checksum: 56 } as const;
export const headerBytes = 88;

/** What a file of a kind begins with. */
const magic = (kind: string) => Uint8Array.of(0x6d, 0x70, 0x77, 0x61, 0x73, 0x6d, 0, kind.charCodeAt(0));

/** The header for a body. artifact is the artifact's SHA-256. */
export async function frame(kind: string, body: Uint8Array, artifact: Uint8Array): Promise<Uint8Array> {
  const header = new Uint8Array(headerBytes);
  const view = new DataView(header.buffer);
  header.set(magic(kind));
  view.setBigUint64(at.version, version, true);
  header.set(artifact, at.artifact);
  view.setBigUint64(at.bodyLength, BigInt(body.length), true);
  header.set(await checksum(header, body), at.checksum);
  return header;
}

/** How long the body is of what a file begins with. */
export function bodyLengthOf(data: Uint8Array): number {
  if (data.length < headerBytes) throw new ValueError("it is shorter than a header");
  return Number(new DataView(data.buffer, data.byteOffset, headerBytes).getBigUint64(at.bodyLength, true));
}

/** Checks the header, and gives what follows it, and how long the body is to be. */
export function unframe(kind: string, data: Uint8Array, artifact: Uint8Array): { header: Uint8Array; rest: Uint8Array; length: number } {
  if (data.length < headerBytes) throw new ValueError("it is shorter than a header");
  const header = data.slice(0, headerBytes);
  const view = new DataView(header.buffer);
  if (!magic(kind).every((byte, i) => header[i] === byte)) throw new ValueError("it does not begin as one");
  if (view.getBigUint64(at.version, true) !== version) throw new ValueError(`it has version ${view.getBigUint64(at.version, true)}, expected ${version}`);
  const of = header.subarray(at.artifact, at.bodyLength);
  if (!artifact.every((byte, i) => of[i] === byte)) throw new ValueError(`it is of the artifact ${hex(of).slice(0, 12)}, expected ${hex(artifact).slice(0, 12)}, which this engine runs`);
  return { header, rest: data.subarray(headerBytes), length: Number(view.getBigUint64(at.bodyLength, true)) };
}

/** Gives the body, if it is what the header says. */
export async function checked(header: Uint8Array, body: Uint8Array, length: number): Promise<Uint8Array> {
  const sum = await checksum(header, body);
  if (body.length !== length || !sum.every((byte, i) => header[at.checksum + i] === byte)) throw new ValueError("its checksum is wrong: it was damaged");
  return body;
}

/** Of the header up to where it stands, and of the body. */
async function checksum(header: Uint8Array, body: Uint8Array): Promise<Uint8Array> {
  return sha256(concat([header.subarray(0, at.checksum), body]));
}

/** Sends bytes through a stream; more than so many come out of it to be an error. */
export async function through(stream: CompressionStream | DecompressionStream, data: Uint8Array, limit = Infinity): Promise<Uint8Array> {
  const source = new Blob([data as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>);
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = source.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concat(parts);
    parts.push(value);
    if ((length += value.length) > limit) {
      await reader.cancel();
      throw new RangeError(`more than ${limit} bytes`);
    }
  }
}
