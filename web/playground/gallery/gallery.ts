// The gallery as a dialog.

import { h } from "../dom.ts";
import type { Example } from "../examples.ts";
import { topics } from "./list.ts";

let dialog: HTMLDialogElement | undefined;

/** The program of that name, if there is one. */
export function byName(name: string): Example | undefined {
  return topics.flatMap(([, programs]) => programs).find((program) => program.name === name);
}

/** Shows the gallery; open gets what is picked. */
export function show(open: (program: Example) => void): void {
  dialog ??= make(open);
  dialog.showModal();
}

function make(open: (program: Example) => void): HTMLDialogElement {
  const close = () => made.close();
  const card = (program: Example) =>
    h("li", {}, h("button", { type: "button", "data-gallery": program.name, click: () => (close(), open(program)) }, program.title, h("span", {}, program.about)));
  const topic = ([title, programs]: (typeof topics)[number]) => h("section", {}, h("h3", {}, title), h("ul", {}, ...programs.map(card)));
  const made = h(
    "dialog",
    { id: "gallery", "aria-labelledby": "gallery-title" },
    h("header", {}, h("h2", { id: "gallery-title" }, "Gallery"), h("button", { type: "button", class: "small", click: close }, "Close")),
    h("p", { class: "hint" }, "Programs to read, to run and to change. Each opens as a new program; yours stays on the shelf."),
    h("div", { class: "topics" }, ...topics.map(topic)),
  );
  made.addEventListener("click", (event) => {
    if (event.target === made) close(); // beside it
  });
  document.body.append(made);
  return made;
}
