// What the page says about what it keeps of the program.

import type { Kept } from "./desk.ts";
import { byId } from "./dom.ts";
import { notify } from "./notice.ts";

const texts: Record<Kept, string> = {
  nothing: "Not changed yet",
  saving: "Saving",
  saved: "Saved in this browser",
  blocked: "This browser keeps nothing here: it is set not to store what pages write. Export or share before you leave.",
  full: "The browser's storage is full, so this is not saved. Delete some programs, or export before you leave.",
  failed: "The browser cannot save this. Export or share before you leave.",
};

const line = byId("saved");

/** Says it beside the program, and in full by a notice when saving begins to fail; returns the text. */
export function show(kept: Kept): string {
  const bad = kept === "blocked" || kept === "full" || kept === "failed";
  if (bad && kept !== "blocked" && line.dataset["kept"] !== kept) warn(kept); // blocked is said at the start
  if (kept !== "saving" || !line.classList.contains("bad")) {
    line.dataset["kept"] = kept;
    line.textContent = bad ? "Not saved" : kept === "nothing" ? "" : kept === "saved" ? "Saved" : texts[kept]; // there is little room
    line.title = kept === "nothing" ? "" : texts[kept];
    line.classList.toggle("bad", bad);
  }
  return texts[kept];
}

export function warn(kept: Kept): void {
  notify(texts[kept], undefined, true); // whoever misses it loses work
}

/** Says whether another tab has the program open. */
export function shared(yes: boolean): void {
  const mark = byId("shared");
  if (yes && mark.hidden) notify("This program is open in another tab, too. What you change in one shows in the other.");
  mark.hidden = !yes;
}

export function parted(name: string): void {
  notify(`Another tab has changed this program, too: what you have here is kept as ${name}.`);
}
