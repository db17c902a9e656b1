// Checks what users ask for, and fills in defaults; as runtime/sandbox/config.go.

import { type Checks, amount, callable, checkOptions, clean, expect, flag, listOf, oneOf, record, recordOf, text, textOrBytes, wholeAmount } from "./check.ts";
import { defaultClockStart } from "./clock.ts";
import { OptionError } from "./errors.ts";
import type { MountedFiles } from "./files/files.ts";
import { mountedFolder } from "./files/mount.ts";
import type { Quota } from "./files/tree.ts";
import { checkFunctionNames, maxNameBytes } from "./hostcall.ts";
import { encodeText } from "./text.ts";
import type { LoadOptions, Mount, RunOptions, SessionOptions } from "./types.ts";

const MiB = 1 << 20;
const minMemory = MiB;
export const maxMemory = 1 << 30;

/** Bounds of the environment, as in runtime/sandbox/config.go. */
const maxEnvBytes = 16 * MiB;
const envEntryBytes = 8;

/** What the flags of a run have room for. */
const maxHandles = 65535;

/** What is used where nothing is asked for. */
export const defaults = { memory: 16 * MiB, maxOutput: MiB, filesLimitBytes: 16 * MiB, filesLimit: 1024, maxRequest: MiB, maxReply: MiB, objects: 1024 } as const;

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
  maxHostCalls: number;
  maxHostBytes: number;
  handles: number;
  objects: number;
  countHostTime: boolean;
  countInputTime: boolean;
  args: readonly string[];
  path: readonly string[];
  stdin: Uint8Array;
  /** Whether runs are recorded. */
  record: boolean;
  /** Whether guests wait where they ask, if they can, while a run is paused. Handles are over then, and recordings begin with the session before it: those go back. */
  keeps: boolean;
}

/** A mount's properties. */
const mountChecks: Checks<Mount> = {
  path: text,
  files: recordOf(textOrBytes, "files, text or Uint8Array each"),
  writable: flag,
};

/** Every option there is, and what may be given for it. What depends on more than one, or on its value, is checked where it is used. */
const checks: Checks<SessionOptions> = {
  memory: wholeAmount,
  fuel: wholeAmount,
  timeoutMs: amount,
  maxOutput: wholeAmount,
  seed: (value) => (typeof value === "bigint" || Number.isSafeInteger(value) ? undefined : "a whole number, or a bigint beyond 2^53"),
  clock: oneOf("fixed", "real"),
  clockStart: (value) => (value instanceof Date ? undefined : "a Date"),
  env: recordOf(clean, "variables, each text without a NUL"),
  files: mountChecks.files,
  mounts: listOf(record, "mounts, each an object with path and files"),
  filesLimitBytes: (value) => wholeAmount(value) && "a whole number that is not negative; 0 means that the guest cannot write",
  filesLimit: wholeAmount,
  hostFunctions: recordOf(callable, "functions"),
  maxRequest: wholeAmount,
  maxReply: wholeAmount,
  maxHostCalls: wholeAmount,
  maxHostBytes: wholeAmount,
  handles: (value) => (wholeAmount(value) === undefined && (value as number) <= maxHandles ? undefined : `a whole number from 0 to ${maxHandles}`),
  objects: wholeAmount,
  countHostTime: flag,
  countInputTime: flag,
  args: listOf(clean, "texts without a NUL"),
  path: listOf(clean, "texts without a NUL"),
  stdin: (value) => (typeof value === "function" ? undefined : typeof value === "string" ? text(value) : textOrBytes(value) && "text, a Uint8Array or a function"),
  onStdout: callable,
  onStderr: callable,
  record: callable,
  thread: oneOf("worker", "here"),
};

const runChecks: Checks<RunOptions> = {
  name: (value) => clean(value) ?? (encodeText(value as string).length > maxNameBytes ? `text of at most ${maxNameBytes} bytes` : undefined),
  noValue: flag,
  assignedValue: flag,
  interactive: flag,
  inputs: record,
};

/** Checks what a run is given. Throws an OptionError. */
export function checkRun(code: unknown, options: unknown): void {
  expect("the program", code, textOrBytes);
  checkOptions("the options of a run", options, runChecks, "option ");
}

/** Checks how a paused run is to be stored. Throws an OptionError. */
export function checkStore(options: unknown): void {
  checkOptions("the options of store", options, { session: flag }, "option ");
}

/** Checks a call. Throws an OptionError. What is no identifier means nothing to the guest. A name that passed before is not looked at again. */
export function checkCall(name: unknown, args: unknown, kwargs: unknown, passed: string): void {
  if (name !== passed || name === "") expect("the name of what is called", name, (value) =>
    clean(value) === undefined && encodeText(value as string).length <= maxNameBytes && !/(^|\.)(\.|$)|[ ()[\]#]/.test(value as string)
      ? undefined
      : `names with dots between them, as in "pricing.quote", at most ${maxNameBytes} bytes`,
  );
  expect("the arguments", args, (value) => (Array.isArray(value) ? undefined : "an array"));
  expect("the keyword arguments", kwargs, record);
}

const artifactKinds = [URL, ArrayBuffer, Uint8Array, WebAssembly.Module, Promise] as const;

const loadChecks: Checks<LoadOptions> = {
  artifact: (value) =>
    typeof value === "string" || artifactKinds.some((kind) => value instanceof kind) ? undefined : "an address, an ArrayBuffer, a Uint8Array, a WebAssembly.Module or a promise of one",
  worker: (value) => (typeof value === "string" || value instanceof URL ? undefined : "an address"),
  rest: callable,
  keptRuns: (value) => wholeAmount(value) && "a whole number that is not negative; 0 means that no run is kept",
};

/** Checks what an engine is made with. Throws an OptionError. */
export function checkLoad(options: unknown): void {
  checkOptions("the options of MicroPython.load", options, loadChecks);
}

/** keptRuns is how many paused runs are kept. */
export function normalize(options: SessionOptions, keptRuns = 0): Config {
  checkOptions("the options of a session", options, checks);
  for (const mount of options.mounts ?? []) checkOptions("option mounts", mount, mountChecks, "option mounts: ", ["path", "files"]);
  const captures = !options.onStdout || !options.onStderr;
  return {
    memory: within("memory", options.memory || defaults.memory, minMemory, "1 MiB"),
    fuel: options.fuel || Infinity,
    timeoutMs: options.timeoutMs || Infinity,
    maxOutput: options.maxOutput || (captures ? defaults.maxOutput : Infinity),
    ...timeAndChance(options),
    ...files(options),
    functions: functions(options),
    maxRequest: within("maxRequest", options.maxRequest || defaults.maxRequest, 1),
    maxReply: within("maxReply", options.maxReply || defaults.maxReply, 1),
    maxHostCalls: options.maxHostCalls || Infinity,
    maxHostBytes: options.maxHostBytes || Infinity,
    handles: options.handles ?? 0,
    objects: options.objects || defaults.objects,
    countHostTime: options.countHostTime ?? false,
    countInputTime: options.countInputTime ?? true,
    args: [...(options.args ?? [])],
    path: [...(options.path ?? [""])],
    stdin: typeof options.stdin === "string" ? encodeText(options.stdin) : options.stdin instanceof Uint8Array ? options.stdin.slice() : new Uint8Array(0),
    record: options.record !== undefined,
    keeps: keptRuns > 0 && !options.handles && !options.record,
  };
}

/** A number of bytes up to 1 GiB. */
function within(name: string, value: number, least: number, leastText?: string): number {
  if (value >= least && value <= maxMemory) return value;
  throw new OptionError(`option ${name}: ${value} bytes; it must be between ${least}${leastText ? ` (${leastText})` : ""} and ${maxMemory} (1 GiB)`);
}

function timeAndChance(options: SessionOptions): Pick<Config, "seed" | "realClock" | "clockStart" | "env"> {
  const { clock = "fixed", seed = 0 } = options;
  if (clock === "real" && options.clockStart) throw new OptionError("option clockStart: a real clock begins at the host's time; it is for a fixed one");
  const clockStart = options.clockStart?.getTime() ?? defaultClockStart;
  const year = new Date(clockStart).getUTCFullYear();
  if (!(year >= 1970 && year <= 2200)) throw new OptionError("option clockStart: expected a year from 1970 to 2200");
  const wide = BigInt(seed);
  if (BigInt.asUintN(64, wide) !== wide) throw new OptionError(`option seed: ${wide}; expected 0 to 2^64 - 1`);
  return { seed: wide, realClock: clock === "real", clockStart, env: environment(options.env ?? {}) };
}

function environment(env: { readonly [name: string]: string }): Uint8Array[] {
  const entries = Object.entries(env).map(([name, value]) => {
    if (name === "" || name.includes("=") || clean(name) !== undefined) throw new OptionError(`option env: ${JSON.stringify(name)}; expected a name without "=", and no NUL`);
    return encodeText(`${name}=${value}`);
  });
  const size = entries.reduce((sum, entry) => sum + entry.length + envEntryBytes, 0);
  if (size <= maxEnvBytes) return entries;
  throw new OptionError(`option env: ${entries.length} variables, ${size} bytes; they must not take more than ${maxEnvBytes}, counting ${envEntryBytes} for each`);
}

function files(options: SessionOptions): Pick<Config, "mounts" | "quota"> {
  const { filesLimitBytes: maxBytes = defaults.filesLimitBytes, filesLimit: asked = 0 } = options;
  if (asked > 0 && maxBytes === 0) throw new OptionError("option filesLimit: filesLimitBytes says that the guest cannot write");
  const root: Mount[] = options.files ? [{ path: "/", files: options.files, writable: maxBytes > 0 }] : [];
  const all = [...root, ...(options.mounts ?? [])];
  for (const mount of all) {
    if (options.record && !mount.writable) throw new OptionError(`option mounts: ${mount.path} is not writable: a recording holds only files of which the guest has a copy`);
    if (mount.writable && maxBytes === 0) throw new OptionError(`option mounts: ${mount.path} is writable, of which the guest gets a copy, but filesLimitBytes says that it cannot write`);
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
      return { path, folder: mountedFolder({ path, files, writable: writable ?? false }), writable: writable ?? false };
    } catch (error) {
      throw new OptionError(`option mounts: ${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

function functions(options: SessionOptions): string[] {
  const names = Object.keys(options.hostFunctions ?? {});
  checkFunctionNames(names);
  return names;
}
