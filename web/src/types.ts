// What users of the library give and get.

import type { PythonError, Kind, Limit, Usage } from "./protocol.ts";
import type { HostFunction } from "./hostcall.ts";
import type { Value } from "./values.ts";

/** Where the artifact, micropython.wasm, comes from: an address, its bytes, or compiled already, or soon: the worker starts meanwhile. */
export type Artifact = string | URL | ArrayBuffer | Uint8Array | WebAssembly.Module | Promise<WebAssembly.Module>;

export interface LoadOptions {
  /** The artifact; by default micropython.wasm beside this module. */
  artifact?: Artifact;
  /** Where worker.js stands; by default beside this module. */
  worker?: string | URL;
  /** Fetches the rest of an artifact that was cut in two, as the playground's is. It is called when a program first needs it, and again after a failure. */
  rest?: () => Promise<WebAssembly.Module>;
  /**
   * How many paused runs keep their guest where it waits, so that resume goes on at once; 64 by default. Beyond that the oldest are had again from their
   * beginning when they are resumed, as stored ones are. Guests wait so where a session's waiting is "shared" or "jspi".
   */
  keptRuns?: number;
}

/** A value that a program's stdin gets when it reads: text or bytes; null is the end. */
export type Input = string | Uint8Array | null;

/** A folder that the guest sees. */
export interface Mount {
  /** The absolute path at which the guest sees it. It must not be below another mount. */
  path: string;
  /** What is in it, by slash-separated relative paths such as "pkg/__init__.py"; "out/", with nothing, is an empty folder. */
  files: Readonly<Record<string, string | Uint8Array>>;
  /** Gives the guest a copy that it may change, which counts towards the limits. Without it, it can only read. */
  writable?: boolean;
}

/** What a session's guest gets. Nothing beyond this: no files but those that it writes into memory, no network, no environment, a clock that stands still but for sleeping. */
export interface SessionOptions {
  /** How large the GC heap may grow before MemoryError is raised, in bytes: 1 MiB to 1 GiB; 16 MiB by default. */
  memory?: number;
  /** How much fuel each run may burn; no limit by default. The count is the same on every host. */
  fuel?: number;
  /** How long each run may take, in milliseconds; no limit by default. */
  timeoutMs?: number;
  /** How many bytes each run may write, both streams together. What fits is kept. 1 MiB by default where output is captured. */
  maxOutput?: number;
  /** What random numbers follow from, those of os.urandom too: whoever knows it knows them all. 0 by default; up to 64 bits. */
  seed?: number | bigint;
  /** What the program takes for time: "fixed", the default, shows the same on every run; "real" shows the host's. */
  clock?: "fixed" | "real";
  /** What a fixed clock shows at first; 2026-01-01T00:00:00Z by default. */
  clockStart?: Date;
  /** The environment, which os.getenv shows. */
  env?: { readonly [name: string]: string };
  /** Files that the guest sees, by their paths from the root: a mount at "/", of which the guest changes a copy, unless filesLimitBytes is 0. */
  files?: Mount["files"];
  /**
   * Functions that programs may call: under "name" as a built-in one, under "module.name" from a module that they import. What Python
   * has already, built in or as a module, is no name for them.
   * A function may return a promise, and may throw a Pause, which pauses the run.
   */
  hostFunctions?: { readonly [name: string]: HostFunction };
  /** How many bytes the arguments and the result of a call may have, encoded; 1 MiB each by default. */
  maxRequest?: number;
  maxReply?: number;
  /** How often each run may call host functions, and how many bytes their arguments and results may have together; no limit by default. */
  maxHostCalls?: number;
  maxHostBytes?: number;
  /**
   * How many objects of programs the page may hold at a time, up to 65,535: functions, generators, instances and whatever else has no
   * plain value come as a Handle then, also to host functions, which can call them. None by default: they come as a Repr.
   */
  handles?: number;
  /** How many objects of the page's, instances of classes with a static property `python`, and iterations over them, programs may hold at a time; 1024 by default. */
  objects?: number;
  /** Lets the time that host functions take count for timeoutMs. */
  countHostTime?: boolean;
  /** Lets the time that a function for stdin takes count for timeoutMs, which is the default. A person may need longer than a program. */
  countInputTime?: boolean;
  /** sys.argv. */
  args?: readonly string[];
  /** What sys.path begins with; [""], the current directory, by default. */
  path?: readonly string[];
  /** Folders that the guest sees. */
  mounts?: readonly Mount[];
  /**
   * How many bytes the files may hold together that the guest keeps in memory: those it writes, anywhere but in mounts, and those of
   * writable mounts; 16 MiB by default. There is an empty folder /tmp, and the working folder is /. 0 means that it cannot write.
   */
  filesLimitBytes?: number;
  /** How many files and folders there may be in memory; 1,024 by default. */
  filesLimit?: number;
  /**
   * What the program reads; nothing by default. A function is asked whenever the program wants more; it may return a
   * promise, and may throw a Pause.
   */
  stdin?: string | Uint8Array | (() => Input | Promise<Input>);
  /** Receive what the program writes, as it writes it. A stream without one is captured in the outcome. */
  onStdout?: (text: string) => void;
  onStderr?: (text: string) => void;
  /**
   * Where the guest runs: in a Web Worker of its own, so that the page never freezes, or on the thread at hand. A worker
   * is the default where there is the global Worker, which Node.js does not have.
   */
  thread?: "worker" | "here";
  /**
   * Is given a recording of each run and call: what the session was before it, all that came into it, and what came of it; MicroPython.replay, and in Go
   * `mpwasm replay`, have the run again from that. Runs that took too long or were stopped are not recorded. It costs a snapshot a run.
   */
  record?: (recording: Uint8Array) => void;
}

/**
 * How a running guest can wait for the page: by JavaScript promise integration (JSPI), by shared memory in a page that is
 * cross-origin isolated, or, where there is neither, by a pause: the run is ended where it asks, and had again with the answer. The
 * program notices nothing, but what came before takes its time again. Without the first two, stop() ends the worker, and the session
 * goes back to before the run.
 */
export type Waiting = "shared" | "jspi" | "pause";

/** What a paused run waits for: a call of a host function, or input. id tells it from all others of the same run. */
export type Pending =
  | { kind: "call"; id: number; function: string; args: readonly unknown[]; kwargs: { readonly [name: string]: unknown } }
  | { kind: "input"; id: number };

/**
 * A run that waits for an answer which comes later: a host function, or stdin, threw a Pause. It can be gone on with once, now or in a year,
 * here, in another page, or in Go. Its session is as it was before the run, and runs nothing else until the run was resumed or
 * dropped; reset and restore drop it too. What it wrote was given out, and what functions did is done: neither is repeated.
 */
export interface Paused {
  readonly session: Session;
  /** The first of pendingCalls. */
  readonly pending: Pending;
  /** All that the run waits for: several calls, where the program awaits several functions that were made by awaitable. */
  readonly pendingCalls: readonly Pending[];
  /**
   * Goes on with what the function gives; of input, with text, bytes, or null at the end. The outcome's output is what was written since. Of several
   * pending calls, id says which is answered, the first by default; while the program waits for the others, the outcome is paused again.
   */
  resume(value: unknown, id?: number): Promise<Outcome>;
  /** Goes on with what the function throws. */
  throw(error: unknown, id?: number): Promise<Outcome>;
  /**
   * Stores the run, with the session as it was before: for Session.restorePaused, and for Engine.RestorePaused in Go. Without the session it takes
   * some hundred bytes; then that must have been as it began when the run came, with a fixed clock, and the session that goes on must have
   * been given the same options.
   */
  store(options?: { session?: boolean }): Promise<Uint8Array>;
  /** Gives the run up. */
  drop(): Promise<void>;
}

export interface RunOptions {
  /** What tracebacks call the program; "<string>" by default. */
  name?: string;
  /** Leaves the value of the last expression out. */
  noValue?: boolean;
  /** Gives a value to a program, too, whose last statement assigns to a name, as in "total = 3": the value of that name. */
  assignedValue?: boolean;
  /**
   * As in an interactive interpreter: the value, unless it is None, is "_" afterwards; an exception is sys.last_exc, and the frames of its
   * traceback have f_locals. Of an assignment there is no value then.
   */
  interactive?: boolean;
  /** Variables that the program finds: they stay for later programs of the session. */
  inputs?: { readonly [name: string]: unknown };
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
  /** The run that waits, for "paused". */
  paused: Paused | null;
  /** The value of the program's last statement, if that is an expression, for "completed". */
  value: Value;
  /** What the program wrote, where the session has no callback for the stream. A byte that is no UTF-8 is U+DC00 + byte. */
  stdout: string;
  stderr: string;
  /** The program wrote more than maxOutput. */
  truncated: boolean;
  used: Usage;
}

/** A way to go, of a run that is followed. Each ends at a breakpoint, too. */
export type Stride = "in" | "over" | "out" | "back" | "back over" | "back out" | "continue" | "continue back";

/** Where a run that is followed is: at the begin of a statement, or at the end. */
export interface Moment {
  /** Its number, from 1 on; at the end, the number of all. */
  statement: number;
  /** How much the run had burnt. */
  fuel: number;
  file: string;
  line: number;
  function: string;
  /** How many frames there are. */
  depth: number;
  ended: boolean;
}

export interface TraceFrame {
  file: string;
  line: number;
  function: string;
}

export interface TraceVariable {
  name: string;
  type: string;
  /** What Python shows of the value, shortened. */
  text: string;
  /** How many parts it has: items, or attributes. */
  parts: number;
}

/** Whose parts are wanted: of a frame's scope, or of an expression's value in it. The path leads from part to part, by their numbers. */
export interface TracePlace {
  /** 0 is the innermost. */
  frame?: number;
  scope?: "locals" | "globals";
  expression?: string;
  path?: readonly number[];
}

/**
 * Follows a run statement by statement, forwards and back, on the thread at hand. Functions are called, stdin is read and output is given to callbacks when a
 * moment is come to for the first time. One thing at a time.
 */
export interface Trace {
  readonly now: Moment;
  /** How the run ended, once it was at its end. */
  readonly outcome: Outcome | null;
  /** What the program had written by now. */
  output(): { stdout: string; stderr: string };
  /** At which lines of a file to stop. */
  setBreakpoints(file: string, lines: readonly number[]): void;
  step(stride: Stride): Promise<Moment>;
  /** Has a step forwards that is under way end soon, at any statement. */
  pause(): void;
  /** Where the run ended with an exception: goes to the last statement of the innermost function of the program's in its traceback. */
  goToRaise(): Promise<Moment>;
  /** Goes to a statement, by its number. */
  goTo(statement: number): Promise<Moment>;
  /** Goes to the first statement that begins when so much fuel is burnt. */
  goToFuel(fuel: number): Promise<Moment>;
  /** What runs, the innermost first. */
  frames(): Promise<TraceFrame[]>;
  /** Variables, or parts of a value, from a number on. */
  parts(place: TracePlace, first?: number, count?: number): Promise<TraceVariable[]>;
  /** The value of an expression. Nothing that it does stays; what it raises is thrown as a PyException. */
  evaluate(frame: number, expression: string): Promise<TraceVariable>;
}

/** Something that was not as it was recorded; both as text, bytes in hex. */
export interface Difference {
  /** "stdout", "fuel", "memory_sha256" and so on, as runtime/sandbox/PAUSED.md has it. */
  what: string;
  recorded: string;
  replayed: string;
}

/** A recorded run that was had again: see MicroPython.replay. */
export interface Replayed {
  /** The program's name, or what was called. */
  program: string;
  outcome: Outcome;
  /** Both streams, in the order in which the program wrote. */
  merged: string;
  /** The digest of the guest's memory in the end, in hex. */
  memorySHA256: string;
  /** What is not as it was recorded; empty if all is. */
  differences: readonly Difference[];
}

/** A program whose top level has run: see MicroPython.compile. Runs take their turns. */
export interface Compiled extends AsyncDisposable {
  /** What came of the top level. Unless it completed, there is nothing to call. */
  readonly outcome: Outcome;
  /** Calls a function, as a session does. */
  call(name: string, args?: readonly unknown[], kwargs?: { readonly [name: string]: unknown }): Promise<Outcome>;
  /** Runs a program where the top level ended. Its inputs are variables that it finds. */
  run(code: string | Uint8Array, options?: RunOptions): Promise<Outcome>;
  /** Ends the run at hand, if any. */
  stop(): void;
  /** Frees the guest. */
  dispose(): Promise<void>;
}

/** One guest. Its programs run one at a time and see what earlier ones left; what is asked for meanwhile waits. */
export interface Session extends AsyncDisposable {
  /** How the guest can wait for the page. */
  readonly waiting: Waiting;
  /** Runs a program as __main__. However it ends, the session can be used again. */
  run(code: string | Uint8Array, options?: RunOptions): Promise<Outcome>;
  /** Begins to follow a run, with a guest of its own: the session stays as it is. */
  trace(code: string | Uint8Array, options?: RunOptions): Promise<Trace>;
  /**
   * Calls what a name means to the session's programs: "quote", "pricing.quote", "Account.open", a built-in function. Its first part is
   * a name of __main__, or of a module that was imported. What the call returns is the outcome's value; nothing is compiled. A name
   * that means nothing raises what it would raise in a program.
   */
  call(name: string, args?: readonly unknown[], kwargs?: { readonly [name: string]: unknown }): Promise<Outcome>;
  /**
   * Tells whether an interactive prompt should ask for another line before it runs the text: brackets or quotes are open, or
   * a compound statement has not been ended by an empty line. It does not tell whether the text is Python.
   */
  continues(text: string): Promise<boolean>;
  /**
   * Ends the run at hand, if any: its outcome is "cancelled". A guest on the thread at hand can be stopped from a callback, or,
   * where it waits by JSPI, at any time: it lets the thread's other work in every few milliseconds.
   */
  stop(): void;
  /** Makes the session a new one, with the same options. */
  reset(): Promise<void>;
  /** Copies of the files that the guest can write, by their paths without the leading slash; "out/", with nothing, is an empty folder. */
  files(): Promise<Record<string, Uint8Array>>;
  /**
   * Takes a snapshot of all that the session consists of: memory, files in memory, clock, random numbers. It is the
   * same format that Go's sandbox reads and writes. What callbacks, functions and mounts give is not part of it.
   */
  snapshot(): Promise<Uint8Array>;
  /**
   * Makes the session what a snapshot holds. It must be of the same artifact, and the session have the same memory limit,
   * mounts at the same paths, room for its files, and functions of the same names; else the promise is rejected with a
   * SnapshotError, and the session stays as it is.
   */
  restore(snapshot: Uint8Array): Promise<void>;
  /**
   * Makes the session what another was before a run that was paused and stored, and gives the run. It must fit as for restore; else the
   * promise is rejected with a PausedError or a SnapshotError.
   */
  restorePaused(stored: Uint8Array): Promise<Paused>;
  /** Starts a session with the same options that begins with what this one is now. From then on they have nothing in common. */
  fork(): Promise<Session>;
  /**
   * The digest, in hex, of the guest's memory. For the same programs and options it is the same on every host. Needs
   * crypto.subtle, which browsers give to pages from https and from localhost.
   */
  memorySHA256(): Promise<string>;
  /** Ends the session, and the run at hand with it. */
  dispose(): Promise<void>;
}
