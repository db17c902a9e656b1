// The host module "mpwasm", which the guest imports, as runtime/sandbox/imports.go answers it.

import { stop, type Stop } from "./abi.ts";
import { DivergedError, isResult, isWait } from "./journal.ts";
import { type Later, attempt, then } from "./later.ts";
import { LacksRestError } from "./rest.ts";

/** How much fuel is granted at once: some milliseconds of a busy loop. The same in Go, or the memory of both would differ. */
export const fuelSlice = 50_000;

/** What the imports ask of the session. */
export interface Host {
  /** A view of the guest's memory. Throws outside of it. */
  bytes(address: number, length: number): Uint8Array;
  /** Takes output; stream 2 is stderr. */
  write(stream: number, data: Uint8Array): void;
  /** Gives at most so much of stdin; nothing is the end. Undefined if the run is to end. */
  read(length: number): Later<Uint8Array | undefined>;
  /** The fuel that is left of the slice at hand. */
  fuelLeft(): number;
  /** Tells whether a run that is on its way to where it was paused has gone astray. */
  late(fuel: number): boolean;
  /** Makes the call of a host function that a request asks for, and gives the reply; undefined if the run is to end. */
  call(request: Uint8Array): Later<Uint8Array | undefined>;
  /** Lets time pass on the session's clock. */
  sleep(nanoseconds: bigint): Later<unknown>;
  /** Tells whether the run is to end for want of time, or since it was asked to. */
  interrupted(): Stop | 0;
  /** A statement begins, of a run that is followed: what the guest is answered. */
  line(address: number): number;
  /** A slice of fuel begins. */
  refuelled(): void;
  /** Lets messages in, where it is time for that. */
  pause(): Later<void>;
}

/** What is known of a run while it lasts, beside the session's state. */
export interface Progress {
  fuel: number;
  slice: number;
  outputLeft: number;
  calls: number;
  bytes: number;
}

/** What a run may do; Infinity is no limit. */
export interface Limits {
  readonly fuel: number;
  readonly maxOutput: number;
  readonly maxHostCalls: number;
  readonly maxHostBytes: number;
}

/** What the imports know of the run at hand. */
export class Run {
  /** Units consumed, without the slice at hand. */
  fuel = 0;
  /** The answer that ended the run, if one did. */
  stop: Stop | 0 = 0;
  /** Whether more was written than allowed. */
  cut = false;
  /** Trouble of the host that ended the run. */
  trouble: { error: unknown } | undefined;
  /** Fuel that was granted last. */
  #slice = 0;
  readonly #host: Host;
  /** Calls of host functions, and the bytes that went to them and came from them. */
  calls = 0;
  bytes = 0;
  #limits!: Limits;
  #outputLeft = 0;
  #reply: Uint8Array = new Uint8Array(0);

  constructor(host: Host, limits: Limits = { fuel: Infinity, maxOutput: Infinity, maxHostCalls: Infinity, maxHostBytes: Infinity }) {
    this.#host = host;
    this.begins(limits);
  }

  /** Forgets the run before: another one begins. */
  begins(limits: Limits): void {
    this.fuel = this.#slice = this.calls = this.bytes = this.stop = 0;
    this.cut = false;
    this.trouble = undefined;
    this.#limits = limits;
    this.#outputLeft = limits.maxOutput;
  }

  /** How much fuel the run has used, exactly, while the guest waits for the host. */
  get burnt(): number {
    return this.fuel + this.#slice - this.#host.fuelLeft();
  }

  #end(by: Stop): Stop {
    this.stop = by;
    return by;
  }

  /** Answers with what lets the run go on, unless it is to end. */
  #proceed(answer: number): number {
    const by = this.#host.interrupted();
    return by === 0 ? answer : this.#end(by);
  }

  /** Does what the host is asked for; trouble with that ends the run. */
  #guard(what: () => Later<number>): Later<number> {
    return attempt(what, (error) => {
      this.trouble ??= { error };
      return this.#end(stop.cancelled);
    });
  }

  refuel(consumed: number): Later<number> {
    this.fuel += consumed >>> 0;
    if (this.fuel >= this.#limits.fuel) return this.#end(stop.fuel);
    this.#slice = Math.min(fuelSlice, this.#limits.fuel - this.fuel);
    if (this.#host.late(this.fuel)) {
      return this.#guard(() => {
        throw new DivergedError(`at fuel ${this.fuel} it has not asked for what comes next`);
      });
    }
    this.#host.refuelled();
    return then(this.#host.pause(), () => this.#proceed(this.#slice));
  }

  write(stream: number, address: number, length: number): Later<number> {
    return this.#guard(() => {
      let data = this.#host.bytes(address, length);
      if (data.length > this.#outputLeft) {
        data = data.subarray(0, this.#outputLeft);
        this.cut = true;
      }
      this.#outputLeft -= data.length;
      this.#host.write(stream, data);
      return this.cut ? this.#end(stop.output) : this.#proceed(0);
    });
  }

  read(address: number, length: number): Later<number> {
    return this.#guard(() => {
      this.#host.bytes(address, length); // all of it is memory
      const by = this.#host.interrupted();
      if (by !== 0) return this.#end(by);
      return then(this.#host.read(length), (data) => {
        const since = this.#host.interrupted();
        if (data === undefined) return this.#end(since || stop.cancelled);
        if (data.length === 0 && since !== 0) return this.#end(since); // what was waited for did not come
        this.#host.bytes(address, length).set(data);
        return data.length;
      });
    });
  }

  sleep(nanoseconds: bigint): Later<number> {
    return then(this.#host.sleep(nanoseconds > 0n ? nanoseconds : 0n), () => then(this.#host.pause(), () => this.#proceed(0)));
  }

  /** Makes a call of a host function and keeps the reply until the guest has made room for it. */
  call(address: number, length: number): Later<number> {
    return this.#guard(() => {
      const request = this.#host.bytes(address, length).slice();
      const by = this.#host.interrupted();
      if (by !== 0) return this.#end(by);
      const over = this.#count(isResult(request) || isWait(request) ? 0 : 1, request.length);
      if (over !== 0) return this.#end(over);
      return then(this.#host.call(request), (reply) => {
        if (reply === undefined) return this.#end(this.#host.interrupted() || stop.cancelled);
        const over = this.#count(0, reply.length);
        if (over !== 0) return this.#end(over);
        this.#reply = reply;
        return this.#proceed(reply.length);
      });
    });
  }

  /** Counts calls and what they take and give. The answer ends the run if that is too much. */
  #count(calls: number, size: number): Stop | 0 {
    if (this.calls + calls > this.#limits.maxHostCalls) return stop.hostCalls;
    this.calls += calls;
    this.bytes += size;
    return this.bytes > this.#limits.maxHostBytes ? stop.hostBytes : 0;
  }

  /** A statement begins, in a run that is followed. */
  line(address: number): Later<number> {
    return this.#guard(() => {
      const answer = this.#host.line(address);
      return answer < 0 ? this.#end(answer as Stop) : answer;
    });
  }

  /** How far the run is, for going on with it from here (trace.ts). */
  get progress(): Progress {
    return { fuel: this.fuel, slice: this.#slice, outputLeft: this.#outputLeft, calls: this.calls, bytes: this.bytes };
  }

  set progress(at: Progress) {
    ({ fuel: this.fuel, slice: this.#slice, outputLeft: this.#outputLeft, calls: this.calls, bytes: this.bytes } = at);
  }

  /** Hands over the reply of the call just made. */
  reply(address: number): Later<number> {
    return this.#guard(() => {
      this.#host.bytes(address, this.#reply.length).set(this.#reply);
      this.#reply = new Uint8Array(0);
      return this.#proceed(0);
    });
  }
}

/** What a core calls where a function has not come; a whole artifact does not import it. */
function lacks(): never {
  throw new LacksRestError();
}

/** Makes an import of a function that may return a promise. */
export type Wrap = (f: (...args: never[]) => unknown) => WebAssembly.ImportValue;

/** The import object's part "mpwasm". Each call goes to the run at hand. wrap makes an import of a function that may take its time. */
export function hostModule(run: () => Run, wrap: Wrap): WebAssembly.ModuleImports {
  return {
    refuel: wrap((consumed: number) => run().refuel(consumed)),
    write: (stream: number, address: number, length: number) => run().write(stream, address, length),
    read: wrap((address: number, length: number) => run().read(address, length)),
    sleep: wrap((nanoseconds: bigint) => run().sleep(nanoseconds)),
    call: wrap((address: number, length: number) => run().call(address, length)),
    reply: (address: number) => run().reply(address),
    line: (address: number) => run().line(address),
    rest: lacks,
  };
}
