// Calls of host functions that programs await, as runtime/hostcall/awaitable.go has it. A call begins at once and gets a number for a reply; the
// guest asks for answers when it has nothing else to do.

import { type LaterOn, laterOn } from "./backend.ts";
import { ValueError } from "./errors.ts";
import type { HostFunction } from "./hostcall.ts";
import { type Entry, entries, isWait } from "./journal.ts";
import { type Later, then } from "./later.ts";
import { concat } from "./text.ts";
import { type Value, decodeValue, encodeValue } from "./values.ts";

const originals = new WeakMap<HostFunction, HostFunction>();

/**
 * Makes a host function one that programs await: `await fetch(url)`. A call begins at once, and gives a coroutine; the program goes on, makes other
 * calls (asyncio.gather), and gets what comes of each when it is there. When all that it waits for throws a Pause, the run is paused with several
 * pending calls, which are answered in any order.
 */
export function awaitable(f: HostFunction): HostFunction {
  const marked: HostFunction = (...args) => f(...args);
  originals.set(marked, f);
  return marked;
}

export const isAwaitable = (f: HostFunction) => originals.has(f);
export const originalOf = (f: HostFunction) => originals.get(f) ?? f;

export interface Wait {
  /** For how long at most, by a real clock, in milliseconds. */
  timeout: number;
  numbers: number[];
}

export function decodeWait(request: Uint8Array): Wait {
  const parts = decodeValue(request);
  const [, args, keywords] = Array.isArray(parts) ? parts : [];
  const [timeout, numbers] = Array.isArray(args) && args.length === 2 ? args : [];
  const counts = (n: unknown): n is number => typeof n === "number" && n >= 0;
  if (!(keywords instanceof Map) || keywords.size > 0 || !Array.isArray(numbers) || numbers.length === 0 || !numbers.every(counts)) throw new ValueError("decoding a host call: a wait of the wrong form");
  if (timeout !== null && typeof timeout !== "number" && typeof timeout !== "bigint") throw new ValueError("decoding a host call: a wait for no time");
  return { timeout: timeout === null ? Infinity : Number(timeout) / 1e6, numbers };
}

/** The number that the reply of a call has that goes on. */
function begunBy(reply: Uint8Array): number | undefined {
  if (reply.length < 3 || reply[1] !== 4 || ((reply[0] as number) & 0xe0) !== 0x80) return undefined;
  const parts = decodeValue(reply);
  return Array.isArray(parts) && typeof parts[1] === "number" ? parts[1] : undefined;
}

/** The number of the call that the reply to a wait answers. */
function answeredBy(reply: Uint8Array): number | undefined {
  // [0, [number, ...]]: what follows may hold objects, which are nobody's to decode here.
  if (reply.length < 4 || reply[1] !== 0 || ((reply[2] as number) & 0xe0) !== 0x80) return undefined;
  const short = reply[3] as number;
  const size = short < 24 ? 0 : 1 << (short - 24);
  return Number(decodeValue(reply.slice(3, 4 + size)) as Value);
}

/** Makes of a reply, [0, value] or [1, type, message], what answers a wait for it. */
export const answerOf = (number: number, reply: Uint8Array) => concat([reply.subarray(0, 1), encodeValue(number), reply.subarray(2)]);
const replyOf = (answer: Uint8Array) => concat([Uint8Array.of(0x82, 0), answer]);
const timedOut = Uint8Array.of(0x82, 0, 0xf6);

interface Call {
  running: boolean;
  /** Undefined while it is at work, or comes later. */
  answer: Uint8Array | undefined;
}

/** The calls of a run that have not been answered. */
export class Begun {
  readonly #calls = new Map<number, Call>();
  #next = 0;
  #wake: (() => void)[] = [];

  /** Begins a call, and gives the reply. */
  begin(call: () => Later<Uint8Array | LaterOn>): Uint8Array {
    const number = this.#next++;
    const begun: Call = { running: true, answer: undefined };
    this.#calls.set(number, begun);
    const done = (reply: Uint8Array | LaterOn) => {
      begun.running = false;
      if (reply !== laterOn) begun.answer = answerOf(number, reply);
      for (const wake of this.#wake.splice(0)) wake();
    };
    void then(call(), done);
    return concat([Uint8Array.of(0x82, 4), encodeValue(number)]);
  }

  /** Waits until one is answered, and gives the reply; laterOn if all answers come later. over is the reply for one that nobody made. */
  wait({ timeout, numbers }: Wait, patient: boolean, over: Uint8Array): Later<Uint8Array | LaterOn> {
    const now = this.#look(numbers, over);
    if (now) return now;
    const end = patient || timeout === Infinity ? Infinity : performance.now() + timeout;
    const again = async (): Promise<Uint8Array | LaterOn> => {
      for (;;) {
        let timer: ReturnType<typeof setTimeout> | undefined;
        await new Promise<void>((resolve) => {
          this.#wake.push(resolve);
          if (end !== Infinity) timer = setTimeout(resolve, Math.max(end - performance.now(), 0));
        });
        clearTimeout(timer);
        const found = this.#look(numbers, over);
        if (found) return found;
        if (performance.now() >= end) return timedOut;
      }
    };
    return end <= performance.now() ? timedOut : again();
  }

  #look(numbers: readonly number[], over: Uint8Array): Uint8Array | LaterOn | undefined {
    let running = false;
    for (const number of [...numbers].sort((a, b) => a - b)) {
      const call = this.#calls.get(number);
      if (!call) return replyOf(answerOf(number, over));
      if (call.answer) {
        this.#calls.delete(number);
        return replyOf(call.answer);
      }
      running ||= call.running;
    }
    return running ? undefined : laterOn;
  }

  /** Waits until no function is at work, since the run is to be paused. */
  settle(): Later<unknown> {
    if (![...this.#calls.values()].some(({ running }) => running)) return undefined;
    return new Promise<void>((resolve) => this.#wake.push(resolve)).then(() => this.settle());
  }

  /** A call comes later, or was answered while the run was paused. */
  later(number: number, answer?: Uint8Array): void {
    this.#calls.set(number, { running: false, answer });
    this.#next = Math.max(this.#next, number + 1);
  }

  answered(number: number): void {
    this.#calls.delete(number);
  }

  /** The journal of a run that is to be stored: with the answers that the program has not got. */
  journal(journal: readonly Entry[], fuel: number): Entry[] {
    const there = new Set(journal.filter(({ kind }) => kind === entries.answer).map(({ request }) => numberOf(request)));
    const more = [...this.#calls].filter(([number, { answer }]) => answer && !there.has(number)).sort(([a], [b]) => a - b);
    return [...journal, ...more.map(([number, { answer }]) => ({ kind: entries.answer, fuel, request: numberBytes(number), data: answer as Uint8Array }))];
  }

  /** Those of a run that was stored. */
  static of(journal: readonly Entry[]): Begun {
    const begun = new Begun();
    for (const { kind, request, data } of journal) {
      const number = kind === entries.call ? begunBy(data) : undefined;
      if (kind === entries.answer) begun.later(numberOf(request), data);
      else if (kind === entries.call && isWait(request)) begun.answered(answeredBy(data) ?? -1);
      else if (number !== undefined) begun.later(number);
    }
    return begun;
  }
}

/** 64 bits, little-endian: the request of an answer. */
function numberBytes(number: number): Uint8Array {
  const data = new Uint8Array(8);
  new DataView(data.buffer).setBigUint64(0, BigInt(number), true);
  return data;
}

const numberOf = (data: Uint8Array) => Number(new DataView(data.buffer, data.byteOffset, data.length).getBigUint64(0, true));

/** What a run waits for that waits for calls: each with its request, its number, and its ID in the run. */
export function waitingFor(journal: readonly Entry[], request: Uint8Array): { id: number; number: number; request: Uint8Array }[] {
  const { numbers } = decodeWait(request);
  const found = journal
    .filter(({ kind }) => kind !== entries.answer)
    .flatMap(({ kind, request, data }, id) => {
      const number = kind === entries.call ? begunBy(data) : undefined;
      return number !== undefined && numbers.includes(number) ? [{ id, number, request }] : [];
    });
  if (found.length !== numbers.length) throw new ValueError("it waits for calls that it has not made");
  return found;
}

/** How many entries came into the guest. */
export const toldTo = (journal: readonly Entry[]) => journal.filter(({ kind }) => kind !== entries.answer).length;
