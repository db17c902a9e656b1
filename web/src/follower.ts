// What a guest on the thread at hand (local.ts) is told by whoever it runs for: a worker, and a run's follower.

import type { LaterOn, PausedRun } from "./backend.ts";
import type { Asked } from "./journal.ts";
import type { Later } from "./later.ts";
import type { RawOutcome } from "./outcome.ts";

/** How the run at hand is asked to end from outside, and what is to be done every now and then. */
export interface Interrupts {
  requested(): boolean;
  between(): void;
  /** Says that the run waits, and waits there for what it is to go on with; undefined if it is to come back. Only where a thread may be blocked. */
  hold?(outcome: RawOutcome, run: PausedRun): { data: Uint8Array; counted: number } | undefined;
}

/** Who follows a run (trace.ts). */
export interface Follower {
  /** The guest is as it was before the run. */
  begins(): void;
  /** What comes into the guest; undefined if the run is to end. */
  told(asked: Asked, ask: () => Later<Uint8Array | LaterOn | undefined>): Uint8Array | undefined;
  wrote(stream: number, data: Uint8Array): void;
  statement(address: number): number;
  refuelled(): void;
  /** Whether all that comes into the guest came before, so that no time passes. */
  readonly replays?: boolean;
}

/** What became of a run that was followed; no outcome if it was given up. */
export interface Followed {
  outcome?: RawOutcome;
}
