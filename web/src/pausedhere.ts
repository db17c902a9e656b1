import { describe } from "./check.ts";
import { OptionError } from "./errors.ts";
import { Pause } from "./hostcall.ts";
import { checkStore } from "./options.ts";
import type { RawPending } from "./outcome.ts";
import type { GuestSession } from "./session.ts";
import type { Outcome, Paused, Pending } from "./types.ts";

/** Something that a run waits for; the number and the request of a call that is awaited. */
export interface Waits {
  pending: Pending;
  begun?: { number: number; request: Uint8Array };
}

/** A run that waits in a session. */
export class PausedHere implements Paused {
  readonly session: GuestSession;
  readonly raw: RawPending;
  readonly #waits: readonly Waits[];

  constructor(session: GuestSession, raw: RawPending, waits: readonly Waits[]) {
    this.session = session;
    this.raw = raw;
    this.#waits = waits;
  }

  get pending(): Pending {
    return (this.#waits[0] as Waits).pending;
  }

  get pendingCalls(): readonly Pending[] {
    return this.#waits.map(({ pending }) => pending);
  }

  #waitsFor(id: number): Waits {
    const found = this.#waits.find(({ pending }) => pending.id === id);
    if (!found) throw new OptionError(`the run does not wait for a call ${describe(id)}`);
    return found;
  }

  async resume(value: unknown, id: number = this.pending.id): Promise<Outcome> {
    return this.session.resumePaused(this, this.#waitsFor(id), () => value);
  }

  async throw(error: unknown, id: number = this.pending.id): Promise<Outcome> {
    if (error instanceof Pause) throw new OptionError("a Pause is no answer: the run is paused");
    if (this.pending.kind === "input") throw new OptionError("what waits for input cannot be answered with an error");
    return this.session.resumePaused(this, this.#waitsFor(id), () => {
      throw error;
    });
  }

  async store(options: { session?: boolean } = {}): Promise<Uint8Array> {
    checkStore(options);
    return this.session.storePaused(this, options.session ?? true);
  }

  drop(): Promise<void> {
    return this.session.dropPaused(this);
  }
}
