// What programs are granted: the limits and grants that the panel shows, kept between visits.

import type { SessionOptions } from "../src/index.ts";
import * as storage from "./storage.ts";

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

const chosen = new Map<Name, number>(choices.map(({ name, initial, values }) => {
  const kept = storage.load(`limit:${name}`);
  const known = kept !== null && values.some(([value]) => value === Number(kept));
  return [name, known ? Number(kept) : initial];
}));

/** What an example is lent, which is not kept. */
const lent = new Map<Name, number>();

export function get(name: Name): number {
  return lent.get(name) ?? chosen.get(name) ?? 0;
}

export function lend(values: Partial<Record<Name, number>>): void {
  lent.clear();
  for (const { name } of choices) if (values[name] !== undefined) lent.set(name, values[name]);
}

export function set(name: Name, value: number): void {
  lent.delete(name);
  chosen.set(name, value);
  storage.save(`limit:${name}`, String(value));
}

/** What random numbers come from: the same seed gives the same numbers. */
export function seed(): number {
  const kept = Number(storage.load("seed") ?? 0);
  return Number.isSafeInteger(kept) && kept >= 0 ? kept : 0;
}

export function setSeed(value: number): void {
  storage.save("seed", String(value));
}

/** Whether programs see the time that it is. */
export function realClock(): boolean {
  return storage.load("clock") === "real";
}

export function setRealClock(on: boolean): void {
  storage.save("clock", on ? "real" : "fixed");
}

/** The settings as options of a session. */
export function sessionOptions(): SessionOptions {
  const options: SessionOptions = {};
  for (const { name } of choices) if (get(name) > 0) options[name] = get(name);
  options.seed = seed();
  if (realClock()) options.clock = "real";
  return options;
}
