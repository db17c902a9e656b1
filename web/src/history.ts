// How a guest can go back to before its last run, as runtime/sandbox/history.go does it: by a state, and by repeating what came
// after. What a run costs then follows from what it does and not from how much memory the guest has.

import type { Program } from "./abi.ts";
import type { GuestState } from "./checkpoint.ts";
import { type Asked, type Entry, Replay, entrySize, maxJournalBytes } from "./journal.ts";
import type { Later } from "./later.ts";
import { then } from "./later.ts";

/** Something that changed the guest, with what came into it. */
export interface Event {
  what: { program: Program } | { continues: string };
  /** What came into the guest, in order. */
  journal: Entry[];
  /** How many bytes that is. */
  told: number;
  /** The fuel that it used, which must be the same again. */
  fuel: number;
}

/** The most that is repeated: some ten milliseconds, mostly. */
const mostFuel = 2_000_000;
const mostBytes = 1 << 20;

/** What an event takes beside its texts, about. */
const perEvent = 256;

/** The journal of what was told nothing, as most short calls are: thousands of them are kept. */
const nothing: Entry[] = Object.freeze([]) as never;

export function newEvent(what: Event["what"]): Event {
  return { what, journal: nothing, told: 0, fuel: 0 };
}

/** What a session goes back to: a state, or its beginning, which is had again by beginning again. Nothing need be copied for that. */
export type Base = GuestState | "beginning";

export class History {
  /** Undefined if what happened since cannot be repeated. */
  #base: Base | undefined;
  #since: Event[] = [];
  #fuel = 0;
  #bytes = 0;
  /** What comes into the guest is taken down here. */
  #happening: Event | undefined;
  /** What came into the guest, for a run that is repeated. */
  #again: Replay | undefined;
  /** What is to be done when that is at its end, for a run that then goes on: it was paused there. */
  #arrived: (() => void) | undefined;

  /** Begins with what the guest is now; undefined forgets all. */
  starts(base: Base | undefined): void {
    this.#base = base;
    this.#since = [];
    this.#fuel = 0;
    this.#bytes = 0;
  }

  /** Sees that there is a way back. save copies the guest's state, into memory that is no longer needed if there is some. */
  keepWayBack(save: (memory?: Uint8Array<ArrayBuffer>) => GuestState): void {
    const base = this.#base;
    if (!base || this.#fuel >= mostFuel || this.#bytes >= mostBytes) this.starts(save(base === "beginning" ? undefined : base?.memory));
  }

  /** What to go back to, and what is to be repeated then. */
  get way(): { base: Base; since: readonly Event[] } {
    if (!this.#base) throw new Error("going back to before a run: no state was saved");
    return { base: this.#base, since: this.#since };
  }

  get hasBase(): boolean {
    return this.#base !== undefined;
  }

  get repeating(): boolean {
    return this.#again !== undefined;
  }

  /** Whether a run is on its way to where it was paused. */
  get onTheWay(): boolean {
    return this.#arrived !== undefined;
  }

  /** Whether a run that is on its way has used too much fuel without asking for what it asked for before. */
  late(fuel: number): boolean {
    return this.onTheWay && (this.#again?.late(fuel) ?? false);
  }

  /** What comes into the guest is taken down from now on. arrived makes it the rest of a run: it finds first what came into it before. */
  begins(event: Event | undefined, arrived?: () => void): void {
    this.#happening = event;
    this.#again = event && arrived && new Replay(event.journal);
    this.#arrived = arrived;
  }

  /** Adds what happened, unless it, or more than is remembered, cannot be repeated. */
  ends(repeatable: boolean, fuel: number): void {
    const event = this.#happening;
    this.#happening = undefined;
    if (!repeatable || !event || event.told > mostBytes) {
      this.starts(undefined);
      return;
    }
    event.fuel = fuel;
    const { what } = event;
    this.#since.push(event);
    this.#fuel += fuel;
    this.#bytes += perEvent + event.told + ("program" in what ? what.program.source.length + what.program.inputs.length : what.continues.length);
  }

  /** Nothing of the run that is at an end remains: it is to be rolled back. */
  drops(): void {
    this.#happening = this.#again = this.#arrived = undefined;
  }

  /** Has a run find again what came into the guest. */
  async again(event: Event, run: () => Promise<void>): Promise<void> {
    const again = (this.#again = new Replay(event.journal));
    try {
      await run();
    } finally {
      this.#again = undefined;
    }
    if (!again.done) throw new Error("a run that was repeated asked for less than before: a defect of this library");
  }

  /** The event that is happening, which can be gone on with. */
  get happening(): Event | undefined {
    return this.#happening && this.#happening.told <= maxJournalBytes ? this.#happening : undefined;
  }

  /** Gives what was told before, or asks and takes down the answer. Undefined, since the run is to end, is no answer. */
  told<T extends Uint8Array | undefined>(asked: Asked, ask: () => Later<T>): Later<T> {
    if (this.#again) {
      const data = this.#again.next(asked);
      if (this.#again.done && this.#arrived) {
        const arrived = this.#arrived;
        this.#again = this.#arrived = undefined;
        arrived();
      }
      return data as T;
    }
    return then(ask(), (data) => {
      this.#take(asked, data);
      return data;
    });
  }

  #take(asked: Asked, data: Uint8Array | undefined): void {
    const event = this.#happening;
    if (!event || !data) return;
    event.told += entrySize({ ...asked, data });
    if (event.told > maxJournalBytes) event.journal = [];
    else {
      if (event.journal === nothing) event.journal = [];
      event.journal.push({ ...asked, request: asked.request.slice(), data: data.slice() });
    }
  }
}
