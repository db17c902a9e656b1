// A run that is to wait: what its outcome is, and what is to be gone on with.

import type { Program } from "./abi.ts";
import { type LaterOn, type PausedRun, laterOn } from "./backend.ts";
import type { Event } from "./history.ts";
import type { Asked } from "./journal.ts";
import type { Later } from "./later.ts";
import type { RawOutcome } from "./outcome.ts";

/** What a guest gets that asks the page. */
export type Answer = Later<Uint8Array | LaterOn | undefined>;

/** What a run is to be paused for, for how long it ran, in milliseconds, and what its session's clock showed. */
export interface Waiter extends Asked {
  answer: Answer;
  ran: number;
  elapsed: bigint;
  /** The run, up to there. */
  event: Event;
}

/** The outcome of the run. */
export function waits({ event, kind, fuel, request, answer, ran }: Waiter, { used, truncated }: RawOutcome, kept: boolean): RawOutcome {
  const pending = { kind, fuel, request, id: event.journal.length, ran, later: answer === laterOn, kept };
  return { kind: "paused", limit: null, exitStatus: 0, error: null, trap: null, rolledBack: false, truncated, used: { ...used, fuel }, pending };
}

/** What is to be gone on with. unread is what the host got of stdin and the guest has not read. */
export function runOf({ event, kind, fuel, request, ran, elapsed }: Waiter, unread: Uint8Array = new Uint8Array(0)): PausedRun {
  return { program: (event.what as { program: Program }).program, journal: [...event.journal], pending: { kind, fuel, request }, ran, elapsed, unread };
}
