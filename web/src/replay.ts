// Has recordings again (record.ts): those of Go (SessionConfig.Record), too.

import type { Program } from "./abi.ts";
import { hex, sha256 } from "./digest.ts";
import { OptionError, ValueError } from "./errors.ts";
import { asInt, asList, asMap, asNumber } from "./files/state.ts";
import type { Follower } from "./follower.ts";
import { bodyLengthOf, checked, headerBytes, unframe } from "./frame.ts";
import { Handles } from "./handles.ts";
import { FunctionSet } from "./hostcall.ts";
import { type Entry, Replay } from "./journal.ts";
import type { LocalBackend } from "./local.ts";
import { type Config, normalize } from "./options.ts";
import type { RawOutcome, Wrote } from "./outcome.ts";
import { entryFromValue, programFrom } from "./paused.ts";
import { endOf, written } from "./record.ts";
import { asBytes, openSnapshot, stateIn } from "./snapshot.ts";
import { decodeText } from "./text.ts";
import type { Difference, Outcome, Replayed } from "./types.ts";
import { type Value, decodeValue } from "./values.ts";

/** What the library's other parts do: this one may be bundled apart, with classes of its own. */
export interface Using {
  /** Starts a guest on the thread at hand. */
  open(config: Config): Promise<LocalBackend>;
  /** Makes of an outcome what users see. */
  finish(raw: RawOutcome, output: { stdout: string; stderr: string }, config: Config): Outcome;
}

type Body = ReadonlyMap<Value, Value>;

/** Runs again all that a file holds. */
export async function replayAll(data: Uint8Array, artifact: Uint8Array, using: Using): Promise<Replayed[]> {
  const all: Replayed[] = [];
  for (let rest = data; rest.length > 0 || all.length === 0; ) {
    try {
      const length = headerBytes + bodyLengthOf(rest);
      all.push(await replayOne(rest.slice(0, length), artifact, using));
      rest = rest.subarray(length);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      throw new OptionError(`using a recording: ${error.message}`, { cause: error });
    }
  }
  return all;
}

async function replayOne(data: Uint8Array, artifact: Uint8Array, using: Using): Promise<Replayed> {
  const { header, rest, length } = unframe("r", data, artifact);
  const body: Body = asMap(decodeValue(await checked(header, rest, length)));
  const program = programFrom(body);
  const snapshot = await openSnapshot(asBytes(body.get("snapshot")), artifact);
  const config = configOf(asMap(body.get("config")), snapshot, program);
  const functions = new FunctionSet(Object.fromEntries(config.functions.map((name) => [name, never])), config.maxRequest, config.maxReply, true);
  functions.hold(new Handles(never, config.handles > 0, config.objects));
  const journal = asList(body.get("journal")).map((value) => entryFromValue(value, (request) => functions.check(request)));
  const state = stateIn(snapshot, config);
  const guest = await using.open(config);
  try {
    const tape = new Tape(journal);
    const { outcome } = await guest.follow(program, state, tape);
    if (!outcome) throw new Error("replaying a recording: the run was given up");
    if (!tape.done) throw new ValueError("it ended before it asked for all that it was told");
    const memory = await sha256(outcome.rolledBack ? state.memory : (await guest.state()).memory);
    const differences = compare(asMap(body.get("end")), endOf(outcome, tape.taken, memory));
    const name = program.call ? `${decodeText(program.source)}()` : program.name;
    return { program: name, outcome: using.finish(outcome, { stdout: tape.text(1), stderr: tape.text(2) }, config), merged: tape.text(0), memorySHA256: hex(memory), differences };
  } finally {
    guest.close();
  }
}

const never = () => {
  throw new Error("a recording's functions are not called");
};

/** What the session was given, as far as the run depended on it. */
function configOf(given: Body, snapshot: Body, program: Program): Config {
  const limit = (name: string) => Number(asInt(given.get(name))) || Infinity;
  const env = Object.fromEntries(asList(given.get("env")).map((entry) => [String(entry).split("=", 1)[0], String(entry).slice(String(entry).indexOf("=") + 1)]));
  const functions = asList(snapshot.get("functions")).map(String);
  const config = normalize({
    memory: asNumber(snapshot.get("memory_limit")),
    env,
    clock: given.get("real_clock") === true ? "real" : "fixed",
    filesLimitBytes: asNumber(given.get("files_bytes")),
    filesLimit: asNumber(given.get("files")),
    handles: program.handles ?? 0,
    hostFunctions: Object.fromEntries(functions.map((name) => [name, never])),
  });
  return { ...config, fuel: limit("fuel"), maxOutput: limit("output"), maxHostCalls: limit("host_calls"), maxHostBytes: limit("host_bytes") };
}

/** Tells a run what it was told, and takes down what it writes. */
class Tape implements Follower {
  readonly replays = true;
  readonly #replay: Replay;
  taken: Wrote[] = [];

  constructor(journal: readonly Entry[]) {
    this.#replay = new Replay(journal);
  }

  get done(): boolean {
    return this.#replay.done;
  }

  begins(): void {
    this.taken = [];
  }

  told(asked: Parameters<Follower["told"]>[0]): Uint8Array {
    return this.#replay.next(asked);
  }

  wrote(stream: number, data: Uint8Array): void {
    this.taken.push({ stream, data });
  }

  /** What came to a stream, to both for 0. */
  text(stream: number): string {
    return decodeText(written(this.taken, stream));
  }

  statement(): number {
    return 0;
  }

  refuelled(): void {}
}

/** Names what differs. Nothing and no bytes are the same. */
function compare(recorded: Body, replayed: { [field: string]: Value }): Difference[] {
  const plain = (value: Value | undefined) => (value instanceof Uint8Array ? hex(value) : value === null || value === undefined ? "" : String(value));
  return Object.entries(replayed).flatMap(([what, now]) => {
    const was = recorded.get(what);
    return plain(was) === plain(now) ? [] : [{ what, recorded: plain(was), replayed: plain(now) }];
  });
}
