// Checks what users ask for, and fills in defaults; as runtime/sandbox/config.go.

import { defaultClockStart } from "./clock.ts";
import { OptionError } from "./errors.ts";
import type { MountedFiles } from "./files/files.ts";
import { mountedFolder } from "./files/mount.ts";
import type { Quota } from "./files/tree.ts";
import { checkFunctionNames, isAsync } from "./hostcall.ts";
import { encodeText } from "./text.ts";
import type { Mount, SessionOptions, Waiting } from "./types.ts";
import { noPromises, whatToDo } from "./waiting.ts";

const MiB = 1 << 20;
export const minMemory = MiB;
export const maxMemory = 1 << 30;

/** What is used where nothing is asked for. */
export const defaults = { memory: 16 * MiB, maxOutput: MiB, filesLimit: 1024, maxRequest: MiB, maxReply: MiB } as const;

/** Options that are complete, and can be sent to a worker; limits of Infinity are none. */
export interface Config {
  memory: number;
  fuel: number;
  timeoutMs: number;
  maxOutput: number;
  seed: bigint;
  realClock: boolean;
  /** Milliseconds since 1970. */
  clockStart: number;
  env: readonly Uint8Array[];
  mounts: readonly MountedFiles[];
  quota: Quota;
  functions: readonly string[];
  maxRequest: number;
  maxReply: number;
  countHostTime: boolean;
  countInputTime: boolean;
  args: readonly string[];
  path: readonly string[];
  stdin: Uint8Array;
}

/** Every option there is; the compiler sees that none is missing. */
const known: Record<keyof SessionOptions, true> = {
  memory: true, fuel: true, timeoutMs: true, maxOutput: true, seed: true, clock: true, clockStart: true, env: true, files: true, mounts: true,
  filesLimitBytes: true, filesLimit: true, hostFunctions: true, maxRequest: true, maxReply: true, countHostTime: true,
  countInputTime: true, args: true, path: true, stdin: true, onStdout: true, onStderr: true, thread: true,
};

export function normalize(options: SessionOptions): Config {
  for (const name of Object.keys(options)) {
    if (!(name in known)) throw new OptionError(`option ${name}: there is none of that name; there are ${Object.keys(known).join(", ")}`);
  }
  if (options.thread !== undefined && options.thread !== "worker" && options.thread !== "here") {
    throw new OptionError(`option thread: ${JSON.stringify(options.thread)}; expected "worker" or "here"`);
  }
  const captures = !options.onStdout || !options.onStderr;
  const memory = number("memory", options.memory) || defaults.memory;
  if (memory < minMemory || memory > maxMemory) {
    throw new OptionError(`option memory: ${memory} bytes; it must be between ${minMemory} (1 MiB) and ${maxMemory} (1 GiB)`);
  }
  return {
    memory,
    fuel: number("fuel", options.fuel) || Infinity,
    timeoutMs: number("timeoutMs", options.timeoutMs, false) || Infinity,
    maxOutput: number("maxOutput", options.maxOutput) || (captures ? defaults.maxOutput : Infinity),
    ...timeAndChance(options),
    ...files(options),
    functions: functions(options),
    maxRequest: number("maxRequest", options.maxRequest) || defaults.maxRequest,
    maxReply: number("maxReply", options.maxReply) || defaults.maxReply,
    countHostTime: options.countHostTime ?? false,
    countInputTime: options.countInputTime ?? true,
    args: strings("args", options.args ?? []),
    path: strings("path", options.path ?? [""]),
    stdin: typeof options.stdin === "string" ? encodeText(options.stdin) : options.stdin instanceof Uint8Array ? options.stdin.slice() : new Uint8Array(0),
  };
}

/** A number that is not negative; 0 and undefined mean the default. */
function number(name: string, value: number | undefined, whole = true): number {
  if (value === undefined) return 0;
  if (typeof value !== "number" || !(value >= 0) || (whole && value !== Infinity && !Number.isSafeInteger(value))) {
    throw new OptionError(`option ${name}: ${String(value)}; it must be a ${whole ? "whole " : ""}number that is not negative; 0 means the default`);
  }
  return value;
}

function strings(name: string, list: readonly string[]): readonly string[] {
  for (const text of list) {
    if (typeof text !== "string" || text.includes("\0")) throw new OptionError(`option ${name}: ${JSON.stringify(text)}; it must be text without a NUL`);
  }
  return [...list];
}

function timeAndChance(options: SessionOptions): Pick<Config, "seed" | "realClock" | "clockStart" | "env"> {
  const { clock = "fixed", seed = 0 } = options;
  if (clock !== "fixed" && clock !== "real") throw new OptionError(`option clock: ${JSON.stringify(clock)}; expected "fixed" or "real"`);
  if (clock === "real" && options.clockStart) throw new OptionError("option clockStart: a real clock begins at the host's time; it is for a fixed one");
  const clockStart = options.clockStart?.getTime() ?? defaultClockStart;
  const year = new Date(clockStart).getUTCFullYear();
  if (!(year >= 1970 && year <= 2200)) throw new OptionError("option clockStart: expected a year from 1970 to 2200");
  if (typeof seed !== "bigint" && !Number.isSafeInteger(seed)) throw new OptionError(`option seed: ${String(seed)}; expected a whole number, or a bigint beyond 2^53`);
  const wide = BigInt(seed);
  if (BigInt.asUintN(64, wide) !== wide) throw new OptionError(`option seed: ${wide}; expected 0 to 2^64 - 1`);
  return { seed: wide, realClock: clock === "real", clockStart, env: environment(options.env ?? {}) };
}

function environment(env: { readonly [name: string]: string }): Uint8Array[] {
  return Object.entries(env).map(([name, value]) => {
    if (name === "" || name.includes("=") || `${name}${value}`.includes("\0")) throw new OptionError(`option env: ${JSON.stringify(name)}; expected a name without "=", and no NUL`);
    return encodeText(`${name}=${value}`);
  });
}

function files(options: SessionOptions): Pick<Config, "mounts" | "quota"> {
  const maxBytes = number("filesLimitBytes", options.filesLimitBytes);
  const asked = number("filesLimit", options.filesLimit);
  if (asked > 0 && maxBytes === 0) throw new OptionError("option filesLimit: set filesLimitBytes too, which lets the guest write");
  const root: Mount[] = options.files ? [{ path: "/", files: options.files, writable: maxBytes > 0 }] : [];
  const all = [...root, ...(options.mounts ?? [])];
  for (const mount of all) {
    if (mount.writable && maxBytes === 0) throw new OptionError(`option mounts: ${mount.path} is writable; set filesLimitBytes, since the guest gets a copy`);
  }
  return { mounts: mounted(all), quota: { maxBytes, maxFiles: maxBytes > 0 ? asked || defaults.filesLimit : 0 } }; // without room, nothing can be written
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

function functions(options: SessionOptions): string[] {
  const names = Object.keys(options.hostFunctions ?? {});
  checkFunctionNames(names);
  for (const name of names) {
    if (typeof options.hostFunctions?.[name] !== "function") throw new OptionError(`host function ${JSON.stringify(name)}: it is no function`);
  }
  return names;
}

/** Throws an OptionError where a guest is granted what it would have to wait for, and cannot. */
export function checkWaiting(options: SessionOptions, waiting: Waiting, inWorker: boolean): void {
  if (waiting !== "none") return;
  const { stdin, hostFunctions = {} } = options;
  for (const [name, call] of Object.entries(hostFunctions)) {
    if (inWorker) throw new OptionError(`host function ${JSON.stringify(name)}: a guest in a worker cannot wait for the page: ${whatToDo}, or run the guest on the page's thread (thread: "here")`);
    if (isAsync(call)) throw new OptionError(`host function ${JSON.stringify(name)}: ${noPromises}`);
  }
  if (typeof stdin !== "function") return;
  if (inWorker) throw new OptionError(`option stdin: a guest in a worker cannot wait for the page: ${whatToDo}; or give the input as text`);
  if (isAsync(stdin)) throw new OptionError(`option stdin: ${noPromises}`);
}
