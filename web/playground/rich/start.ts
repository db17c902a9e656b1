// What programs show in the midst of a run: pictures, HTML, tables, text, drawings. Loaded when a program speaks of display, plot or turtle.

import { PyException, type Value } from "../../src/index.ts";
import { items } from "../assist/items.ts";
import { download, h } from "../dom.ts";
import { picture } from "../picture.ts";
import { repr } from "../pyrepr.ts";
import begin from "./begin.py";
import display from "./display.py";
import plot from "./plot.py";
import { table } from "./table.ts";

/** How many things are shown before the output is cleared. */
const most = 300;

/** What turtles draw with, and its Python: a file of its own, which comes with the first program that has turtles. */
let turtle: typeof import("./turtle.ts") | undefined;

/**
 * A program that gives a session what the texts of a program speak of, unless it is there already or one of the program's files has that
 * name. It is an expression, so that it leaves no name. outside is what defines show where no page is.
 */
export async function prelude(texts: readonly string[], own: (module: string) => boolean, there: Set<string>, outside = ""): Promise<string | undefined> {
  const wanted = ["plot", "turtle"].filter((name) => !there.has(name) && !own(name) && texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)));
  if (wanted.includes("turtle")) turtle ??= await import("./turtle.ts");
  const modules = wanted.map((name) => [name, name === "plot" ? plot : turtle?.python]);
  const given = { DISPLAY: there.has("display") ? "" : display, OUTSIDE: outside, MODULES: modules };
  if (there.has("display") && modules.length === 0) return undefined;
  for (const name of ["display", ...wanted]) there.add(name);
  return `(lambda b: b.exec(${JSON.stringify(begin)}, ${JSON.stringify(given)}))(__import__("builtins"))`;
}

/** How the session at hand takes its time. */
export interface Pace {
  /** The program has the real clock. */
  real: boolean;
  /** It can wait for the page without being run again. */
  waits: boolean;
  /** Each operation is to be seen by itself, as in the debugger. */
  each: boolean;
}

/** Where things are shown. */
export interface Place {
  add(kind: "value", element: HTMLElement): unknown;
  /** How many are there. */
  readonly shown: number;
}

/** The drawing of a session's turtles, by where it is shown. */
const drawings = new Map<Place, import("./turtle.ts").Drawing>();

/** Other sessions begin. */
export function fresh(): void {
  for (const place of drawings.keys()) end(place);
}

/** The session that shows things there is over. */
export function end(place: Place): void {
  drawings.get(place)?.finish();
  drawings.delete(place);
}

function draw(output: Place, ops: Value, pace: Pace): number | Promise<number> {
  if (!turtle) throw new PyException("RuntimeError", "no program of the page has a turtle");
  const drawing = drawings.get(output) ?? new turtle.Drawing((picture) => download("turtle.png", picture, "image/png"));
  drawings.set(output, drawing);
  if (!drawing.element.isConnected) output.add("value", h("div", { class: "rich" }, drawing.element)); // at first, and after Clear
  const more = drawing.play(items(ops), pace);
  if (drawing.full) throw new PyException("RuntimeError", `the page keeps ${turtle.most} lines at most: clear() makes room`);
  return more;
}

/** Shows what page.display is called with. */
export function show(output: Place, kind: Value, data: Value, pace: Pace): null | number | Promise<number> {
  if (kind === "turtle") return draw(output, data, pace);
  if (output.shown >= most) throw new PyException("RuntimeError", `the page shows ${most} things at most: Clear makes room`);
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
