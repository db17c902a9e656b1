// Values and outcomes as JSON that keeps every difference Python makes: what runtime/hostcall's MarshalJSON and
// runtime/protocol's Report are in Go.

import type { Outcome } from "./types.ts";
import { Handle } from "./handles.ts";
import { Float, Repr, Tuple, type Value } from "./values.ts";

/** A value as JSON. An int is a number without a fraction, of any size; a float one with a fraction or an exponent. */
export function valueToJSON(value: Value): string {
  switch (typeof value) {
    case "bigint":
      return value.toString();
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? value.toString() : floatToJSON(value);
    case "object":
      return objectToJSON(value);
    default:
      return JSON.stringify(value); // boolean, string
  }
}

function objectToJSON(value: Value & object | null): string {
  if (value === null) return "null";
  if (value instanceof Float) return floatToJSON(value.valueOf());
  if (value instanceof Uint8Array) return `{"$bytes":"${base64(value)}"}`;
  if (Array.isArray(value)) return listToJSON(value);
  if (value instanceof Tuple) return `{"$tuple":${listToJSON(value.items)}}`;
  if (value instanceof Handle) return `{"$repr":${JSON.stringify(`<handle of ${value.type}>`)}}`;
  if (value instanceof Repr) return `{"$repr":${JSON.stringify(value.text)}}`;
  return dictToJSON(value instanceof Map ? [...value] : Object.entries(value as { [key: string]: Value }));
}

function listToJSON(items: readonly Value[]): string {
  return `[${items.map(valueToJSON).join(",")}]`;
}

/** A dict whose keys are all str, none beginning with "$", is an object. */
function dictToJSON(entries: [Value, Value][]): string {
  if (!entries.every(([key]) => typeof key === "string" && !key.startsWith("$"))) {
    return `{"$dict":${listToJSON(entries)}}`;
  }
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${valueToJSON(item)}`).join(",")}}`;
}

/** The shortest digits that give the float back, with an exponent where Go's format 'g' has one. */
function floatToJSON(value: number): string {
  if (Number.isNaN(value)) return `{"$float":"nan"}`;
  if (!Number.isFinite(value)) return `{"$float":"${value > 0 ? "inf" : "-inf"}"}`;
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 6) {
    const plain = value.toFixed(Math.max(digits.replace(/[-.]/g, "").length - 1 - power, 0));
    return plain.includes(".") ? plain : `${plain}.0`;
  }
  return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

export function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** An outcome as runtime/protocol's Report. */
export function outcomeToJSON(outcome: Outcome): string {
  const { used } = outcome;
  const rest = {
    outcome: outcome.kind,
    limit: outcome.limit,
    exit_status: outcome.exitStatus,
    ...(outcome.trap === null ? {} : { trap: outcome.trap }),
    rolled_back: outcome.rolledBack,
    stdout: outcome.stdout,
    stderr: outcome.stderr,
    error: outcome.error,
    used: { fuel: used.fuel, heap_peak_bytes: used.heapPeakBytes, host_calls: used.hostCalls, host_bytes: used.hostBytes, wall_ns: used.wallNS },
    truncated: outcome.truncated,
  };
  return `{"value":${valueToJSON(outcome.value)},${JSON.stringify(rest).slice(1)}`;
}
