// The page on paper: the whole program, of which the editor draws only what is seen, and the whole output.

import { byId, h } from "./dom.ts";

export function start(name: () => string, code: () => string): void {
  addEventListener("beforeprint", () => byId("print").replaceChildren(h("h2", {}, name()), h("pre", {}, code())));
  addEventListener("afterprint", () => byId("print").replaceChildren());
}
