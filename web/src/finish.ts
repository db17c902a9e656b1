// What users see of how a run came out.

import type { Handles } from "./handles.ts";
import type { RawOutcome } from "./outcome.ts";
import type { PythonError, PythonFrame } from "./protocol.ts";
import type { Outcome, Paused } from "./types.ts";
import { type Value, decodeValue } from "./values.ts";

/** Decodes value and exception, and adds what was written. */
export function finish(raw: RawOutcome, { stdout, stderr }: Pick<Outcome, "stdout" | "stderr">, paused: Paused | null, handles?: Handles): Outcome {
  const { kind, limit, exitStatus, trap, rolledBack, truncated, used } = raw; // one by one: spreading takes as long as the rest of a short call
  return { kind, limit, exitStatus, trap, rolledBack, truncated, used, paused, stdout, stderr, value: valueOf(raw.value, handles), error: raw.error && decodeError(raw.error) };
}

const none = 0xf6;

function valueOf(value: Uint8Array | undefined, handles: Handles | undefined): Value {
  if (!value || value.length === 0 || (value.length === 1 && value[0] === none)) return null;
  return decodeValue(value, handles);
}

function decodeError(data: Uint8Array): PythonError {
  const map = decodeValue(data);
  if (!(map instanceof Map)) throw new Error("decoding the exception: it is no map");
  const text = (key: string) => String(map.get(key) ?? "");
  const frames = map.get("frames");
  return {
    type: text("type"),
    message: text("message"),
    traceback: text("traceback"),
    line: Number(map.get("line") ?? 0),
    frames: Array.isArray(frames) ? frames.map(decodeFrame) : [],
  };
}

function decodeFrame(frame: unknown): PythonFrame {
  if (!(frame instanceof Map)) throw new Error("decoding the exception: a frame is no map");
  return { file: String(frame.get("file")), line: Number(frame.get("line")), function: String(frame.get("function")) };
}
