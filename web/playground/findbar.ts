// The bar for searching in the output. It is there at once; what searches (find.ts) is loaded when the bar is opened, and then does what
// was pressed until it came.

import { byId } from "./dom.ts";
import * as tabs from "./tabs.ts";

const bar = byId("find");
const field = byId<HTMLInputElement>("find-text");

let search: Promise<typeof import("./find.ts")> | undefined;
let troubled: (error: unknown) => void = () => {};

/** trouble hears if what searches does not come. */
export function start(trouble: (error: unknown) => void): void {
  troubled = trouble;
  byId("find-output").addEventListener("click", open);
  byId("output-panel").addEventListener("keydown", (event) => {
    if (event.key !== "f" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  byId("find-previous").addEventListener("click", () => go(-1));
  byId("find-next").addEventListener("click", () => go(1));
  byId("find-close").addEventListener("click", close);
  bar.addEventListener("keydown", (event) => {
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape") || event.target !== field) return;
    event.preventDefault(); // Escape stops no program from here
    if (event.key === "Escape") close();
    else go(event.shiftKey ? -1 : 1);
  });
}

/** Opens the bar, with what is selected in the output as what is looked for. */
function open(): void {
  tabs.select("output");
  const selection = getSelection();
  const text = selection && byId("output").contains(selection.anchorNode) ? selection.toString().split("\n")[0] : "";
  bar.hidden = false;
  if (text) field.value = text;
  field.select();
  field.focus();
  withSearch((it) => it.start());
}

function go(by: number): void {
  withSearch((it) => it.go(by));
}

function close(): void {
  bar.hidden = true;
  byId("output").focus();
  if (search) withSearch((it) => it.end());
}

/** Does something with what searches, after all that was asked of it before. */
function withSearch(act: (it: typeof import("./find.ts")) => void): void {
  search ??= import("./find.ts");
  search.then(act).catch((error: unknown) => {
    search = undefined; // and is asked for again
    troubled(error);
  });
}
