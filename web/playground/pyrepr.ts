// A value as Python's repr() shows it.

import { Float, Repr, Tuple, type Value } from "../src/index.ts";

export function repr(value: Value): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return text(value);
  if (value instanceof Float) return float(value.valueOf());
  if (value instanceof Repr) return value.text;
  if (value instanceof Uint8Array) return bytes(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
  if (value instanceof Tuple) return value.items.length === 1 ? `(${repr(value.items[0] ?? null)},)` : `(${value.items.map(repr).join(", ")})`;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return `{${entries.map(([key, item]) => `${repr(key)}: ${repr(item)}`).join(", ")}}`;
}

function number(value: number): string {
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : float(value);
}

/** A float always shows that it is one. */
function float(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  const [digits = "", exponent] = String(value).split("e");
  if (exponent !== undefined) return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
  if (!digits.includes(".") && Math.abs(value) >= 1e16) {
    const [head = "", power = ""] = value.toExponential().split("e+");
    return `${head}e+${power}`;
  }
  return digits.includes(".") ? digits : `${digits}.0`;
}

const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function quote(content: string): string {
  const mark = content.includes("'") && !content.includes('"') ? '"' : "'";
  return mark + (mark === "'" ? content.replaceAll("'", "\\'") : content) + mark;
}

function text(value: string): string {
  return quote(value.replace(/[\\\n\r\t]/g, (c) => escapes[c] ?? c).replace(/[\x00-\x1f\x7f]/g, (c) => `\\x${hex(c.charCodeAt(0))}`));
}

function bytes(value: Uint8Array): string {
  let out = "";
  for (const byte of value) {
    const c = String.fromCharCode(byte);
    out += escapes[c] ?? (byte < 0x20 || byte > 0x7e ? `\\x${hex(byte)}` : c);
  }
  return `b${quote(out)}`;
}

function hex(n: number): string {
  return n.toString(16).padStart(2, "0");
}
