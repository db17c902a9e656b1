// Stored snapshots, version 1: runtime/sandbox/SNAPSHOT.md is the format. One that Go wrote goes on here, and the other way.

import { globals } from "./abi.ts";
import type { GuestState } from "./checkpoint.ts";
import { ValueError } from "./errors.ts";
import { asInt, asList, asMap, asNumber, filesFromValue, filesToValue } from "./files/state.ts";
import { checked, frame, through, unframe } from "./frame.ts";
import type { Config } from "./options.ts";
import { decodeRandom, encodeRandom } from "./random.ts";
import { concat } from "./text.ts";
import { type Value, decodeValue, encodeValue } from "./values.ts";

const kind = "s";
export { beginning, decodePaused, encodePaused } from "./paused.ts";
export { encodeRecording } from "./record.ts";
export { replayAll } from "./replay.ts";

const pageBytes = 4096;
const wasmPage = 65536;
/** What a guest's memory may have beside the GC heap. */
const memoryOverhead = 64 << 20;
/** What reading a snapshot may take. */
const maxBodyBytes = 256 << 20;

/** Writes a snapshot. artifact is the artifact's SHA-256. */
export async function encodeSnapshot(state: GuestState, config: Config, artifact: Uint8Array): Promise<Uint8Array> {
  const body = encodeValue(bodyOf(state, config));
  return concat([await frame(kind, body, artifact), await through(new CompressionStream("deflate-raw"), body)]);
}

function bodyOf(state: GuestState, config: Config): Value {
  const pages: number[] = [];
  const data: Uint8Array[] = [];
  for (let i = 0; i * pageBytes < state.memory.length; i++) {
    const page = state.memory.subarray(i * pageBytes, (i + 1) * pageBytes);
    if (new BigUint64Array(page.buffer, page.byteOffset, pageBytes / 8).every((word) => word === 0n)) continue;
    pages.push(i);
    data.push(page);
  }
  return {
    memory_limit: config.memory,
    functions: [...config.functions],
    globals: state.globals.map((value) => value >>> 0),
    size: state.memory.length,
    pages,
    data: concat(data),
    elapsed_ns: state.clock.elapsed,
    start_ns: state.clock.start,
    random: encodeRandom(state.random),
    files: filesToValue(state.files, config.mounts),
    ...(state.objects ? { objects: state.objects } : {}),
  };
}

/** Why a snapshot cannot be used. This module may be loaded apart from the one that users catch SnapshotError of, so it throws none. */
export interface Refusal {
  refused: string;
  cause: unknown;
}

/** Reads a snapshot for a session of that configuration. */
export async function decodeSnapshot(data: Uint8Array, config: Config, artifact: Uint8Array): Promise<GuestState | Refusal> {
  try {
    return stateIn(await openSnapshot(data, artifact), config);
  } catch (error) {
    if (error instanceof ValueError) return { refused: error.message, cause: error };
    throw error;
  }
}

/** Reads a snapshot. What is none is a ValueError. */
export async function openSnapshot(data: Uint8Array, artifact: Uint8Array): Promise<ReadonlyMap<Value, Value>> {
  const { header, rest, length } = unframe(kind, data, artifact);
  if (length > maxBodyBytes) throw new ValueError(`it holds ${length} bytes, the limit is ${maxBodyBytes}`);
  return asMap(decodeValue(await checked(header, await inflate(rest, length), length)));
}

/** The state that a snapshot holds, for a session of that configuration; a ValueError if it does not fit. */
export function stateIn(body: ReadonlyMap<Value, Value>, config: Config): GuestState {
  if (asNumber(body.get("memory_limit")) !== config.memory) throw new ValueError(`its memory limit is ${String(body.get("memory_limit"))} bytes, the session's is ${config.memory}`);
  const functions = asList(body.get("functions"));
  if (functions.length !== config.functions.length || functions.some((name, i) => name !== config.functions[i])) {
    throw new ValueError(`it knows the functions ${JSON.stringify(functions)}, the session offers ${JSON.stringify(config.functions)}`);
  }
  const saved = asList(body.get("globals")).map((value) => asNumber(value) | 0);
  if (saved.length !== globals.length) throw new ValueError(`it has ${saved.length} globals, expected ${globals.length}`);
  return {
    memory: memoryOf(body, config.memory),
    globals: saved,
    clock: clockOf(body),
    random: decodeRandom(asBytes(body.get("random"))),
    objects: asNumber(body.get("objects") ?? 0),
    files: filesFromValue(body.get("files"), config.mounts, config.quota),
  };
}

async function inflate(data: Uint8Array, length: number): Promise<Uint8Array> {
  try {
    return await through(new DecompressionStream("deflate-raw"), data, length);
  } catch (error) {
    throw new ValueError(`decompressing: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function memoryOf(body: ReadonlyMap<Value, Value>, limit: number): Uint8Array<ArrayBuffer> {
  const size = asNumber(body.get("size"));
  const pages = asList(body.get("pages")).map(asNumber);
  const data = asBytes(body.get("data"));
  if (size % wasmPage !== 0 || size === 0 || size > limit + memoryOverhead) throw new ValueError(`its memory has ${size} bytes`);
  if (data.length !== pages.length * pageBytes) throw new ValueError(`it has ${data.length} bytes for ${pages.length} pages`);
  const memory = new Uint8Array(size);
  pages.forEach((page, i) => {
    if (page >= size / pageBytes || (i > 0 && page <= (pages[i - 1] ?? 0))) throw new ValueError(`page ${page} is beyond the memory, or out of order`);
    memory.set(data.subarray(i * pageBytes, (i + 1) * pageBytes), page * pageBytes);
  });
  return memory;
}

function clockOf(body: ReadonlyMap<Value, Value>): GuestState["clock"] {
  const elapsed = BigInt(asInt(body.get("elapsed_ns")));
  const start = body.get("start_ns") ?? null;
  if (elapsed < 0n) throw new ValueError("its clock went back");
  return { elapsed, start: start === null ? null : BigInt(asInt(start)) };
}

export function asBytes(value: Value | undefined): Uint8Array {
  if (value === null) return new Uint8Array(0);
  if (!(value instanceof Uint8Array)) throw new ValueError("it has no bytes where some are expected");
  return value;
}
