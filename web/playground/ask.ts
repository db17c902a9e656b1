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

/** Asks for a name; refused says what is wrong with one. Resolves to undefined if none is given. */
export function askName(question: string, value: string, example: string, refused: (name: string) => string | undefined): Promise<string | undefined> {
  const field = h("input", { type: "text", id: "ask-name", value, placeholder: example, spellcheck: "false", autocapitalize: "off", autocomplete: "off" });
  const wrong = h("p", { class: "hint wrong", role: "alert" });
  let given: string | undefined;
  const dialog = h("dialog", { class: "ask", "aria-label": question });
  const accept = (event: Event) => {
    event.preventDefault();
    const name = field.value.trim();
    const why = refused(name);
    wrong.textContent = why ? `This cannot be: ${why}.` : "";
    if (why) return field.focus();
    given = name;
    dialog.close();
  };
  const cancel = h("button", { type: "button", click: () => dialog.close() }, "Cancel");
  dialog.append(h("form", { submit: accept }, h("label", { for: "ask-name" }, h("bdi", {}, question)), field, wrong, h("div", { class: "row" }, h("button", { type: "submit", class: "primary", id: "ask-name-ok" }, "OK"), cancel)));
  document.body.append(dialog);
  dialog.showModal();
  field.select();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(given);
    });
  });
}
