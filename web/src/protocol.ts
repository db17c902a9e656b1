// Made from runtime/protocol/protocol.go by its test; do not edit.

/** Kind says how a run ended. */
export type Kind = (typeof kinds)[number];

export const kinds = [
  /** Completed: the program came to its end. */
  "completed",
  /** Raised: an exception was not caught. */
  "raised",
  /** Exited: the program asked to end, with a status (sys.exit, SystemExit). */
  "exited",
  /** Limited: a limit ended the run; Outcome.Limit says which. */
  "limited",
  /** Trapped: the guest did what wasm forbids. A defect of the guest, never of the program. */
  "trapped",
  /** Cancelled: the host ended the run. */
  "cancelled",
  /** Paused: the program waits for an answer that comes later; what it left when it began to wait is gone on with. */
  "paused",
] as const;

/** Limit names a limit. */
export type Limit = (typeof limits)[number];

export const limits = [
  /** FuelLimit: the budget of fuel was used up. */
  "fuel",
  /** DeadlineLimit: the wall clock ran out. */
  "deadline",
  /** OutputLimit: more was printed than allowed. */
  "output",
  /** HostCallLimit: host functions were called more often than allowed. */
  "host calls",
  /** HostBytesLimit: more went to host functions, and came from them, than allowed. */
  "host bytes",
] as const;

/** PythonError is an exception that the program did not catch. */
export interface PythonError {
  /** Type is the name of the exception's class. */
  type: string;
  /** Message is str(exception). */
  message: string;
  /** Traceback is what an interpreter prints: the frames, and the type with the message. */
  traceback: string;
  /** Line is the innermost line of the program itself that the traceback names, from 1; 0 if none. */
  line: number;
  /** Frames are the traceback's frames, outermost first; of more than 100, the 100 innermost. */
  frames: PythonFrame[];
}

/** PythonFrame is where one function was when an exception passed through it. */
export interface PythonFrame {
  /** File is the name of the program or the path of a module's file. */
  file: string;
  /** Line is the line, from 1. */
  line: number;
  /** Function is the function's name; "<module>" outside of functions. */
  function: string;
}

/** Usage is what a run used. */
export interface Usage {
  /**
   * Fuel counts backward jumps and returns of Python code, and turns of loops in the interpreter's own code;
   * the same on every host.
   */
  fuel: number;
  /**
   * HeapPeakBytes is the most bytes that were in use at any time of the run, in the GC heap's pages of 4 KiB: pages
   * that held objects, live or not yet collected, and the collector's own tables. What earlier runs of the session
   * left counts; pages that stand free do not. The same on every host.
   */
  heapPeakBytes: number;
  /** HostCalls is how often host functions were called. */
  hostCalls: number;
  /** HostBytes is what went to host functions, and came from them, in its encoded form. */
  hostBytes: number;
  /** WallNS is the time that passed, in nanoseconds. */
  wallNS: number;
}
