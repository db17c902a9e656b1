// Notices over the page, each with at most one thing to do about it. One that says what can be undone stays when others come.

import { byId, h } from "./dom.ts";

const box = byId("notice");

/** How many are shown at most. */
const most = 4;

/** How long a notice stays where it can be seen, in milliseconds: longer if there is something to do about it. */
const shortly = 5000;
const longer = 30_000;
const tick = 250;

/** Shows a notice, the latest one first. One that lasts stays until it is dismissed. */
export function notify(text: string, action?: { label: string; act: () => void }, lasts = false): void {
  const note = h("div", {}, h("span", {}, text));
  const close = () => {
    note.remove();
    box.hidden = box.childElementCount === 0;
  };
  // What somebody is at stays: a pointer is over it, or the focus is in it. So does what nobody sees, behind another tab or while the page stands.
  const later = (left: number) => {
    if (left <= 0) return close();
    const seen = !document.hidden && !note.matches(":hover, :focus-within");
    if (note.isConnected) setTimeout(() => later(seen ? left - tick : left), tick);
  };
  for (const other of [...box.children]) if (!other.querySelector("button") || other.firstElementChild?.textContent === text) other.remove();
  if (action) note.append(h("button", { type: "button", class: "small", click: () => (close(), action.act()) }, action.label));
  if (action || lasts) note.append(h("button", { type: "button", class: "quiet small", click: close }, "Dismiss"));
  box.prepend(note);
  while (box.childElementCount > most) box.lastElementChild?.remove();
  box.hidden = false;
  if (!lasts) later(action ? longer : shortly);
}
