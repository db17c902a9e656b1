// Keys that the assistant answers (assist/start.ts), which is loaded with the first key: one of them may be that key. They are not left to the
// browser, whose Ctrl+F looks in the page's text and would have what follows typed into the program.

import type { EditorView } from "@codemirror/view";

const keys = /^(Mod-[fgd]|Mod-Shift-l|Mod-Alt-g|Ctrl-Shift-m|Ctrl-Space|Shift-Alt-f|F1|F3|F8)$/;

/** Keys that were pressed before the assistant is there. */
export class HeldKeys {
  #held: KeyboardEvent[] = [];
  #searching = false;

  /** Takes a key, if it is for the assistant; and what is typed once the search was asked for, which is what is looked for. */
  take(event: KeyboardEvent): boolean {
    if (event.isComposing || /^(Shift|Control|Alt|Meta)$/.test(event.key)) return false;
    if (!this.#searching && !keys.test(nameOf(event))) return false;
    this.#searching ||= nameOf(event) === "Mod-f";
    this.#held.push(event);
    return true;
  }

  /** The assistant is there: it gets the keys in their order. */
  give(view: EditorView): void {
    for (const event of this.#forget()) press(view, event);
  }

  /** The assistant does not come. */
  drop(): void {
    this.#forget();
  }

  #forget(): KeyboardEvent[] {
    const held = this.#held;
    this.#held = [];
    this.#searching = false;
    return held;
  }
}

function nameOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const plain = altKey && /^Key[A-Z]$/.test(code) ? code.slice(3) : key; // with Alt, some keyboards write something else
  const name = plain === " " ? "Space" : plain.length === 1 ? plain.toLowerCase() : plain;
  if (name === "Space" || (name === "m" && shiftKey)) return `${ctrlKey ? "Ctrl-" : ""}${shiftKey ? "Shift-" : ""}${name}`;
  return `${ctrlKey || metaKey ? "Mod-" : ""}${shiftKey ? "Shift-" : ""}${altKey ? "Alt-" : ""}${name}`;
}

/** Has the editor, or the field that it has opened, get a key. */
function press(view: EditorView, event: KeyboardEvent): void {
  const { key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey } = event;
  const field = view.root.activeElement;
  const again = new KeyboardEvent("keydown", { key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true, composed: true });
  if (!(field ?? view.contentDOM).dispatchEvent(again) || [...key].length > 1 || ctrlKey || metaKey) return;
  if (!(field instanceof HTMLInputElement)) return view.dispatch(view.state.replaceSelection(key), { userEvent: "input.type" });
  field.setRangeText(key, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  field.dispatchEvent(new Event("change"));
}
