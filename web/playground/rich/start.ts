// What programs show in the midst of a run: pictures, HTML, tables, text. Loaded when a program speaks of display or plot.

import { PyException, type Value } from "../../src/index.ts";
import { items } from "../assist/items.ts";
import { h } from "../dom.ts";
import type { Output } from "../output.ts";
import { picture } from "../picture.ts";
import { repr } from "../pyrepr.ts";
import display from "./display.py";
import plot from "./plot.py";
import { table } from "./table.ts";

/** How many things are shown before the output is cleared. */
const most = 300;

/** A program that gives a session display and, unless the program's files have one, plot. It is an expression, so that it leaves no name. */
export function prelude(hasPlot: boolean): string {
  const text = hasPlot ? display.replace(/\nplot = [\s\S]*$/, "\n") : display;
  return `(lambda b: b.exec(${JSON.stringify(text)}, {"PLOT": ${JSON.stringify(plot)}}))(__import__("builtins"))`;
}

/** Shows what page.display is called with. */
export function show(output: Pick<Output, "add">, kind: Value, data: Value): null {
  if (document.querySelectorAll("#output .rich").length >= most) throw new PyException("RuntimeError", `the page shows ${most} things at most: Clear makes room`);
  output.add("value", h("div", { class: "rich" }, render(kind, data)));
  return null;
}

function render(kind: Value, data: Value): Node {
  if (kind === "html" && typeof data === "string") return frame(data);
  if (kind === "table") {
    const [columns, rows] = items(data);
    return table(items(columns ?? null).map(String), items(rows ?? null).map((row) => [...items(row)]));
  }
  if (kind === "svg" || kind === "png") return picture(data) ?? h("span", {}, "What was to be shown is no picture.");
  return h("pre", {}, typeof data === "string" ? data : repr(data));
}

/** HTML in a frame that runs no script, sends nothing and loads nothing. */
function frame(html: string): HTMLElement {
  const policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">";
  const element = h("iframe", { sandbox: "", title: "HTML of the program", referrerpolicy: "no-referrer" });
  element.srcdoc = `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark">${policy}<body>${html}`;
  return element;
}
