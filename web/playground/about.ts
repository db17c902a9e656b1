// What the playground is: a dialog, filled when it is first opened.

import { asset, build } from "./build.ts";
import { byId, h } from "./dom.ts";
import * as offline from "./offline.ts";
import { bytes } from "./status.ts";

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
      h("li", {}, key("F9"), " sets a breakpoint; ", key("F5"), " follows the program, ", key("F10"), " and ", key("F11"), " go over and into calls, ", key("Shift F11"), " out; with ", key("Ctrl"), " they go back"),
      h("li", {}, key("↑"), " and ", key("↓"), " in the prompt go through what was entered; ", key("Shift Enter"), " begins another line"),
    ),
  );
}

function differences(): HTMLElement {
  return h(
    "ul",
    {},
    h("li", {}, "The language and the library follow CPython 3.13. There is no pip, no network, no other process."),
    h("li", {}, "Objects die when garbage is collected, not with their last reference; threads take turns."),
    h("li", {}, "Time stands still but for sleeping, and random numbers come from a seed: a run gives the same again."),
    ...(build.modules ? [h("li", {}, h("a", { id: "about-all", href: asset(build.modules).href, target: "_blank", rel: "noopener noreferrer" }, "Every module, how much of CPython's is there, and all differences"))] : []),
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
