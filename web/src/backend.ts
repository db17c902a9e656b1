// What a session is made of: a guest somewhere (the backend), and what the guest is served with (the page).

import type { Program } from "./abi.ts";
import type { GuestState } from "./checkpoint.ts";
import type { FilesState } from "./files/files.ts";
import type { Later } from "./later.ts";
import type { RawOutcome } from "./outcome.ts";
import type { Waiting } from "./types.ts";

/** A guest: on this thread (local.ts) or in a worker (client.ts). One call at a time, but for stop. */
export interface Backend {
  readonly waiting: Waiting;
  run(program: Program): Promise<RawOutcome>;
  /** Tells whether a prompt should ask for another line before it runs the text. */
  continues(text: string): Promise<boolean>;
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
  /** Frees the guest, in the midst of a run too. */
  close(): void;
}

/** What a guest can ask for that may take its time: bytes to bytes. Undefined is no answer, since the run is to end. */
export interface Questions {
  /** Gives more of stdin; nothing is the end. What is asked is empty. */
  input: (nothing: Uint8Array) => Later<Uint8Array | undefined>;
  /** Makes the call of a host function that a request asks for, and gives the reply. */
  call: (request: Uint8Array) => Later<Uint8Array | undefined>;
}

/** What a guest is served with. Errors are trouble of the host, and end the run. */
export interface Page extends Partial<Questions> {
  /** Takes output of a stream, 1 or 2. */
  write(stream: number, data: Uint8Array): void;
}
