// The output of a run that is followed, which shows what there was by the moment at hand.

import type { Kind, Output } from "../output.ts";
import type { At, Wrote } from "./messages.ts";

/** Something in the output: a piece that was written, or what came with an answer of the page's. */
interface Entry {
  kind: Kind;
  content: string | HTMLElement;
  piece: number;
  answer: number;
}

export class Log {
  readonly #output: Output;
  #entries: Entry[] = [];
  /** How many of them are shown. */
  #shown = 0;
  /** Something stands there that is not of these. */
  #stale = false;
  /** The question that is answered. */
  question = 0;

  constructor(output: Output) {
    this.#output = output;
  }

  clear(): void {
    this.#entries = [];
    this.#shown = this.question = 0;
    this.#stale = false;
    this.#output.clear();
  }

  wrote(pieces: Wrote[]): void {
    for (const { kind, text, piece } of pieces) this.#add({ kind, content: text, piece, answer: 0 });
  }

  /** What the user entered. */
  entered(text: string): void {
    this.#add({ kind: "input", content: text, piece: 0, answer: this.question });
  }

  get shown(): number {
    return this.#output.shown;
  }

  /** What a function of the page shows. */
  add(kind: Kind, ...content: (Node | string)[]): HTMLElement {
    const element = this.#output.add(kind, ...content);
    this.#entries.push({ kind, content: element, piece: 0, answer: this.question });
    this.#shown = this.#entries.length; // what is new comes at the end of what there was
    return element;
  }

  #add(entry: Entry): void {
    if (this.#shown === this.#entries.length) this.#show(entry);
    this.#entries.push(entry);
  }

  #show({ kind, content }: Entry): void {
    if (typeof content === "string") this.#output.write(kind, content);
    else this.#output.put(content);
    this.#shown++;
  }

  /** How the run ended is shown below, until another moment is. */
  stale(): void {
    this.#stale = true;
  }

  /** Shows what there was at a moment: all of it at once, as the line and the values are. */
  at({ written, answered }: At): void {
    const most = this.#entries.findIndex(({ piece, answer }) => piece > written || answer > answered);
    const wanted = most < 0 ? this.#entries.length : most;
    if (wanted < this.#shown || this.#stale) {
      this.#output.clear();
      this.#shown = 0;
      this.#stale = false;
    }
    for (const entry of this.#entries.slice(this.#shown, wanted)) this.#show(entry);
    this.#output.flush();
  }
}
