// A notice over the page, with at most one thing to do about it.

import { byId, h } from "./dom.ts";

const box = byId("notice");
let timer = 0;

/** How long a notice stays, in milliseconds: longer if there is something to do about it. */
const shortly = 4000;
const longer = 15_000;

/** Shows a notice. */
export function notify(text: string, action?: { label: string; act: () => void }): void {
  clearTimeout(timer);
  const close = () => (box.hidden = true);
  box.replaceChildren(h("span", {}, text));
  if (action) {
    box.append(h("button", { type: "button", class: "small", click: () => (close(), action.act()) }, action.label));
    box.append(h("button", { type: "button", class: "quiet small", click: close }, "Dismiss"));
  }
  timer = window.setTimeout(close, action ? longer : shortly);
  box.hidden = false;
}
