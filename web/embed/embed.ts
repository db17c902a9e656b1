// <mpwasm-cell> and <mpwasm-playground>: programs in pages of others that can be run where they stand. This is the file that such a
// page includes. It draws the cells; what runs programs (run.ts, the engine) is loaded when the first of them is touched, or, where it
// runs by itself, seen.

import { Cell } from "./cell.ts";
import { Playground } from "./playground.ts";

for (const [name, element] of [["mpwasm-cell", Cell], ["mpwasm-playground", Playground]] as const) {
  if (!customElements.get(name)) customElements.define(name, element);
}

export { Cell, Playground };
export type { Ran } from "./cell.ts";
