// How a run came out, where the guest is: finish.ts makes of it what users see.

import { type Program, type Result, type Trap, ending, stop } from "./abi.ts";
import type { Run } from "./imports.ts";
import type { Asked, Entry } from "./journal.ts";
import type { Kind, Limit } from "./protocol.ts";
import type { Outcome } from "./types.ts";

/** An outcome without output, whose value and exception are bytes yet: it can be sent from one thread to another. */
export interface RawOutcome extends Omit<Outcome, "value" | "error" | "stdout" | "stderr" | "paused"> {
  /** What the run waits for, for "paused". */
  pending?: RawPending;
  /** The run called what has not come (rest.ts): it is to be had again. The guest is as it was before. */
  lacksRest?: boolean;
  /** CBOR; empty but for "completed". */
  value?: Uint8Array;
  /** CBOR, for "raised". */
  error: Uint8Array | null;
  /** For a recording. */
  taken?: Taken;
}

/** A piece of output. */
export interface Wrote {
  stream: number;
  data: Uint8Array;
}

/** What a run did, and what it was told, from its begin on: nothing that came before a pause is missing. */
export interface Taken {
  program: Program;
  journal: Entry[];
  /** How many bytes that is: of too many, the journal holds none. */
  told: number;
  wrote: Wrote[];
}

export interface RawPending extends Asked {
  id: number;
  /** For how long the program has run, in milliseconds. */
  ran: number;
  /** Whether the page has said that the answer comes later; else it is still to be asked, or to be waited for. */
  later: boolean;
  /** Whether the guest waits where it asked (kept.ts). */
  kept?: boolean;
}

type End = Pick<RawOutcome, "kind" | "limit" | "exitStatus" | "error" | "trap" | "value">;

const nothing = { limit: null, exitStatus: 0, error: null, trap: null };

/** Puts together what the guest and the imports know of a run. */
export function outcomeOf(run: Run, result: Result | undefined, trap: Trap | undefined, heapPeakBytes: number, wallNS: number): RawOutcome {
  const outcome = endOf(result, trap, run.stop) as RawOutcome; // completed: spreading it would take as long as the rest of a short call
  outcome.rolledBack = trap !== undefined;
  outcome.truncated = run.cut;
  outcome.used = { fuel: run.fuel + (result?.fuelConsumed ?? 0), heapPeakBytes, hostCalls: run.calls, hostBytes: run.bytes, wallNS };
  return outcome;
}

/** How the run ended. A trap after a stop is C code that did not come back in time. */
function endOf(result: Result | undefined, trap: Trap | undefined, stopped: number): End {
  if (!result) return stopped !== 0 ? stoppedBy(stopped) : { ...nothing, kind: "trapped", trap: trap?.message ?? "" };
  switch (result.ending) {
    case ending.completed:
      return { kind: "completed", limit: null, exitStatus: 0, error: null, trap: null, value: result.value };
    case ending.raised:
      return { ...nothing, kind: "raised", error: result.error };
    case ending.exited:
      return { ...nothing, kind: "exited", exitStatus: result.exitStatus };
    case ending.stopped:
      return stoppedBy(result.stop);
    default:
      throw new Error(`reading the result: unknown outcome ${result.ending}`);
  }
}

const stops = new Map<number, [Kind, Limit | null]>([
  [stop.fuel, ["limited", "fuel"]],
  [stop.deadline, ["limited", "deadline"]],
  [stop.output, ["limited", "output"]],
  [stop.hostCalls, ["limited", "host calls"]],
  [stop.hostBytes, ["limited", "host bytes"]],
  [stop.cancelled, ["cancelled", null]],
]);

function stoppedBy(by: number): End {
  const found = stops.get(by);
  if (!found) throw new Error(`reading the result: guest was stopped for an unknown reason ${by}`);
  return { ...nothing, kind: found[0], limit: found[1] };
}
