// The output: what programs write, in order, with streams, values and errors told apart.

import { byId, h } from "./dom.ts";

export type Kind = "stdout" | "stderr" | "input" | "echo" | "value" | "error" | "note";

/** How many characters are kept on the page; what is older goes. */
const maxCharacters = 400_000;

export class Output {
  readonly #box = byId("output");
  readonly #empty = byId("output-empty");
  #pending: { kind: Kind; text: string }[] = [];
  #frame = 0;
  #characters = 0;

  clear(): void {
    this.#pending = [];
    this.#characters = 0;
    this.#box.replaceChildren(this.#empty);
  }

  /** Adds text of a stream; it is shown with the next frame, so that much output costs little. */
  write(kind: Kind, text: string): void {
    if (text === "") return;
    const last = this.#pending.at(-1);
    if (last?.kind === kind) last.text += text;
    else this.#pending.push({ kind, text });
    this.#frame ||= requestAnimationFrame(() => this.#flush());
  }

  /** Adds an element of its own. */
  add(kind: Kind, ...content: (Node | string)[]): void {
    this.#flush();
    const element = h("div", { class: `out ${kind}` }, ...content);
    this.#characters += element.textContent.length;
    this.#append(element);
  }

  #flush(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const pending = this.#pending;
    this.#pending = [];
    for (const { kind, text } of pending) this.#stream(kind, text);
  }

  #stream(kind: Kind, text: string): void {
    this.#characters += text.length;
    const block = this.#box.lastElementChild;
    if (!(block instanceof HTMLPreElement)) {
      this.#append(h("pre", { class: "out" }, h("span", { class: kind }, text)));
      return;
    }
    const last = block.lastElementChild;
    if (last?.className === kind) (last.firstChild as Text).appendData(text);
    else block.append(h("span", { class: kind }, text));
    this.#trim();
    this.#scroll();
  }

  #append(element: HTMLElement): void {
    this.#empty.remove();
    this.#box.append(element);
    this.#trim();
    this.#scroll();
  }

  /** Drops the oldest text beyond what the page keeps. */
  #trim(): void {
    while (this.#characters > maxCharacters) {
      const first = this.#box.firstElementChild;
      if (!first) return;
      const piece = first instanceof HTMLPreElement ? first.firstElementChild : null; // text of one stream
      const oldest = piece ?? first;
      const length = oldest.textContent?.length ?? 0;
      const surplus = this.#characters - maxCharacters;
      if (piece && surplus < length) {
        (piece.firstChild as Text).deleteData(0, surplus);
        this.#characters -= surplus;
        return;
      }
      oldest.remove();
      if (first.childElementCount === 0) first.remove();
      this.#characters -= length;
    }
  }

  #scroll(): void {
    this.#box.scrollTop = this.#box.scrollHeight;
  }
}
