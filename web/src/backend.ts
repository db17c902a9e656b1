// What a session is made of: a guest somewhere (the backend), and what the guest is served with (the page).

import type { Program } from "./abi.ts";
import type { GuestState } from "./checkpoint.ts";
import type { FilesState } from "./files/files.ts";
import type { Asked, Entry } from "./journal.ts";
import type { Later } from "./later.ts";
import type { RawOutcome } from "./outcome.ts";
import type { Waiting } from "./types.ts";

/** A guest: on this thread (local.ts) or in a worker (client.ts). One call at a time, but for stop. */
export interface Backend {
  readonly waiting: Waiting;
  run(program: Program): Promise<RawOutcome>;
  /** Does the same, and has the outcome at once unless something is to be waited for. Only a guest that cannot be suspended, on the thread at hand, does that. */
  readonly runNow?: ((program: Program) => Later<RawOutcome>) | undefined;
  /** Tells whether a prompt should ask for another line before it runs the text. */
  continues(text: string): Promise<boolean>;
  /**
   * What a run waits for that was paused, for want of another way to wait: later if the page says again that its answer comes later.
   * Undefined if the run is to end.
   */
  answer(): Later<Uint8Array | LaterOn | undefined>;
  /** Goes on with a run that was paused: with a reply, or with input. counted is for how long it waited, in milliseconds, if that counts. */
  resume(data: Uint8Array, counted: number): Promise<RawOutcome>;
  /** Has a guest come back that waits in the midst of a run that is paused: it is as before the run then, which is had again when it is gone on with. */
  letGo(): Promise<void>;
  /** The run that is paused. */
  pausedRun(): Promise<PausedRun>;
  /** Makes a run the one that is paused, in the state before it, or gives it up. */
  setPaused(run: PausedRun | undefined): Promise<void>;
  /** Gives the guest the rest of its artifact (rest.ts). */
  attach(rest: WebAssembly.Module): Promise<void>;
  /** Has the run again whose outcome was that it lacks the rest; setPaused(undefined) gives it up. */
  again(): Promise<RawOutcome>;
  /** Ends the run at hand. */
  stop(): void;
  /** Starts anew. */
  reset(): Promise<void>;
  /** A copy of what the guest consists of. */
  state(): Promise<GuestState>;
  /** What the guest has in its files. */
  filesState(): Promise<FilesState>;
  /** Puts the guest into a state. */
  restore(state: GuestState): Promise<void>;
  /** Takes note of what the guest is now, for backToMark. */
  mark(): Promise<void>;
  /** Makes the guest what it was when it was marked. */
  backToMark(): Promise<void>;
  /** Frees the guest, in the midst of a run too. */
  close(): void;
}

/** A run that waits for an answer; the guest is as it was before the run. It can be sent from one thread to another. */
export interface PausedRun {
  program: Program;
  journal: Entry[];
  pending: Asked;
  /** For how long it ran, in milliseconds. */
  ran: number;
  /** On the session's clock, in nanoseconds. */
  elapsed: bigint;
  /** What the host got of stdin and the guest has not read. */
  unread: Uint8Array;
}

/** Stands for an answer that comes later: the run is to be paused. */
export const laterOn = "later";
export type LaterOn = typeof laterOn;

/** What a guest can ask for that may take its time: bytes to bytes. Undefined is no answer, since the run is to end. */
export interface Questions {
  /** Gives more of stdin; nothing is the end. What is asked is empty. */
  input: (nothing: Uint8Array) => Later<Uint8Array | LaterOn | undefined>;
  /** Makes the call of a host function that a request asks for, and gives the reply. */
  call: (request: Uint8Array) => Later<Uint8Array | LaterOn | undefined>;
}

/** What a guest is served with. Errors are trouble of the host, and end the run. */
export interface Page extends Partial<Questions> {
  /** Takes output of a stream, 1 or 2. */
  write(stream: number, data: Uint8Array): void;
}
