// <mpwasm-cell>: one program, with what it prints below it.

import type { SessionOptions } from "../src/index.ts";
import { make } from "./dom.ts";
import { dress } from "./look.ts";
import { paint } from "./paint.ts";
import type { Run } from "./run.ts";
import { type Source, read } from "./source.ts";

/** What the event mpwasm-run tells when a program has ended: how, and for exercises whether it is right. */
export interface Ran {
  kind: string;
  correct: boolean | undefined;
}

/** Where the reader is asked for a line. */
type Asked = (line: string | null) => void;

export class Cell extends HTMLElement {
  static readonly observedAttributes = ["code"];
  /** Options of the sessions of this element, beside those that attributes give: host functions, say. */
  options: SessionOptions = {};
  protected source: Source = { code: "", setup: "", expected: undefined, check: "", files: {} };
  protected readonly editor = make("div", "editor");
  protected readonly bar = make("div", "bar");
  protected readonly output = make("div", "output", { tabIndex: 0, role: "log", ariaLabel: "Output" });
  readonly #text = make("textarea", "text", { spellcheck: false, autocapitalize: "off", wrap: "off", rows: 1 });
  readonly #shown = make("pre", "code");
  readonly #run = make("button", "run", { type: "button", onclick: () => void this.run() }, "Run");
  readonly #stop = make("button", "stop", { type: "button", hidden: true, onclick: () => this.stop() }, "Stop");
  readonly #reset = make("button", "reset", { type: "button", hidden: true, onclick: () => void this.reset() }, "Reset");
  readonly #status = make("span", "status", { role: "status" });
  readonly #mark = make("span", "mark", { role: "status" });
  readonly #line = make("input", "line", { type: "text", autocomplete: "off", ariaLabel: "The program asks for a line" });
  readonly #ask = make("form", "ask", { hidden: true }, this.#line, make("button", "", {}, "Enter"), make("button", "", { type: "button", onclick: () => this.#answer(null) }, "End"));
  #asked: Asked | undefined;
  #at: Promise<Run> | undefined;
  #built = false;

  connectedCallback(): void {
    if (this.#built) return;
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.#build(), { once: true });
    else this.#build();
  }

  attributeChangedCallback(): void {
    if (this.#built) this.code = this.getAttribute("code") ?? "";
  }

  /** The program, as the reader left it. */
  get code(): string {
    return this.#text.value;
  }

  set code(code: string) {
    this.#text.value = code;
    this.#paint();
  }

  #build(): void {
    if (this.#built || !this.isConnected) return;
    this.#built = true;
    this.source = read(this);
    const root = this.attachShadow({ mode: "open" });
    dress(root);
    this.#text.setAttribute("aria-label", this.getAttribute("label") ?? "Python program");
    const fixed = this.hasAttribute("readonly");
    if (fixed) this.editor.append(this.#shown);
    else this.editor.append(this.#text, this.#shown);
    this.#shown.ariaHidden = fixed ? null : "true";
    if (fixed) this.editor.tabIndex = 0; // so that one can scroll it by keyboard
    this.#text.oninput = () => this.edited();
    this.#text.onkeydown = (event) => this.#key(event);
    this.#text.onfocus = () => void this.#load(); // whoever edits will run
    this.#ask.onsubmit = (event) => (event.preventDefault(), this.#answer(this.#line.value));
    this.bar.append(this.#run, this.#stop, this.#reset, this.#mark, this.#status);
    root.append(this.layout(this.#ask));
    this.code = this.source.code;
    if (this.hasAttribute("autorun")) this.#whenSeen(() => void this.run());
  }

  /** How the parts lie. */
  protected layout(ask: HTMLElement): HTMLElement {
    return make("div", "cell", {}, this.editor, this.bar, this.output, ask);
  }

  /** What a run is given beside the program. */
  get files(): Record<string, string> {
    return this.source.files;
  }

  /** The program that runs, whatever is shown. */
  protected get program(): string {
    return this.code;
  }

  protected edited(): void {
    this.#paint();
    this.#reset.hidden = false;
  }

  #paint(): void {
    paint(this.#shown, this.code);
    this.#shown.append("\n"); // an empty last line has a height
  }

  #whenSeen(act: () => void): void {
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      act();
    });
    watch.observe(this);
  }

  #key(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const text = this.#text;
    const insert = (what: string) => (event.preventDefault(), document.execCommand("insertText", false, what)); // so that it can be undone
    if (key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.run();
    } else if (key === "Enter" && !shiftKey) {
      const before = text.value.slice(0, text.selectionStart).split("\n").at(-1) ?? "";
      insert(`\n${/^\s*/.exec(before)?.[0]}${/:\s*(#.*)?$/.test(before) ? "    " : ""}`);
    } else if (key === "Escape") this.stop();
  }

  /** Loads what runs programs; once, but again after a failure. */
  #load(): Promise<Run> {
    this.#at ??= import("./run.ts").then(({ Run }) => {
      const run = new Run(this, this.options);
      run.warm();
      return run;
    });
    this.#at.catch(() => (this.#at = undefined));
    return this.#at;
  }

  /** Runs the program, and before it the cells of its session above it that have not run. */
  async run(): Promise<void> {
    this.#busy(true);
    this.say("Loading Python");
    try {
      await (await this.#load()).start();
    } catch (error) {
      this.say("");
      this.write("error", `Python could not be loaded or started: ${error instanceof Error ? error.message : String(error)}\n`);
    } finally {
      this.#busy(false);
      this.#answer(null);
    }
  }

  /** Ends the run. */
  stop(): void {
    this.#answer(null);
    void this.#at?.then((run) => run.stop());
  }

  /** Brings back the author's program, and forgets what its session holds. */
  async reset(): Promise<void> {
    this.code = this.source.code;
    this.clear();
    this.#reset.hidden = true;
    await (await this.#at)?.reset();
  }

  #busy(on: boolean): void {
    // Not disabled: a button that is takes the focus with it.
    this.#run.ariaDisabled = String(on);
    this.#stop.hidden = !on;
    if (on) this.#reset.hidden = false;
  }

  /** Empties the output; what a run writes follows. */
  clear(): void {
    this.output.replaceChildren();
    this.#mark.replaceChildren();
    this.say("");
  }

  say(text: string): void {
    this.#status.textContent = text;
  }

  /** Adds to the output: text of a stream, or what a run came to. */
  write(kind: string, what: string | Node): void {
    const last = this.output.lastElementChild;
    const follows = this.output.scrollTop + this.output.clientHeight > this.output.scrollHeight - 8;
    if (typeof what === "string" && last?.className === kind) last.append(what);
    else this.output.append(make("div", kind, {}, what));
    if (follows) this.output.scrollTop = this.output.scrollHeight;
  }

  /** What the program has written to stdout since the output was cleared. */
  get printed(): string {
    return [...this.output.querySelectorAll(".stdout")].map((part) => part.textContent).join("");
  }

  /** Shows whether the program is right, and tells how it ended. */
  ended(kind: string, correct: boolean | undefined, why: string): void {
    const name = correct ? "yes" : "no";
    if (correct !== undefined) this.#mark.replaceChildren(make("span", name, {}, correct ? "✓ Correct" : "✗ Not yet"), make("span", "", {}, why));
    this.dispatchEvent(new CustomEvent<Ran>("mpwasm-run", { bubbles: true, composed: true, detail: { kind, correct } }));
  }

  /** Asks the reader for a line; null is the end of input. */
  ask(): Promise<string | null> {
    this.#ask.hidden = false;
    this.#line.value = "";
    this.#line.focus();
    return new Promise((resolve) => (this.#asked = resolve));
  }

  #answer(line: string | null): void {
    const asked = this.#asked;
    if (!asked) return;
    this.#asked = undefined;
    this.#ask.hidden = true;
    this.#run.focus();
    if (line !== null) this.write("input", `${line}\n`);
    asked(line === null ? null : `${line}\n`);
  }

  /** What comes before the program, what should come of it. */
  get exercise(): Source {
    return { ...this.source, code: this.program, files: this.files };
  }
}
