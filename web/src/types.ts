// What users of the library give and get.

import type { PythonError, Kind, Limit, Usage } from "./protocol.ts";
import type { Value } from "./values.ts";

/** Where the artifact, micropython.wasm, comes from: an address, its bytes, or compiled already. */
export type Artifact = string | URL | ArrayBuffer | Uint8Array | WebAssembly.Module;

export interface LoadOptions {
  /** The artifact; by default micropython.wasm beside this module. */
  artifact?: Artifact;
  /** Where worker.js stands; by default beside this module. */
  worker?: string | URL;
}

/** What a session's guest gets. Nothing beyond this: no files, no network, no environment, a clock that stands still but for sleeping. */
export interface SessionOptions {
  /** How large the GC heap may grow before MemoryError is raised, in bytes: 1 MiB to 1 GiB; 16 MiB by default. */
  memory?: number;
  /** How much fuel each run may burn; no limit by default. The count is the same on every host. */
  fuel?: number;
  /** How long each run may take, in milliseconds; no limit by default. */
  timeoutMs?: number;
  /** How many bytes each run may write, both streams together. What fits is kept. 1 MiB by default where output is captured. */
  maxOutput?: number;
  /** sys.argv. */
  args?: readonly string[];
  /** What sys.path begins with; [""], the current directory, by default. */
  path?: readonly string[];
  /** What the program reads; nothing by default. */
  stdin?: string | Uint8Array;
  /** Receive what the program writes, as it writes it. A stream without one is captured in the outcome. */
  onStdout?: (text: string) => void;
  onStderr?: (text: string) => void;
}

export interface RunOptions {
  /** What tracebacks call the program; "<string>" by default. */
  name?: string;
  /** Leaves the value of the last expression out. */
  noValue?: boolean;
}

/** What a run gave. Trouble of the program is a field here; trouble of the host rejects the promise. */
export interface Outcome {
  /** How the run ended; the fields below say more. */
  kind: Kind;
  /** Which limit ended it, for "limited". */
  limit: Limit | null;
  /** What the program asked to end with, for "exited". */
  exitStatus: number;
  /** The exception, for "raised". */
  error: PythonError | null;
  /** What the guest did, for "trapped". */
  trap: string | null;
  /** The session is as it was before the run, since the run was ended where the guest could not go on from. */
  rolledBack: boolean;
  /** The value of the program's last statement, if that is an expression, for "completed". */
  value: Value;
  /** What the program wrote, where the session has no callback for the stream. A byte that is no UTF-8 is U+DC00 + byte. */
  stdout: string;
  stderr: string;
  /** The program wrote more than maxOutput. */
  truncated: boolean;
  used: Usage;
}

/** One guest. Its programs run one at a time and see what earlier ones left. */
export interface Session extends AsyncDisposable {
  /** Runs a program as __main__. */
  run(code: string | Uint8Array, options?: RunOptions): Promise<Outcome>;
  /** Ends the run at hand, if any: its outcome is "cancelled". */
  stop(): void;
  /**
   * The digest, in hex, of the guest's memory. For the same programs and options it is the same on every host. Needs
   * crypto.subtle, which browsers give to pages from https and from localhost.
   */
  memorySHA256(): Promise<string>;
  /** Ends the session. */
  dispose(): Promise<void>;
}
