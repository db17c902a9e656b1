// Shows how a run ended: its value, a picture, a traceback, or what ended it.

import type { Outcome, PythonError, Value } from "../src/index.ts";
import type { Aside } from "./assist/glance.ts";
import * as limits from "./limits.ts";
import { picture } from "./picture.ts";
import type { Output } from "./output.ts";
import { repr } from "./pyrepr.ts";
import { metLimit, sentence } from "./status.ts";
import { render } from "./traceback.ts";

/** How much of a value is shown. */
const maxValue = 20_000;

/** Where lines of tracebacks lead. */
export interface Source {
  has: (file: string) => boolean;
  jump: (line: number, file: string) => void;
}

export function showOutcome(output: Output, outcome: Outcome, source: Source, aside: Aside): void {
  if (outcome.kind === "completed") showValue(output, outcome.value);
  else if (outcome.kind === "raised" && outcome.error) showError(output, outcome.error, source, aside);
  else output.add("note", ...note(outcome));
  const met = metLimit(outcome);
  if (met) output.add("note", ...limits.explain(met));
}

function showError(output: Output, error: PythonError, source: Source, aside: Aside): void {
  const box = output.add("error", ...render(error.traceback, source.has, source.jump));
  void import("./teach.ts").then(({ teach }) => teach(box, error, source, aside)).catch(() => undefined); // the plain one stays
}

function showValue(output: Output, value: Value): void {
  if (value === null) return;
  const image = picture(value);
  if (image) {
    output.add("value", image);
    return;
  }
  const text = repr(value);
  output.add("value", text.length > maxValue ? `${text.slice(0, maxValue)} ... (${text.length} characters)` : text);
}

function note(outcome: Outcome): string[] {
  const text = `${sentence(outcome).text}.`;
  if (outcome.kind === "trapped") return [`${text} ${outcome.trap ?? ""}`];
  return [outcome.rolledBack ? `${text} The state is that from before this run.` : text];
}
