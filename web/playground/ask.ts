// A question that has to be answered before something is overwritten.

import { h } from "./dom.ts";

/** Asks, and resolves to whether the answer was yes: what is done then. */
export function ask(question: string, yes: string): Promise<boolean> {
  const dialog = h("dialog", { class: "ask", "aria-label": question });
  const button = (text: string, value: string, kind = "") => h("button", { type: "button", class: kind, click: () => dialog.close(value) }, text);
  dialog.append(h("p", {}, h("bdi", {}, question)), h("div", { class: "row" }, button(yes, "yes", "primary"), button("Leave it as it is", "")));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
