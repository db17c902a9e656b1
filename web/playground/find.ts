// Search in the output: marks that change nothing of what they mark. Loaded when its bar (findbar.ts) is opened.

import { byId } from "./dom.ts";
import { count } from "./status.ts";

/** How many places are looked for. */
const most = 10_000;

const box = byId("output");
const bar = byId("find");
const field = byId<HTMLInputElement>("find-text");
const told = byId("find-count");

let found: Range[] = [];
let at = -1;
let timer: ReturnType<typeof setTimeout> | undefined;
const observer = new MutationObserver(() => {
  clearTimeout(timer);
  timer = setTimeout(() => look(false), 200);
});

field.addEventListener("input", () => look(true));

/** Looks for what the bar has, and for what is typed in it from now on. */
export function start(): void {
  if (bar.hidden) return; // again, before this came
  observer.observe(box, { childList: true, subtree: true, characterData: true });
  look(true);
}

/** The bar is closed: nothing is marked any more. */
export function end(): void {
  observer.disconnect();
  found = [];
  mark();
}

/** Looks for the text in all of the output, and goes to the first place if that is wanted. */
function look(first: boolean): void {
  if (bar.hidden) return;
  found = field.value === "" ? [] : places(field.value);
  at = first ? (found.length > 0 ? 0 : -1) : Math.min(at, found.length - 1);
  mark();
  if (first) show();
}

function places(wanted: string): Range[] {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let whole = "";
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  let block: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const of = node.parentElement?.closest("pre, div, td, th, summary") ?? null;
    if (block && of !== block) whole += "\n"; // a text does not go on from one block to the next
    block = of;
    nodes.push(node as Text);
    starts.push(whole.length);
    whole += (node as Text).data;
  }
  const pattern = new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
  const ranges: Range[] = [];
  let n = 0;
  for (const match of whole.matchAll(pattern)) {
    if (ranges.length === most) break;
    while (n + 1 < starts.length && starts[n + 1]! <= match.index) n++;
    let m = n;
    const end = match.index + match[0].length;
    while (m + 1 < starts.length && starts[m + 1]! < end) m++;
    const range = new Range();
    range.setStart(nodes[n]!, match.index - starts[n]!);
    range.setEnd(nodes[m]!, end - starts[m]!);
    ranges.push(range);
  }
  return ranges;
}

function mark(): void {
  const number = found.length === most ? `${count(most)} or more` : count(found.length);
  told.textContent = field.value === "" ? "" : found.length === 0 ? "not found" : `${count(at + 1)} of ${number}`;
  if (!("highlights" in CSS)) return;
  const now = found[at];
  CSS.highlights.set("found", new Highlight(...found));
  CSS.highlights.set("found-now", new Highlight(...(now ? [now] : [])));
}

/** Goes to another place, onwards or back. */
export function go(by: number): void {
  if (found.length === 0) return;
  at = (at + by + found.length) % found.length;
  mark();
  show();
}

/** Scrolls to the place at hand; where nothing can be marked, it is selected. */
function show(): void {
  const range = found[at];
  if (!range) return;
  range.startContainer.parentElement?.closest("details")?.setAttribute("open", "");
  const place = range.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) box.scrollTop += place.top - frame.top - frame.height / 3;
  if ("highlights" in CSS) return;
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}
