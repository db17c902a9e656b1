// The divider between editor and result: moved by pointer or by arrow keys.

import { byId } from "./dom.ts";
import * as storage from "./storage.ts";

const least = 25;
const most = 75;

export function start(): void {
  const divider = byId("divider");
  const main = byId("main");
  const set = (percent: number) => {
    const share = Math.round(Math.min(Math.max(percent, least), most));
    main.style.setProperty("--split", `${share}%`);
    divider.setAttribute("aria-valuenow", String(share));
    storage.save("split", String(share));
  };
  const kept = Number(storage.load("split"));
  if (kept >= least && kept <= most) set(kept);
  divider.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    divider.setPointerCapture(event.pointerId);
  });
  divider.addEventListener("pointermove", (event) => {
    if (!divider.hasPointerCapture(event.pointerId)) return;
    const box = main.getBoundingClientRect();
    set(((event.clientX - box.left) / box.width) * 100);
  });
  divider.addEventListener("keydown", (event) => {
    const now = Number(divider.getAttribute("aria-valuenow"));
    const to: Record<string, number> = { ArrowLeft: now - 2, ArrowRight: now + 2, Home: least, End: most };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  });
}
