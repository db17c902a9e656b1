// The page about the elements: its own buttons, and what it does with the event and the options of a cell.

import type { Cell, Ran } from "../embed.ts";

const root = document.documentElement;

document.getElementById("theme")?.addEventListener("click", () => {
  const dark = root.dataset["theme"] ? root.dataset["theme"] === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset["theme"] = dark ? "light" : "dark";
});

const right = new Set<EventTarget>();
const exercises = document.querySelectorAll(".exercise");
const progress = document.getElementById("progress");
document.addEventListener("mpwasm-run", (event) => {
  const { detail, target } = event as CustomEvent<Ran>;
  if (!target || !progress || detail.correct === undefined) return;
  if (detail.correct) right.add(target);
  else right.delete(target);
  progress.textContent = `${right.size} of ${exercises.length} exercises are right.`;
});

const shop = document.getElementById("shop") as Cell | null;
const prices: Record<string, number> = { tea: 3, cake: 4 };
if (shop) shop.options = { hostFunctions: { "shop.price": (name: unknown) => prices[String(name)] ?? null } };
export {};
