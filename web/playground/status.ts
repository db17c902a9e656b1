// The status line: what happens, and what the last run used.

import type { Outcome } from "../src/index.ts";
import { byId, h } from "./dom.ts";
import type { Choice } from "./settings.ts";

const line = byId("status");

export type Mood = "calm" | "busy" | "good" | "bad";

export function say(text: string, mood: Mood = "calm"): void {
  line.textContent = text;
  line.dataset.mood = mood;
}

/** The limits that end runs: how that is said, and which setting they are. */
const limits: Record<string, { text: string; setting: Choice["name"] }> = {
  fuel: { text: "its fuel was used up", setting: "fuel" },
  deadline: { text: "its time ran out", setting: "timeoutMs" },
  output: { text: "it wrote more than allowed", setting: "maxOutput" },
};

/** The setting that a run met the limit of, if it did. */
export function metLimit(outcome: Outcome): Choice["name"] | undefined {
  if (outcome.kind === "raised" && outcome.error?.type === "MemoryError") return "memory";
  return outcome.kind === "limited" ? limits[outcome.limit ?? ""]?.setting : undefined;
}

/** How a run ended, in a sentence. */
export function sentence(outcome: Outcome): { text: string; mood: Mood } {
  switch (outcome.kind) {
    case "completed":
      return { text: "Finished", mood: "good" };
    case "raised":
      return { text: `${outcome.error?.type ?? "An exception"}${outcome.error?.line ? ` in line ${outcome.error.line}` : ""}`, mood: "bad" };
    case "exited":
      return { text: `Exited with status ${outcome.exitStatus}`, mood: outcome.exitStatus === 0 ? "good" : "bad" };
    case "limited":
      return { text: `Ended by a limit: ${limits[outcome.limit ?? ""]?.text ?? outcome.limit}`, mood: "bad" };
    case "cancelled":
      return { text: "Stopped", mood: "calm" };
    default:
      return { text: "The interpreter failed, which is a defect of this build", mood: "bad" };
  }
}

export function milliseconds(ns: number): string {
  const ms = ns / 1e6;
  return ms < 10 ? `${ms.toFixed(1)} ms` : ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export function bytes(n: number): string {
  if (n < 1024) return `${n} B`;
  return n < 1 << 20 ? `${(n / 1024).toFixed(n < 10_240 ? 1 : 0)} KB` : `${(n / (1 << 20)).toFixed(n < 10 << 20 ? 1 : 0)} MB`;
}

export function count(n: number): string {
  return n.toLocaleString("en");
}

/** Shows what a run used. */
export function showUsage(outcome: Outcome): void {
  const { fuel, heapPeakBytes, wallNS } = outcome.used;
  byId("used").replaceChildren(
    h("span", { title: "Time by the clock on the wall" }, milliseconds(wallNS)),
    h("span", { title: "The most that the heap held" }, `${bytes(heapPeakBytes)} heap`),
    h("span", { class: "wide", title: "Steps of the interpreter, the same number on every machine" }, `${count(fuel)} fuel`),
  );
}
