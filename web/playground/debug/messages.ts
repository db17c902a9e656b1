// What page and debugger's thread say to each other.

import type { RawOutcome } from "../../src/outcome.ts";
import type { Config } from "../../src/options.ts";
import type { Moment, Stride, TraceFrame, TracePlace } from "../../src/types.ts";

export interface Start {
  module: WebAssembly.Module;
  rest?: WebAssembly.Module;
  config: Config;
  name: string;
  code: string;
  prelude?: string;
  breaks: [file: string, lines: number[]][];
}

/** Something that the page wants done; it hears of the end by the same id. */
export interface Ordered {
  id: number;
  start?: Start;
  way?: { stride: Stride } | { fuel: number } | { statement: number } | { raise: true };
  breaks?: { file: string; lines: number[] };
  look?: { place: TracePlace; first: number; count: number };
  value?: { frame: number; expression: string };
}

export type ToGuest = Ordered | { pause: true } | { answer: number; data: Uint8Array | null };

/** A moment, with how much of the output and of the answers there was by then, and how the run ended, once that is known. */
export interface At extends Moment {
  written: number;
  answered: number;
  end?: { raw: RawOutcome; fuel: number };
}

export interface Stood {
  at: At;
  frames: TraceFrame[];
}

/** A piece of output, by its number. */
export interface Wrote {
  kind: "stdout" | "stderr";
  text: string;
  piece: number;
}

export type FromGuest =
  | { type: "wrote"; pieces: Wrote[] }
  | { type: "ask"; question: number; what: "call" | "input"; data: Uint8Array }
  | { type: "done"; id: number; result: unknown }
  | { type: "failed"; id: number; message: string };
