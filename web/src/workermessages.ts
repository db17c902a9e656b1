// What a session and its worker say to each other. The session asks for one thing at a time, and gets "done" or "failed".

import type { Program } from "./abi.ts";
import type { PausedRun, Questions } from "./backend.ts";
import type { GuestState } from "./checkpoint.ts";
import type { FilesState } from "./files/files.ts";
import type { Config } from "./options.ts";
import type { RawOutcome } from "./outcome.ts";
import type { Waiting } from "./types.ts";

export type ToWorker =
  | { type: "start"; module: WebAssembly.Module; config: Config; waiting: Waiting; asks: Record<keyof Questions, boolean>; channel?: SharedArrayBuffer; state?: GuestState; rest?: WebAssembly.Module }
  | { type: "attach"; rest: WebAssembly.Module }
  | { type: "run"; program: Program }
  | { type: "again" }
  | { type: "resume"; data: Uint8Array; counted: number }
  | { type: "letGo" }
  | { type: "paused" }
  | { type: "setPaused"; run?: PausedRun }
  | { type: "continues"; text: string }
  | { type: "reset" }
  | { type: "state" }
  | { type: "files" }
  | { type: "mark" }
  | { type: "backToMark" }
  | { type: "restore"; state: GuestState }
  // Besides, where the worker is suspended and hears messages (JSPI):
  | { type: "stop" }
  | { type: "answer"; question: number; data: Uint8Array };

export type FromWorker =
  | { type: "done"; outcome?: RawOutcome; more?: boolean; state?: GuestState; files?: FilesState; paused?: PausedRun; held?: Held }
  /** What went wrong, and the name of the error. */
  | { type: "failed"; message: string; name: string }
  | { type: "output"; stream: number; data: Uint8Array }
  /** Before a run that can only be ended together with the worker: what to go back to. */
  | { type: "checkpoint"; state: GuestState }
  | { type: "ask"; question: number; what: keyof Questions; data: Uint8Array }
  /** There is more of the answer to come, by way of shared memory. */
  | { type: "more"; question: number };

/** A paused run in whose midst the worker waits, for the answer to a question: data with, in front, for how long it waited, if that counts, as a float64. */
export interface Held {
  paused: PausedRun;
  question: number;
}

/** The first byte of an answer. */
export const answers = { data: 0, trouble: 1, later: 2, letGo: 3 } as const;

/** The end of a message port that both sides use, in browsers and in Node.js. */
export interface Port<In, Out> {
  post(message: Out, transfer?: ArrayBuffer[]): void;
  listen(handle: (message: In) => void): void;
}
