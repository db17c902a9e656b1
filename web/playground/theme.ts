// Light or dark: as the system, until the button is pressed.

import { byId } from "./dom.ts";
import * as storage from "./storage.ts";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const dark = matchMedia("(prefers-color-scheme: dark)");

function chosen(): Theme {
  return themes.find((theme) => theme === storage.load("theme")) ?? "system";
}

function apply(theme: Theme): void {
  const shown = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
  document.documentElement.dataset.theme = shown;
  const button = byId("theme");
  button.setAttribute("aria-label", theme === "system" ? "Theme: as the system" : `Theme: ${theme}`);
  button.title = button.getAttribute("aria-label") ?? "";
}

export function start(): void {
  let theme = chosen();
  apply(theme);
  dark.addEventListener("change", () => apply(theme));
  byId("theme").addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
    storage.save("theme", theme);
    apply(theme);
  });
}
