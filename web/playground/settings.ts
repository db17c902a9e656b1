// What the program is granted: the limits and grants that the panel shows. They belong to the program, and are kept with it.

import type { SessionOptions } from "../src/index.ts";

/** A setting that is picked from a few values; 0 is no limit. */
export interface Choice {
  name: "memory" | "fuel" | "timeoutMs" | "maxOutput";
  label: string;
  hint: string;
  initial: number;
  values: [value: number, text: string][];
}

const MiB = 1 << 20;

export const choices: Choice[] = [
  {
    name: "memory",
    label: "Memory",
    hint: "Beyond it, Python raises MemoryError.",
    initial: 16 * MiB,
    values: [1, 4, 16, 64, 256].map((n) => [n * MiB, `${n} MB`]),
  },
  {
    name: "fuel",
    label: "Fuel",
    hint: "Counts the interpreter's steps; the same number on every machine.",
    initial: 0,
    values: [[1e5, "100 thousand"], [1e6, "1 million"], [1e7, "10 million"], [1e8, "100 million"], [1e9, "1 billion"], [0, "no limit"]],
  },
  {
    name: "timeoutMs",
    label: "Time",
    hint: "By the clock on the wall.",
    initial: 10_000,
    values: [[1000, "1 second"], [5000, "5 seconds"], [10_000, "10 seconds"], [60_000, "1 minute"], [0, "no limit"]],
  },
  {
    name: "maxOutput",
    label: "Output",
    hint: "What stdout and stderr may take together.",
    initial: 256 * 1024,
    values: [[16 * 1024, "16 KB"], [256 * 1024, "256 KB"], [MiB, "1 MB"], [4 * MiB, "4 MB"]],
  },
];

type Name = Choice["name"];

/** What a program may use, and what it is granted. 0 is no limit. */
export interface Settings extends Record<Name, number> {
  /** What random numbers come from: the same seed gives the same numbers. */
  seed: number;
  /** What the program takes for the time; "auto" is the real one where it draws with a turtle, which is to be seen as it moves. */
  clock: "auto" | "fixed" | "real";
}

/** What a new program has. */
export const initial: Settings = { ...(Object.fromEntries(choices.map(({ name, initial }) => [name, initial])) as Record<Name, number>), seed: 0, clock: "auto" };

let now: Settings = { ...initial };
/** What the session at hand was given. */
let given: Settings = now;
let changed = () => {};
let drawing = false;

/** Takes down whether the program draws. */
export function draws(yes: boolean): void {
  drawing = yes;
}

/** Whether the program has the real clock. */
export function real(): boolean {
  return now.clock === "real" || (now.clock === "auto" && drawing);
}

/** The settings in force, which are not to be changed through this. */
export function all(): Readonly<Settings> {
  return now;
}

export function get(name: Name): number {
  return now[name];
}

/** A session begins, with the settings as they are: they hold for it whatever is set meanwhile. */
export function begin(): void {
  given = now;
}

/** What the session at hand was given. */
export function inForce(name: Name): number {
  return given[name];
}

/** Whether something is set that the session at hand was not given. */
export function waits(): boolean {
  return JSON.stringify(now) !== JSON.stringify(given);
}

/** Hears of changes by the user. */
export function onChange(hear: () => void): void {
  changed = hear;
}

export function set<K extends keyof Settings>(name: K, value: Settings[K]): void {
  now = { ...now, [name]: value };
  changed();
}

/** Takes over those of another program. */
export function replace(settings: Settings): void {
  now = { ...settings };
}

/** Whether a number can be a seed. */
export function validSeed(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Settings from outside, such as an imported file: what is not one of the choices is as in a new program. */
export function checked(value: unknown): Settings {
  const found = { ...initial };
  const given = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  for (const { name, values } of choices) {
    if (values.some(([choice]) => choice === given[name])) found[name] = given[name] as number;
  }
  if (validSeed(given["seed"])) found.seed = given["seed"];
  if (given["clock"] === "real" || given["clock"] === "fixed") found.clock = given["clock"];
  return found;
}

/** The settings as options of a session. */
export function sessionOptions(): SessionOptions {
  const options: SessionOptions = {};
  for (const { name } of choices) if (get(name) > 0) options[name] = get(name);
  options.seed = now.seed;
  if (real()) options.clock = "real";
  return options;
}
