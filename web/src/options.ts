// Checks what users ask for, and fills in defaults; as runtime/sandbox/config.go.

import type { MountedFiles } from "./files/files.ts";
import { mountedFolder } from "./files/mount.ts";
import type { Quota } from "./files/tree.ts";
import { encodeText } from "./text.ts";
import type { Mount, SessionOptions } from "./types.ts";

const MiB = 1 << 20;
export const defaultMemory = 16 * MiB;
export const minMemory = MiB;
export const maxMemory = 1 << 30;
export const defaultMaxOutput = MiB;
export const defaultFilesLimit = 1024;

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
  mounts: readonly MountedFiles[];
  quota: Quota;
}

const known = new Set(["mounts", "filesLimitBytes", "filesLimit", "memory", "thread", "fuel", "timeoutMs", "maxOutput", "args", "path", "stdin", "onStdout", "onStderr"]);

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
    mounts: mounted(options.mounts ?? []),
    quota: quotaOf(options),
  };
  if (!Number.isInteger(config.memory) || config.memory < minMemory || config.memory > maxMemory) {
    throw new OptionError(`option memory: ${config.memory} bytes; it must be between ${minMemory} (1 MiB) and ${maxMemory} (1 GiB)`);
  }
  for (const text of [...config.args, ...config.path]) {
    if (text.includes("\0")) throw new OptionError(`options args and path: ${JSON.stringify(text)} must not hold a NUL`);
  }
  return config;
}

/** Without room, nothing can be written. */
function quotaOf(options: SessionOptions): Quota {
  const maxBytes = atLeastZero("filesLimitBytes", options.filesLimitBytes);
  const maxFiles = atLeastZero("filesLimit", options.filesLimit) || defaultFilesLimit;
  return { maxBytes, maxFiles: maxBytes > 0 ? maxFiles : 0 };
}

function mounted(mounts: readonly Mount[]): MountedFiles[] {
  return mounts.map(({ path, files, writable }, i) => {
    if (path !== "/" && !/^(\/(?!\.{0,2}(\/|$))[^/\0]+)+$/.test(path)) throw new OptionError(`option mounts: ${JSON.stringify(path)}; it must be an absolute and clean path such as "/lib"`);
    for (const other of mounts.slice(0, i)) {
      if (`${path}/`.startsWith(`${other.path}/`) || `${other.path}/`.startsWith(`${path}/`) || path === "/" || other.path === "/") {
        throw new OptionError(`option mounts: ${JSON.stringify(path)} and ${JSON.stringify(other.path)}; none must be below another`);
      }
    }
    try {
      return { path, folder: mountedFolder({ path, files }), writable: writable ?? false };
    } catch (error) {
      throw new OptionError(`option mounts: ${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

/** 0 and undefined mean the default. */
function atLeastZero(name: string, value: number | undefined, whole = true): number {
  if (value === undefined) return 0;
  if (typeof value !== "number" || !(value >= 0) || (whole && value !== Infinity && !Number.isSafeInteger(value))) {
    throw new OptionError(`option ${name}: ${String(value)}; it must be a ${whole ? "whole " : ""}number that is not negative; 0 means the default`);
  }
  return value;
}
