// Stored paused runs, version 1: runtime/sandbox/PAUSED.md is the format. One that Go stored is gone on with here, and the other way.

import { type Program, flags } from "./abi.ts";
import type { PausedRun } from "./backend.ts";
import { ValueError } from "./errors.ts";
import { sha256 } from "./digest.ts";
import type { FilesState } from "./files/files.ts";
import { asInt, asList, asMap, asNumber, filesToValue } from "./files/state.ts";
import { checked, frame, unframe } from "./frame.ts";
import { type Entry, type EntryKind, entries, entrySize, isResult, maxJournalBytes, sizeOf } from "./journal.ts";
import { type Refusal, asBytes } from "./snapshot.ts";
import type { Config } from "./options.ts";
import { concat, decodeText } from "./text.ts";
import { type Value, decodeValue, encodeValue } from "./values.ts";

const kind = "p";

/** The digest of what a session began with, as far as its options decide that, as runtime/sandbox/pause_format.go has it. files are those it began with. */
export function beginning(config: Config, files: FilesState): Promise<Uint8Array> {
  return sha256(
    encodeValue({
      memory_limit: config.memory,
      functions: [...config.functions],
      args: [...config.args],
      path: [...config.path],
      env: config.env.map(decodeText).sort(),
      seed: config.seed,
      start_ns: BigInt(config.clockStart) * 1_000_000n,
      files: filesToValue(files, config.mounts),
    }),
  );
}

/** Writes a run, with the session before it: a stored snapshot, or the digest of what it began with. artifact is the artifact's SHA-256. */
export async function encodePaused(run: PausedRun, before: { snapshot: Uint8Array } | { begun: Uint8Array }, artifact: Uint8Array): Promise<Uint8Array> {
  const { program, journal, pending } = run;
  const body = encodeValue({
    snapshot: "snapshot" in before ? before.snapshot : new Uint8Array(0),
    ...("begun" in before ? { begun_sha256: before.begun } : {}),
    name: program.name,
    source: program.source,
    inputs: program.inputs,
    flags: flags(program),
    journal: journal.map(entryToValue),
    pending: entryToValue({ ...pending, data: new Uint8Array(0) }),
    ran_ns: BigInt(Math.round(run.ran * 1e6)),
    elapsed_ns: run.elapsed,
    unread: run.unread,
  });
  return concat([await frame(kind, body, artifact), body]);
}

export const entryToValue = (entry: Entry): Value => [entry.kind, entry.fuel, entry.request, entry.data];

/** Reads a run. check throws a ValueError if there can be no such call; it may be that of another module (see Refusal). */
export async function decodePaused(data: Uint8Array, artifact: Uint8Array, check: (request: Uint8Array) => unknown): Promise<{ run: PausedRun; snapshot: Uint8Array; begun: Uint8Array } | Refusal> {
  try {
    const { header, rest, length } = unframe(kind, data, artifact);
    const body = asMap(decodeValue(await checked(header, rest, length)));
    const journal = asList(body.get("journal")).map((value) => entryFromValue(value, check));
    const { data: _, ...pending } = entryFromValue(body.get("pending"), check);
    if (pending.kind === entries.call && isResult(pending.request)) throw new ValueError("it waits for what it called back");
    if (pending.kind === entries.answer) throw new ValueError("it waits for what is answered");
    if (pending.kind === entries.clock) throw new ValueError("it waits for the clock");
    if (journal.reduce((sum, entry) => sum + entrySize(entry), 0) > maxJournalBytes) throw new ValueError(`its journal has more than ${maxJournalBytes} bytes`);
    [...journal, pending].reduce((fuel, entry) => {
      if (entry.fuel < fuel) throw new ValueError(`fuel ${entry.fuel} after ${fuel} in its journal`);
      return entry.fuel;
    }, 0);
    const ran = Number(asInt(body.get("ran_ns"))) / 1e6;
    const elapsed = BigInt(asInt(body.get("elapsed_ns")));
    if (ran < 0 || elapsed < 0n) throw new ValueError("its clock went back");
    return { run: { program: programFrom(body), journal, pending, ran, elapsed, unread: asBytes(body.get("unread")) }, snapshot: asBytes(body.get("snapshot")), begun: asBytes(body.get("begun_sha256") ?? null) };
  } catch (error) {
    if (error instanceof Error && error.name === "ValueError") return { refused: error.message, cause: error };
    throw error;
  }
}

export function programFrom(body: ReadonlyMap<Value, Value>): Program {
  const name = body.get("name");
  if (typeof name !== "string" || name.length > 255 || name.includes("\0")) throw new ValueError("its program has no name");
  const all = asNumber(body.get("flags"));
  const program = { name, handles: all >>> 16, source: asBytes(body.get("source")), inputs: asBytes(body.get("inputs")), noValue: false };
  const kinds: Program[] = [program, { ...program, noValue: true }, { ...program, assignedValue: true }, { ...program, prompt: true }, { ...program, interactive: true }, { ...program, call: true }];
  const found = kinds.find((one) => flags(one) === all);
  if (!found) throw new ValueError(`a program with the flags ${String(body.get("flags"))}`);
  return found;
}

export function entryFromValue(value: Value | undefined, check: (request: Uint8Array) => unknown): Entry {
  const [what, fuel, asked, got] = asList(value);
  const entry = { kind: asNumber(what) as EntryKind, fuel: asNumber(fuel), request: asBytes(asked), data: asBytes(got) };
  if (entry.kind === entries.answer && entry.request.length === 8 && entry.data.length > 1) return entry;
  if (entry.kind === entries.call) check(entry.request);
  else if (entry.kind === entries.read ? entry.request.length !== 4 || entry.data.length > sizeOf(entry.request) : entry.kind !== entries.clock || entry.request.length !== 0 || entry.data.length !== 8) {
    throw new ValueError(`an entry of kind ${String(what)}, with ${entry.request.length} and ${entry.data.length} bytes`);
  }
  return entry;
}
