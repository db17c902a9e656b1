// A notice over the page, with at most one thing to do about it.

import { byId, h } from "./dom.ts";

const box = byId("notice");
let timer = 0;

/** Shows a notice. Without an action it goes by itself. */
export function notify(text: string, action?: { label: string; act: () => void }): void {
  clearTimeout(timer);
  const close = () => (box.hidden = true);
  box.replaceChildren(h("span", {}, text));
  if (action) {
    box.append(h("button", { type: "button", class: "small", click: () => (close(), action.act()) }, action.label));
    box.append(h("button", { type: "button", class: "quiet small", click: close }, "Dismiss"));
  } else {
    timer = window.setTimeout(close, 4000);
  }
  box.hidden = false;
}
