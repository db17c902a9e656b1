// The limits panel: what programs may use, and what the last run did use.

import type { Outcome } from "../src/index.ts";
import { byId, h } from "./dom.ts";
import { notify } from "./notice.ts";
import * as settings from "./settings.ts";
import { bytes, count, milliseconds } from "./status.ts";
import * as tabs from "./tabs.ts";

const used = new Map<string, { bar: HTMLMeterElement; text: HTMLElement }>();

export function start(): void {
  const panel = byId("limits-panel");
  panel.append(
    h("h2", {}, "What a run may use"),
    h("p", { class: "hint" }, "Whatever a program does, limits end it, and the page goes on. They hold from the next fresh run on. The bars show the last run."),
    h("div", { class: "limits" }, ...settings.choices.map(row)),
    h("h2", {}, "What a run is granted"),
    h("div", { class: "limits" }, seedRow(), clockRow()),
  );
  const real = byId<HTMLInputElement>("real");
  real.addEventListener("change", () => setClock(real.checked ? "real" : "fixed"));
  refresh();
}

function seedRow(): HTMLElement {
  const field = h("input", { type: "number", id: "seed", min: 0, max: Number.MAX_SAFE_INTEGER, step: 1, value: settings.all().seed, "aria-describedby": "hint-seed" });
  field.addEventListener("change", () => {
    const valid = field.checkValidity() && settings.validSeed(field.valueAsNumber);
    if (valid) settings.set("seed", field.valueAsNumber);
    else notify(`A seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}: it is still ${settings.all().seed}.`);
    field.value = String(settings.all().seed);
  });
  const hint = h("span", { class: "hint", id: "hint-seed" }, "The same seed gives the same random numbers.");
  return h("div", { class: "limit" }, h("label", { for: "seed" }, "Seed"), field, hint);
}

const clocks: [settings.Settings["clock"], string][] = [["auto", "real for a turtle"], ["fixed", "fixed"], ["real", "real"]];

function clockRow(): HTMLElement {
  const select = h("select", { id: "clock", "aria-describedby": "hint-clock" }, ...clocks.map(([value, text]) => h("option", { value }, text)));
  select.addEventListener("change", () => setClock(select.value as settings.Settings["clock"]));
  const hint = h("span", { class: "hint", id: "hint-clock" }, "A fixed one stands still but for sleeping, so each run gives the same. Real time, below, is the same choice.");
  return h("div", { class: "limit" }, h("label", { for: "clock" }, "Clock"), select, hint);
}

function setClock(clock: settings.Settings["clock"]): void {
  settings.set("clock", clock);
  showClock();
}

/** Shows which clock the program has. */
export function showClock(): void {
  byId<HTMLSelectElement>("clock").value = settings.all().clock;
  byId<HTMLInputElement>("real").checked = settings.real();
}

function row(choice: settings.Choice): HTMLElement {
  const { name, label, hint, values } = choice;
  const select = h("select", { id: `limit-${name}`, "aria-describedby": `hint-${name}` });
  for (const [value, text] of values) {
    select.append(h("option", { value }, text));
  }
  select.addEventListener("change", () => settings.set(name, Number(select.value)));
  const bar = h("meter", { min: 0, max: 1, value: 0, low: 0.8, high: 0.95, optimum: 0, "aria-label": `${label} used` });
  const text = h("span", { class: "hint used", id: `used-${name}` }, "nothing used yet");
  used.set(name, { bar, text });
  return h(
    "div",
    { class: "limit" },
    h("label", { for: `limit-${name}` }, label),
    select,
    h("span", { class: "hint", id: `hint-${name}` }, hint),
    bar,
    text,
  );
}

/** Shows the settings in force, which are those of another program now. */
export function refresh(): void {
  for (const { name } of settings.choices) byId<HTMLSelectElement>(`limit-${name}`).value = String(settings.get(name));
  byId<HTMLInputElement>("seed").value = String(settings.all().seed);
  showClock();
}

/** Says what a limit is, and leads to where it is raised. */
export function explain(name: settings.Choice["name"]): (string | Node)[] {
  const choice = settings.choices.find((one) => one.name === name);
  const text = (value: number) => choice?.values.find(([other]) => value === other)?.[1] ?? "";
  const [met, set] = [settings.inForce(name), settings.get(name)];
  const go = () => {
    tabs.select("limits");
    byId(`limit-${name}`).focus();
  };
  const button = h("button", { type: "button", class: "link", click: go }, `Change it under Limits, ${choice?.label}`);
  if (met === set) return [`${choice?.label} is limited to ${text(met)}. `, button];
  return [`${choice?.label} was limited to ${text(met)}; from the next fresh run on it is ${text(set)}. `, button];
}

function meter(name: string, value: number, limit: number, text: string): void {
  const found = used.get(name);
  if (!found) return;
  found.bar.hidden = limit === 0;
  found.bar.value = limit > 0 ? Math.min(value / limit, 1) : 0;
  found.text.textContent = `${text} used`;
}

/** Shows what a run used; outputBytes is what it wrote. */
export function show(outcome: Outcome, outputBytes: number): void {
  const { fuel, heapPeakBytes, wallNS } = outcome.used;
  meter("memory", heapPeakBytes, settings.inForce("memory"), bytes(heapPeakBytes));
  meter("fuel", fuel, settings.inForce("fuel"), count(fuel));
  meter("timeoutMs", wallNS / 1e6, settings.inForce("timeoutMs"), milliseconds(wallNS));
  meter("maxOutput", outputBytes, settings.inForce("maxOutput"), bytes(outputBytes));
}
