// Tables that sort by the column whose head is pressed.

import type { Value } from "../../src/index.ts";
import { h } from "../dom.ts";

/** How many rows are drawn. */
const drawn = 500;

const shown = (value: Value): string => (value === null ? "None" : typeof value === "boolean" ? (value ? "True" : "False") : String(value));

/** Numbers before text, each in its order. */
function compare(a: Value, b: Value): number {
  const numbers = [a, b].map((value) => (typeof value === "string" || value === null ? Number.NaN : Number(value)));
  const [x = Number.NaN, y = Number.NaN] = numbers;
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
  return shown(a).localeCompare(shown(b));
}

export function table(columns: string[], rows: Value[][]): HTMLElement {
  const body = h("tbody");
  const draw = (order: Value[][]) =>
    body.replaceChildren(...order.slice(0, drawn).map((row) => h("tr", {}, ...row.map((value) => h("td", typeof value === "string" || value === null ? {} : { class: "number" }, shown(value))))));
  const heads: HTMLElement[] = columns.map((name, i) => {
    const sort = () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      draw([...rows].sort((a, b) => (down ? -1 : 1) * compare(a[i] ?? null, b[i] ?? null)));
    };
    const head = h("th", { scope: "col" }, h("button", { type: "button", class: "link", title: "Sort by this column", click: sort }, name));
    return head;
  });
  draw(rows);
  const more = rows.length > drawn ? [h("p", { class: "hint" }, `${drawn} of ${rows.length} rows are shown; sorting goes over all of them.`)] : [];
  return h("div", { class: "table", tabindex: 0, role: "region", "aria-label": `Table of ${rows.length} rows` }, h("table", {}, h("thead", {}, h("tr", {}, ...heads)), body), ...more);
}
