// What a host of guests is asked, and answers: runtime/protocol's messages.go.

import type { Mount, RunOptions, SessionOptions } from "./types.ts";

/** A mount whose files are here, or came in a folder by that name. */
export type MountMessage = Omit<Mount, "files"> & { files?: Record<string, string>; folder?: string };

export type SessionMessage = Omit<SessionOptions, "onStdout" | "onStderr" | "record" | "stdin" | "mounts" | "files" | "hostFunctions" | "clockStart" | "env" | "seed"> & {
  stdin?: string;
  mounts?: MountMessage[];
  testFunctions?: boolean;
  pause?: boolean;
  record?: boolean;
  /** A decimal number of up to 64 bits. */
  seed?: string;
  /** KEY=VALUE each. */
  env?: string[];
};

export type Request =
  | { id: number; op: "run"; session: SessionMessage; programs: (Omit<RunOptions, "inputs"> & { source: string })[]; snapshot?: string; paused?: string; keep?: boolean }
  | { id: number; op: "replay"; recording: string }
  | { id: number; op: "cancel"; cancel: number }
  | { id: number; op: "folder"; folder: { name: string; files: Record<string, string> } };

/** What a server answers that ran what a page ran: runtime/protocol's CompareResponse. */
export interface CompareResponse {
  error?: string;
  fields?: { field: string; page: string; server: string; differs: boolean }[];
  wall_ns?: number;
}
