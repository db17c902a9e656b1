// What a host of guests is asked, and answers: runtime/protocol's messages.go.

import type { RunOptions, SessionOptions } from "./types.ts";

export type SessionMessage = Omit<SessionOptions, "onStdout" | "onStderr" | "stdin"> & { stdin?: string };

export interface Request {
  id: number;
  op: "run";
  session: SessionMessage;
  programs: (RunOptions & { source: string })[];
}
