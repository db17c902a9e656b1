// Python in the page: MicroPython as one WebAssembly file, in a sandbox. This is the whole of the library's surface.

export { awaitable } from "./awaited.ts";
export { MicroPython } from "./engine.ts";
export { OptionError, PausedError, RecordError, SnapshotError, ValueError } from "./errors.ts";
export { Handle } from "./handles.ts";
export { type PythonMembers, closeObject } from "./objects.ts";
export { type HostFunction, Pause, PyException } from "./hostcall.ts";
export type { Kind, Limit, PythonError, PythonFrame, Usage } from "./protocol.ts";
export type { Artifact, Compiled, Difference, LoadOptions, Mount, Outcome, Paused, Pending, Replayed, RunOptions, Input, Session, SessionOptions, Moment, Stride, Trace, TraceFrame, TracePlace, TraceVariable, Waiting } from "./types.ts";
export { Float, Repr, Tuple, type Value } from "./values.ts";
