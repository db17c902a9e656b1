// Notices over the page, each with at most one thing to do about it. One that says what can be undone stays when others come.

import { byId, h } from "./dom.ts";

const box = byId("notice");

/** How many are shown at most. */
const most = 4;

/** How long a notice stays, in milliseconds: longer if there is something to do about it. */
const shortly = 4000;
const longer = 15_000;

/** Shows a notice, the latest one first. */
export function notify(text: string, action?: { label: string; act: () => void }): void {
  const note = h("div", {}, h("span", {}, text));
  const close = () => {
    note.remove();
    box.hidden = box.childElementCount === 0;
  };
  // What somebody is at stays: a pointer is over it, or the focus is in it.
  const later = (): unknown => setTimeout(() => (note.matches(":hover, :focus-within") ? later() : close()), action ? longer : shortly);
  for (const other of [...box.children]) if (!other.querySelector("button") || other.firstElementChild?.textContent === text) other.remove();
  if (action) {
    note.append(h("button", { type: "button", class: "small", click: () => (close(), action.act()) }, action.label));
    note.append(h("button", { type: "button", class: "quiet small", click: close }, "Dismiss"));
  }
  box.prepend(note);
  while (box.childElementCount > most) box.lastElementChild?.remove();
  box.hidden = false;
  later();
}
