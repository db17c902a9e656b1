// The host module "mpwasm", which the guest imports, as runtime/sandbox/imports.go answers it.

import { stop, type Stop } from "./abi.ts";
import type { FixedClock } from "./clock.ts";
import { type Later, attempt, then } from "./later.ts";

/** How much fuel is granted at once: some milliseconds of a busy loop. The same in Go, or the memory of both would differ. */
export const fuelSlice = 50_000;

/** What the imports ask of the session. */
export interface Host {
  readonly clock: FixedClock;
  /** A view of the guest's memory. Throws outside of it. */
  bytes(address: number, length: number): Uint8Array;
  /** Takes output; stream 2 is stderr. */
  write(stream: number, data: Uint8Array): void;
  /** Gives at most so much of stdin; nothing is the end. */
  read(length: number): Later<Uint8Array>;
  /** Tells whether the run is to end for want of time, or since it was asked to. */
  interrupted(): Stop | 0;
  /** Lets messages in, where it is time for that. */
  pause(): Later<void>;
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
  readonly #host: Host;
  readonly #fuelLimit: number;
  #outputLeft: number;

  /** Limits of Infinity are none. */
  constructor(host: Host, fuelLimit = Infinity, outputLimit = Infinity) {
    this.#host = host;
    this.#fuelLimit = fuelLimit;
    this.#outputLeft = outputLimit;
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
    if (this.fuel >= this.#fuelLimit) return this.#end(stop.fuel);
    return then(this.#host.pause(), () => this.#proceed(Math.min(fuelSlice, this.#fuelLimit - this.fuel)));
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
        if (data.length === 0 && since !== 0) return this.#end(since); // what was waited for did not come
        this.#host.bytes(address, length).set(data);
        return data.length;
      });
    });
  }

  sleep(nanoseconds: bigint): Later<number> {
    this.#host.clock.sleep(nanoseconds > 0n ? nanoseconds : 0n);
    return then(this.#host.pause(), () => this.#proceed(0));
  }

  /** No function is offered yet, so a guest whose memory is intact calls none. */
  call(): Later<number> {
    return this.#guard(() => {
      throw new Error("the guest calls a host function; there is none");
    });
  }
}

/** The import object's part "mpwasm". Each call goes to the run at hand. suspending wraps what may take its time. */
export function hostModule(run: () => Run, suspending?: (f: (...args: never[]) => unknown) => WebAssembly.ImportValue): WebAssembly.ModuleImports {
  const wrap = suspending ?? ((f: (...args: never[]) => unknown) => f);
  return {
    refuel: wrap((consumed: number) => run().refuel(consumed)),
    write: (stream: number, address: number, length: number) => run().write(stream, address, length),
    read: wrap((address: number, length: number) => run().read(address, length)),
    sleep: wrap((nanoseconds: bigint) => run().sleep(nanoseconds)),
    call: () => run().call(),
    reply: () => run().call(),
  };
}
