// What programs read: the text of the Input tab first, then what the user enters.

import type { Input, SessionOptions } from "../src/index.ts";
import { byId } from "./dom.ts";
import { say } from "./status.ts";
import * as tabs from "./tabs.ts";

export class Stdin {
  readonly #text = byId<HTMLTextAreaElement>("stdin");
  readonly #form = byId<HTMLFormElement>("ask");
  readonly #field = byId<HTMLInputElement>("ask-text");
  /** Whether the session at hand has had the tab's text. */
  #given = false;
  #answer: ((input: Input) => void) | undefined;

  /** entered hears of what the user enters, to show it; changed hears that the tab's text is another. */
  constructor(entered: (text: string) => void, changed: () => void) {
    this.#text.addEventListener("input", changed);
    byId("stdin-note").textContent = "When these are used up, or there are none, the program asks below its output.";
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = `${this.#field.value}\n`;
      entered(text);
      this.#give(text);
    });
    byId("ask-end").addEventListener("click", () => this.#give(null));
  }

  /** The tab's text as it is. */
  get text(): string {
    return this.#text.value;
  }

  /** Shows that of another program. */
  set text(text: string) {
    this.#text.value = text;
  }

  /** The option for a new session. */
  get option(): NonNullable<SessionOptions["stdin"]> {
    return () => this.#read();
  }

  /** The tab's text, as lines. */
  get lines(): string {
    const { value } = this.#text;
    return value === "" || value.endsWith("\n") ? value : `${value}\n`;
  }

  /** A new session begins: the tab's text is there to be read again. */
  begin(): void {
    this.#given = false;
  }

  /** A run has ended: nobody waits for an answer. */
  end(): void {
    this.#form.hidden = true;
    this.#field.value = ""; // an answer half typed is none to the next question
    this.#answer = undefined;
  }

  #read(): Input | Promise<Input> {
    if (!this.#given) {
      this.#given = true;
      if (this.lines) return this.lines;
    }
    this.#form.hidden = false;
    tabs.select("output"); // where the question is
    say("Waiting for your input", "busy");
    this.#field.focus();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  #give(input: Input): void {
    if (!this.#answer) return;
    this.#form.hidden = true;
    this.#field.value = "";
    say("Running", "busy");
    this.#answer(input);
    this.#answer = undefined;
  }
}
