// The output: what programs write, in order, with streams, values and errors told apart.

import { type Segment, Terminal, isSpecial, returns } from "./ansi.ts";
import { byId, h } from "./dom.ts";
import { count } from "./status.ts";

export type Kind = "stdout" | "stderr" | "input" | "echo" | "value" | "error" | "note";

/** How many characters are kept on the page: the beginning, and what came last. Between them the oldest goes. */
const keptBeginning = 100_000;
const keptEnd = 1_000_000;

/** How much a block of text has, about: what is added has the browser lay out the last blocks, and not all of the text. */
const blockCharacters = 8_000;
const blockLines = 150;

export class Output {
  readonly #box = byId("output");
  readonly #empty = byId("output-empty");
  #pending: { kind: Kind; text: string }[] = [];
  #frame = 0;
  /** How many lines the last block has. */
  #lines = 0;
  /** Whether the end is shown. What was added last is followed as it grows: an error is explained a moment later. */
  #atEnd = true;
  readonly #growth = new ResizeObserver(() => this.#atEnd && this.#toEnd());
  /** What colour a stream writes in. */
  readonly #terminals = new Map<Kind, Terminal>();
  /** Of the elements before the gap, and of those behind it. */
  #beginning = 0;
  #end = 0;
  /** What stands for text that is gone, and how much that is. */
  #gap: HTMLElement | undefined;
  #gone = 0;

  constructor() {
    this.#box.addEventListener("scroll", () => this.#look(), { passive: true });
  }

  /** How much a program has shown besides text. */
  get shown(): number {
    return this.#box.querySelectorAll(".rich").length;
  }

  /** Whether there is nothing in it. */
  get empty(): boolean {
    this.flush();
    return this.#box.firstElementChild === this.#empty || !this.#box.firstElementChild;
  }

  clear(): void {
    this.#pending = [];
    this.#terminals.clear();
    this.#beginning = this.#end = this.#gone = 0;
    this.#gap = undefined;
    this.#box.replaceChildren(this.#empty);
  }

  /** All that is kept, as text. */
  get text(): string {
    this.flush();
    return [...this.#box.children].filter((element) => element !== this.#empty).map((element) => (element instanceof HTMLPreElement ? element.textContent : `${(element as HTMLElement).dataset.text ?? element.textContent}\n`)).join("");
  }

  /** Adds text of a stream; it is shown with the next frame, so that much output costs little. */
  write(kind: Kind, text: string): void {
    if (text === "") return;
    const last = this.#pending.at(-1);
    if (last?.kind === kind) last.text += text;
    else this.#pending.push({ kind, text });
    this.#frame ||= requestAnimationFrame(() => this.flush());
  }

  /** Adds an element of its own, and gives it. */
  add(kind: Kind, ...content: (Node | string)[]): HTMLElement {
    const element = h("div", { class: `out ${kind}` }, ...content);
    this.put(element);
    return element;
  }

  /** Puts an element there, as one that was there before. */
  put(element: HTMLElement): void {
    this.flush();
    this.#following(() => this.#append(element));
    this.#growth.disconnect();
    this.#growth.observe(element);
  }

  /** Shows what was written, without waiting for the next frame. */
  flush(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const pending = this.#pending;
    if (pending.length === 0) return;
    this.#pending = [];
    this.#following(() => {
      for (const { kind, text } of pending) this.#write(kind, text);
    });
  }

  /** Adds something, and goes on showing the end if that was shown. */
  #following(add: () => void): void {
    this.#look();
    add();
    if (this.#atEnd) this.#toEnd();
  }

  #look(): void {
    const box = this.#box;
    this.#atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
  }

  #toEnd(): void {
    this.#box.scrollTop = this.#box.scrollHeight;
  }

  #write(kind: Kind, text: string): void {
    const terminal = this.#terminals.get(kind);
    if (!terminal && !isSpecial(text)) return this.#stream(kind, text);
    const begun = returns(text) ? this.#takeLine(kind) : [];
    const used = terminal ?? new Terminal();
    this.#terminals.set(kind, used);
    for (const segment of used.write(begun, text)) this.#stream(segment.style ? `${kind} ${segment.style}` : kind, segment.text);
  }

  /** Takes the line away that a stream has begun, to write over it. */
  #takeLine(kind: Kind): Segment[] {
    const found: Segment[] = [];
    const block = this.#box.lastElementChild;
    for (let span = block?.lastElementChild; span && block instanceof HTMLPreElement; span = block.lastElementChild) {
      const [first = "", ...style] = span.className.split(" ");
      const text = span.firstChild as Text;
      const start = text.data.lastIndexOf("\n") + 1;
      if (first !== kind || start === text.length) break;
      found.unshift({ text: text.data.slice(start), style: style.join(" ") });
      if (start > 0) {
        text.deleteData(start, text.length - start);
        break;
      }
      span.remove();
    }
    this.#count(-found.reduce((sum, { text }) => sum + text.length, 0));
    return found;
  }

  /** Text of a stream goes on in the last block until that is full. Blocks end with a line, unless it is very long. */
  #stream(kind: string, text: string): void {
    for (let at = 0; at < text.length; ) {
      const last = this.#box.lastElementChild;
      const had = last instanceof HTMLPreElement ? last.textContent : "";
      const full = had.length >= blockCharacters || this.#lines >= blockLines;
      const open = last instanceof HTMLPreElement && (!full || (!had.endsWith("\n") && had.length < 4 * blockCharacters)) ? last : undefined;
      if (!open) this.#lines = 0;
      const has = open ? had.length : 0;
      const to = wholeCharacters(text, Math.min(this.#lineEnd(text, at, at + Math.max(blockCharacters - has, 0)), at + 4 * blockCharacters - has));
      this.#put(open, kind, text.slice(at, to));
      at = to;
    }
  }

  /** Where a block is full that goes on with a text: behind the first line that reaches a place, or with the last line that it has room for. */
  #lineEnd(text: string, from: number, place: number): number {
    for (let at = from; ; ) {
      const newline = text.indexOf("\n", at);
      if (newline < 0) return text.length;
      at = newline + 1;
      if (++this.#lines >= blockLines || newline >= place) return at;
    }
  }

  #put(block: HTMLPreElement | undefined, kind: string, text: string): void {
    const span = block?.lastElementChild;
    if (!block) return this.#append(h("pre", { class: "out" }, h("span", { class: kind }, text)));
    if (span?.className === kind) (span.firstChild as Text).appendData(text);
    else block.append(h("span", { class: kind }, text));
    this.#count(text.length);
  }

  #append(element: HTMLElement): void {
    this.#empty.remove();
    const full = this.#box.lastElementChild?.previousElementSibling;
    if (full instanceof HTMLPreElement && !full.classList.contains("full")) this.#skip(full);
    this.#box.append(element);
    this.#count(element.textContent.length);
  }

  /** Has the browser lay out a block once it is to be seen; until then it has the height of its lines, if none of them is folded. */
  #skip(block: HTMLPreElement): void {
    block.classList.add("full");
    block.style.containIntrinsicBlockSize = `auto ${block.textContent.split("\n").length - 1}lh`;
  }

  #count(characters: number): void {
    if (!this.#gap && this.#beginning < keptBeginning) this.#beginning += characters;
    else this.#end += characters;
    if (!this.#gap && this.#beginning >= keptBeginning) {
      this.#gap = h("div", { class: "out note gap", hidden: true });
      this.#box.append(this.#gap);
    }
    this.#trim();
  }

  /** Drops the oldest blocks behind the gap, beyond what the page keeps. */
  #trim(): void {
    while (this.#gap && this.#end > keptEnd) {
      const oldest = this.#gap.nextElementSibling;
      if (!oldest || oldest === this.#box.lastElementChild) return;
      const length = oldest.textContent.length;
      oldest.remove();
      this.#end -= length;
      this.#gone += length;
      this.#gap.hidden = false;
      this.#gap.textContent = `… ${count(this.#gone)} characters are left out here: the page keeps the beginning and the end`;
    }
  }
}

/** The place, or the one behind it where it is between the halves of a character. */
function wholeCharacters(text: string, at: number): number {
  const c = text.charCodeAt(at - 1);
  return c >= 0xd800 && c < 0xdc00 && at < text.length ? at + 1 : at;
}
