// What the playground is: a dialog, filled when it is first opened.

import { build } from "./build.ts";
import { byId, h } from "./dom.ts";
import * as offline from "./offline.ts";
import { bytes } from "./status.ts";

const docs = "https://docs.micropython.org/en/latest/genrst/";

/** Wires the dialog. modules lists what programs can import. */
export function start(modules: () => Promise<string[]>): void {
  const dialog = byId<HTMLDialogElement>("about");
  byId("about-open").addEventListener("click", () => {
    if (!dialog.firstChild) dialog.append(content(dialog));
    dialog.showModal();
    void offline.state().then((state) => (byId("about-offline").textContent = state));
    if (byId("about-modules").childElementCount > 0) return;
    modules().then(
      (names) => byId("about-modules").append(...names.map((name) => h("li", {}, name))),
      () => (byId("about-modules").textContent = "the engine is not there to ask"),
    );
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });
}

function content(dialog: HTMLDialogElement): HTMLElement {
  return h(
    "div",
    { class: "about" },
    h("header", {}, h("h2", { id: "about-title" }, "Python in the page"), h("button", { type: "button", class: "small", click: () => dialog.close() }, "Close")),
    h(
      "div",
      {},
      h("p", {}, "What you write runs here, in a sandbox in your browser: MicroPython as one WebAssembly file. It has no way to the page, to your files or to the network."),
      h("p", {}, ...privacy()),
    ),
    keys(),
    h("div", {}, h("h3", {}, "What differs from CPython"), differences()),
    h("div", {}, h("h3", {}, "Modules"), h("ul", { class: "modules", id: "about-modules" })),
    h("div", {}, h("h3", {}, "This build"), versions()),
  );
}

function privacy(): (string | Node)[] {
  const rest = " The page asks no other site for anything, and counts nobody.";
  if (!build.compare) return [h("b", {}, "Nothing is sent anywhere."), ` Your program, its files and its input stay in this browser.${rest}`];
  return [h("b", {}, "Nothing is sent anywhere unless you press Compare with server:"), ` that sends your program, its files, its input and its output to where this page comes from.${rest}`];
}

function keys(): HTMLElement {
  const key = (name: string) => h("kbd", {}, name);
  return h(
    "div",
    {},
    h("h3", {}, "Keys"),
    h(
      "ul",
      {},
      h("li", {}, key("Ctrl"), " or ", key("⌘"), " with ", key("Enter"), " runs the program, from anywhere in the page"),
      h("li", {}, key("Esc"), " then ", key("Tab"), " leaves the editor, where ", key("Tab"), " indents"),
      h("li", {}, key("↑"), " and ", key("↓"), " in the prompt go through what was entered; ", key("Shift Enter"), " begins another line"),
    ),
  );
}

function differences(): HTMLElement {
  return h(
    "ul",
    {},
    h("li", {}, "The language is Python 3.4 with much of what came later: f-strings, async and await, the walrus. Type hints are read and ignored."),
    h("li", {}, "The library is a small part of CPython's, listed below. There is no pip."),
    h("li", {}, "Dicts do not keep their order; exceptions have no __context__; iter() takes one argument."),
    h("li", {}, "Time stands still but for sleeping, and random numbers come from a seed: a run gives the same again."),
    h("li", {}, h("a", { href: docs, target: "_blank", rel: "noopener noreferrer" }, "MicroPython lists more")),
  );
}

function versions(): HTMLElement {
  const { inputs, outputs } = build.manifest;
  const rows: [string, string | Node][] = [
    ["MicroPython", `${inputs.micropython.version}, variant ${inputs.variant}`],
    ["Compiler", `${inputs.toolchain.name ?? "clang"} ${inputs.toolchain.version}`],
    ["mpwasm", inputs.mpwasm],
    ["Artifact", bytes(outputs.size_bytes)],
    ["SHA-256", h("code", { id: "about-digest" }, outputs.sha256)],
    ["Offline", h("span", { id: "about-offline" })],
  ];
  return h("dl", {}, ...rows.flatMap(([term, text]) => [h("dt", {}, term), h("dd", {}, text)]));
}
