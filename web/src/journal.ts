// What came into the guest while a run lasted, in order, as runtime/sandbox/journal.go has it. With it the run can be had again.

import type { Later } from "./later.ts";
import { then } from "./later.ts";

/** What came into the guest: the reply of a host function, a piece of stdin, a look at a real clock; and what did not, the answer to a call that is awaited. */
export const entries = { call: 0, read: 1, clock: 2, answer: 3 } as const;
export type EntryKind = (typeof entries)[keyof typeof entries];

/** What the guest asked for, and at which fuel. */
export interface Asked {
  kind: EntryKind;
  fuel: number;
  request: Uint8Array;
}

export interface Entry extends Asked {
  data: Uint8Array;
}

const names = ["a call of a host function", "a read of stdin", "a look at the clock", "an answer"] as const;
const none = new Uint8Array(0);

/** Whether the request of a call is no call, but what came of a call back. */
export const isResult = (request: Uint8Array) => request[0] === 0x82;

/** The function by which a guest asks for answers: wait(nanoseconds or None, [numbers]). */
const waitHead = Uint8Array.of(0x83, 0x1a, 0xff, 0xff, 0xff, 0xff);

/** Whether a request is no call, but waits for some (awaited.ts). */
export const isWait = (request: Uint8Array) => waitHead.every((byte, i) => request[i] === byte);

/** What an entry takes beside its texts, about. */
const perEntry = 128;

export const entrySize = (entry: Entry) => perEntry + entry.request.length + entry.data.length;

/** Bounds what is remembered of a run while it lasts. One into which more came can neither be paused nor repeated. */
export const maxJournalBytes = 16 << 20;

/** A run that is had again. */
export class Replay {
  readonly #journal: readonly Entry[];
  #at = 0;

  constructor(journal: readonly Entry[]) {
    this.#journal = journal;
  }

  get done(): boolean {
    return this.#at === this.#journal.length;
  }

  /** Whether so much fuel is too much, since the guest should have asked for something before. */
  late(fuel: number): boolean {
    return fuel > (this.#journal[this.#at]?.fuel ?? Infinity);
  }

  /** Gives what came into the guest before, and checks that it asks for that. */
  next({ kind, fuel, request }: Asked): Uint8Array {
    while (this.#journal[this.#at]?.kind === entries.answer) this.#at++;
    const entry = this.#journal[this.#at];
    const is = `${names[kind]} at fuel ${fuel}`;
    if (!entry) throw new DivergedError(`it asks for more: ${is}`);
    if (entry.kind !== kind || entry.fuel !== fuel || !same(entry.request, request)) {
      throw new DivergedError(`number ${this.#at} of its journal was ${names[entry.kind]} at fuel ${entry.fuel}, and now it is ${is}${entry.kind === kind ? ", or with other arguments" : ""}`);
    }
    this.#at++;
    return entry.data;
  }
}

/** Says that a run went another way than its journal. */
export class DivergedError extends Error {
  override readonly name = "DivergedError";
  constructor(how: string) {
    super(`the run goes another way than before: ${how}`);
  }
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** 32 bits, little-endian: the request of a read. */
export function sizeBytes(size: number): Uint8Array {
  return Uint8Array.of(size, size >>> 8, size >>> 16, size >>> 24);
}

export function sizeOf(request: Uint8Array): number {
  return new DataView(request.buffer, request.byteOffset, request.length).getUint32(0, true);
}

/** Reads a real clock, by way of the journal; nanoseconds, 64 bits, little-endian. */
export function clockEntry(told: (kind: EntryKind, request: Uint8Array, ask: () => Later<Uint8Array>) => Later<Uint8Array>, read: () => bigint): bigint {
  let now = 0n;
  void then(
    told(entries.clock, none, () => {
      const data = new Uint8Array(8);
      new DataView(data.buffer).setBigInt64(0, read(), true);
      return data;
    }),
    (data) => {
      now = new DataView(data.buffer, data.byteOffset, data.length).getBigInt64(0, true);
    },
  );
  return now;
}
