import { type Guest, globals } from "./abi.ts";
import type { FixedClock } from "./clock.ts";

const page = 65536;

/** What a guest consists of while no call is under way. The table of functions never changes. */
export class Checkpoint {
  #memory = new Uint8Array(0);
  #length = 0;
  #globals: number[] = [];
  #elapsed = 0n;

  /** Copies the session's state. The memory of the last time is used again. */
  save(guest: Guest, clock: FixedClock): void {
    const now = new Uint8Array(guest.memory.buffer);
    if (this.#memory.length < now.length) this.#memory = new Uint8Array(now.length);
    this.#memory.set(now);
    this.#length = now.length;
    this.#globals = globals.map((name) => Number(guest.global(name).value));
    this.#elapsed = clock.elapsed;
  }

  isSmallerThan(guest: Guest): boolean {
    return this.#length < guest.memory.buffer.byteLength;
  }

  /** Puts the state into a guest whose memory is no larger. */
  restore(guest: Guest, clock: FixedClock): void {
    const missing = (this.#length - guest.memory.buffer.byteLength) / page;
    if (missing > 0) guest.memory.grow(missing);
    new Uint8Array(guest.memory.buffer).set(this.#memory.subarray(0, this.#length));
    globals.forEach((name, i) => (guest.global(name).value = this.#globals[i]));
    clock.elapsed = this.#elapsed;
  }
}
