// The prompt below the output: Python, line by line, with a history.

import { byId } from "./dom.ts";
import * as storage from "./storage.ts";

const maxHistory = 100;

/** What helps who types. */
export interface Help {
  /** Gives what a text goes on with at a place, and shows the choices where there are several; done tells that there is a name, and it is whole. */
  complete(text: string, at: number): Promise<{ more: string; done: boolean }>;
  /** Gives what is to be known of the name at a place; while one types, of the call. */
  explain(text: string, at: number, typing: boolean): Promise<HTMLElement | undefined>;
}

export class Repl {
  readonly #prompt = byId<HTMLTextAreaElement>("prompt");
  readonly #continues: (text: string) => Promise<boolean>;
  readonly #run: (line: string) => void;
  readonly #help: Help;
  readonly #tip = byId("prompt-tip");
  /** Counts what was asked to be explained: the last holds. */
  #asked = 0;
  readonly #history: string[] = readHistory();
  /** Which entry is shown; history.length is the line being typed. */
  #at = this.#history.length;
  #typed = "";

  /** continues tells whether a text wants another line; run runs one that does not. */
  constructor(continues: (text: string) => Promise<boolean>, run: (line: string) => void, help: Help) {
    this.#continues = continues;
    this.#help = help;
    this.#run = run;
    this.#prompt.addEventListener("keydown", (event) => this.#key(event));
    this.#prompt.addEventListener("input", (event) => {
      this.#fit();
      if (!this.#tip.hidden || /[(,]/.test((event as InputEvent).data ?? "")) void this.#explain(true);
    });
    this.#prompt.addEventListener("blur", () => this.#forget());
    this.#prompt.addEventListener("paste", (event) => this.#paste(event));
    this.#prompt.value = storage.tab.load("prompt") ?? ""; // from before a reload
    this.#fit();
  }

  set enabled(on: boolean) {
    this.#prompt.readOnly = !on;
    this.#prompt.disabled = false;
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { value, selectionStart, selectionEnd } = this.#prompt;
    const collapsed = selectionStart === selectionEnd;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) this.#enter();
      else if (selectionEnd < value.length) this.#newline();
      else void this.#enterOrGoOn();
    } else if (event.key === "Tab" && !event.shiftKey && collapsed && /[\w.]$/.test(value.slice(0, selectionStart))) {
      event.preventDefault(); // behind a space, and in an empty prompt, Tab leads on
      void this.#tab();
    } else if (event.key === "F1") {
      event.preventDefault();
      void this.#explain(false);
    } else if (event.key === "Escape" && !this.#tip.hidden) {
      event.preventDefault(); // and stops no program
      this.#forget();
    } else if (event.key === "ArrowUp" && collapsed && !value.slice(0, selectionStart).includes("\n")) {
      event.preventDefault();
      this.#show(this.#at - 1);
    } else if (event.key === "ArrowDown" && collapsed && !value.slice(selectionEnd).includes("\n")) {
      event.preventDefault();
      this.#show(this.#at + 1);
    }
  }

  /** Shows what the name at the cursor is, or what the call wants that is typed. */
  async #explain(typing: boolean): Promise<void> {
    const { value, selectionEnd } = this.#prompt;
    const asked = ++this.#asked;
    const found = await this.#help.explain(value, selectionEnd, typing).catch(() => undefined); // the assistant did not come
    if (asked !== this.#asked) return;
    this.#tip.hidden = !found;
    this.#tip.replaceChildren(...(found ? [found] : []));
  }

  #forget(): void {
    this.#asked++;
    this.#tip.hidden = true;
  }

  /** Goes on with the name before the cursor as far as there is one way to, and explains one that is whole. */
  async #tab(): Promise<void> {
    const { value, selectionStart } = this.#prompt;
    const { more, done } = await this.#help.complete(value, selectionStart).catch(() => ({ more: "", done: false }));
    if (this.#prompt.value !== value) return;
    if (done) return this.#explain(false);
    if (more === "") return;
    this.#prompt.setRangeText(more, selectionStart, selectionStart, "end");
    this.#fit();
  }

  /** What is copied from a session, of a tutorial say, has prompts in front of its lines, and answers between them. */
  #paste(event: ClipboardEvent): void {
    const lines = event.clipboardData?.getData("text/plain").split(/\r?\n/) ?? [];
    if (!/^\s*>>>( |$)/.test(lines[0] ?? "") || this.#prompt.readOnly) return;
    event.preventDefault();
    const indent = /^\s*/.exec(lines[0] ?? "")?.[0].length ?? 0;
    const code = lines.map((line) => line.slice(indent)).filter((line) => /^(>>>|\.\.\.)( |$)/.test(line)).map((line) => line.slice(4));
    this.#prompt.setRangeText(code.join("\n"), this.#prompt.selectionStart, this.#prompt.selectionEnd, "end");
    this.#fit();
  }

  /** Begins another line, and runs what was complete without it. The guest says so a moment later, and nothing typed meanwhile is lost. */
  async #enterOrGoOn(): Promise<void> {
    const { value, readOnly } = this.#prompt;
    if (readOnly || value.trim() === "") return;
    this.#newline();
    const begun = this.#prompt.value;
    const text = value.replace(/\n[ \t]*$/, "\n"); // a line that was indented for nothing is empty
    // A session that is lost cannot say. Then the statement is run, which shows why it cannot be.
    const more = await this.#continues(text).catch(() => false);
    if (!more && this.#prompt.value === begun) this.#enter();
  }

  /** Begins another line, as deep as the last one, or deeper after a colon. */
  #newline(): void {
    const before = this.#prompt.value.slice(0, this.#prompt.selectionStart);
    const line = before.split("\n").at(-1) ?? "";
    const indent = (/^ */.exec(line)?.[0] ?? "") + (/:\s*(#.*)?$/.test(line) ? "    " : "");
    this.#prompt.setRangeText(`\n${indent}`, this.#prompt.selectionStart, this.#prompt.selectionEnd, "end");
    this.#fit();
  }

  #enter(): void {
    const line = this.#prompt.value.trimEnd();
    if (line === "" || this.#prompt.readOnly) return;
    if (this.#history.at(-1) !== line) this.#history.push(line);
    if (this.#history.length > maxHistory) this.#history.shift();
    storage.save("history", JSON.stringify(this.#history));
    this.#at = this.#history.length;
    this.#typed = "";
    this.#prompt.value = "";
    this.#forget();
    this.#fit();
    this.#run(line);
  }

  #show(at: number): void {
    if (at < 0 || at > this.#history.length) return;
    if (this.#at === this.#history.length) this.#typed = this.#prompt.value;
    this.#at = at;
    this.#prompt.value = this.#history[at] ?? this.#typed;
    this.#prompt.setSelectionRange(this.#prompt.value.length, this.#prompt.value.length);
    this.#fit();
  }

  #fit(): void {
    this.#prompt.rows = this.#prompt.value.split("\n").length;
    storage.tab.save("prompt", this.#prompt.value);
  }
}

function readHistory(): string[] {
  try {
    const kept: unknown = JSON.parse(storage.load("history") ?? "[]");
    return Array.isArray(kept) ? kept.filter((line) => typeof line === "string").slice(-maxHistory) : [];
  } catch {
    return []; // written by something else
  }
}
