// What users see of how a run came out.

import type { Handles } from "./handles.ts";
import type { RawOutcome } from "./outcome.ts";
import type { PythonError, PythonFrame } from "./protocol.ts";
import type { Outcome, Paused } from "./types.ts";
import { decodeValue } from "./values.ts";

/** Decodes value and exception, and adds what was written. */
export function finish({ pending: _, ...raw }: RawOutcome, output: Pick<Outcome, "stdout" | "stderr">, paused: Paused | null, handles?: Handles): Outcome {
  return { ...raw, paused, ...output, value: raw.value && raw.value.length > 0 ? decodeValue(raw.value, handles) : null, error: raw.error && decodeError(raw.error) };
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
