// Tabs, as the ARIA practices describe them: arrows move between tabs, Tab goes into the panel.

import { byId } from "./dom.ts";

export type Panel = "output" | "files" | "input" | "limits" | "compare";

/** The panels that this page has. */
const names = Array.from(document.querySelectorAll("[role=tab]"), (tab) => tab.id.replace("tab-", "") as Panel);

export function select(panel: Panel, focus = false): void {
  for (const name of names) {
    const tab = byId(`tab-${name}`);
    tab.setAttribute("aria-selected", String(name === panel));
    tab.tabIndex = name === panel ? 0 : -1;
    byId(`${name}-panel`).hidden = name !== panel;
    if (focus && name === panel) tab.focus();
  }
  for (const id of ["find-output", "copy-output", "clear"]) byId(id).hidden = panel !== "output";
}

export function start(): void {
  names.forEach((name, at) => {
    const tab = byId(`tab-${name}`);
    tab.addEventListener("click", () => select(name));
    tab.addEventListener("keydown", (event) => {
      const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 };
      const to = steps[event.key];
      if (to === undefined) return;
      event.preventDefault();
      select(names[(to + names.length) % names.length] ?? name, true);
    });
  });
}
