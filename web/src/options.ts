// Checks what users ask for, and fills in defaults; as runtime/sandbox/config.go.

import { encodeText } from "./text.ts";
import type { SessionOptions } from "./types.ts";

const MiB = 1 << 20;
export const defaultMemory = 16 * MiB;
export const minMemory = MiB;
export const maxMemory = 1 << 30;
export const defaultMaxOutput = MiB;

/** Says that an option cannot be used. */
export class OptionError extends TypeError {
  override readonly name = "OptionError";
}

/** Options that are complete; limits of Infinity are none. */
export interface Config {
  memory: number;
  fuel: number;
  timeoutMs: number;
  maxOutput: number;
  args: readonly string[];
  path: readonly string[];
  stdin: Uint8Array;
}

const known = new Set(["memory", "thread", "fuel", "timeoutMs", "maxOutput", "args", "path", "stdin", "onStdout", "onStderr"]);

export function normalize(options: SessionOptions): Config {
  for (const name of Object.keys(options)) {
    if (!known.has(name)) throw new OptionError(`option ${name}: there is none of that name; there are ${[...known].join(", ")}`);
  }
  const captures = !options.onStdout || !options.onStderr;
  const config: Config = {
    memory: options.memory ?? defaultMemory,
    fuel: atLeastZero("fuel", options.fuel) || Infinity,
    timeoutMs: atLeastZero("timeoutMs", options.timeoutMs, false) || Infinity,
    maxOutput: atLeastZero("maxOutput", options.maxOutput) || (captures ? defaultMaxOutput : Infinity),
    args: options.args ?? [],
    path: options.path ?? [""],
    stdin: typeof options.stdin === "string" ? encodeText(options.stdin) : options.stdin instanceof Uint8Array ? options.stdin : new Uint8Array(0),
  };
  if (!Number.isInteger(config.memory) || config.memory < minMemory || config.memory > maxMemory) {
    throw new OptionError(`option memory: ${config.memory} bytes; it must be between ${minMemory} (1 MiB) and ${maxMemory} (1 GiB)`);
  }
  for (const text of [...config.args, ...config.path]) {
    if (text.includes("\0")) throw new OptionError(`options args and path: ${JSON.stringify(text)} must not hold a NUL`);
  }
  return config;
}

/** 0 and undefined mean the default. */
function atLeastZero(name: string, value: number | undefined, whole = true): number {
  if (value === undefined) return 0;
  if (typeof value !== "number" || !(value >= 0) || (whole && value !== Infinity && !Number.isSafeInteger(value))) {
    throw new OptionError(`option ${name}: ${String(value)}; it must be a ${whole ? "whole " : ""}number that is not negative; 0 means the default`);
  }
  return value;
}
