// The editor. What runs a program comes first over the wire, and what edits it after that (editor_view.ts): until then this holds the texts,
// shows the one that is open, and remembers where the editor is to begin.

import type { Extension } from "@codemirror/state";

import { byId } from "./dom.ts";
import { programName } from "./traceback.ts";

export interface EditorOptions {
  label: string;
  onRun: () => void;
  /** Hears of the name of what was edited. */
  onChange: (name: string) => void;
  /** Hears of a line whose number was pressed. */
  onGutter: (line: number) => void;
  /** Gives what assists, which is asked for with the first key or the first change. */
  onFirstKey: () => Promise<Extension>;
}

/** The texts that are open, one of which is shown. */
export interface Sheets {
  /** The name of what is shown. */
  readonly active: string;
  /** The text of what is open under a name. */
  text(name: string): string | undefined;
  /** Opens another program: undo does not lead back into the former one, whose files are closed. */
  open(code: string): void;
  /** Opens a file beside the program, and does not show it yet. */
  add(name: string, text: string): void;
  show(name: string): void;
  /** Closes a file; the program is shown if it was. */
  drop(name: string): void;
  /** Replaces a text by another version of it; undo brings the former one back. */
  replace(text: string, name?: string): void;
  focus(): void;
  /** Marks a line of the program, from 1; null marks none. */
  markError(line: number | null): void;
  /** Puts the cursor at a line of what is shown, from 1, and shows it. */
  jump(line: number): void;
  /** Gives the editor more, in all texts that are open. */
  extend(more: Extension): void;
}

export class Editor implements Sheets {
  #sheets: Sheets;
  /** Settles once texts can be edited; rejects where what edits them does not come. */
  readonly editable: Promise<void>;

  /** begin settles when the wire is free for what edits. */
  constructor(host: HTMLElement, options: EditorOptions, begin: Promise<unknown>) {
    const plain = new Plain(options);
    this.#sheets = plain;
    this.editable = begin.then(async () => {
      preload();
      const { CodeEditor } = await import("./editor_view.ts");
      const view = new CodeEditor(host, options);
      plain.handOver(view);
      this.#sheets = view;
      byId("early").remove();
    });
  }

  /** The program. */
  get code(): string {
    return this.#sheets.text(programName) ?? "";
  }

  get active(): string {
    return this.#sheets.active;
  }

  text(name: string): string | undefined {
    return this.#sheets.text(name);
  }

  open(code: string): void {
    this.#sheets.open(code);
  }

  add(name: string, text: string): void {
    this.#sheets.add(name, text);
  }

  show(name: string): void {
    this.#sheets.show(name);
  }

  drop(name: string): void {
    this.#sheets.drop(name);
  }

  replace(text: string, name = programName): void {
    this.#sheets.replace(text, name);
  }

  focus(): void {
    this.#sheets.focus();
  }

  markError(line: number | null): void {
    this.#sheets.markError(line);
  }

  jump(line: number): void {
    this.#sheets.jump(line);
  }

  extend(more: Extension): void {
    this.#sheets.extend(more);
  }
}

/** Has all of the editor's scripts come at once: a browser would find them one in the other. The bundler names them in the page. */
function preload(): void {
  for (const href of document.querySelector<HTMLMetaElement>("meta[name=editor]")?.content.split(" ") ?? []) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = href;
    document.head.append(link);
  }
}

/** Texts that are shown and not edited. */
class Plain implements Sheets {
  readonly #options: EditorOptions;
  readonly #texts = new Map([[programName, ""]]);
  /** Nothing is drawn before something was opened: what boot.ts shows stays. */
  #opened = false;
  #mark: number | null = null;
  #line: number | undefined;
  #focused = false;
  active = programName;

  constructor(options: EditorOptions) {
    this.#options = options;
  }

  #draw(): void {
    if (this.#opened) byId("early").textContent = this.#texts.get(this.active) ?? "";
  }

  text(name: string): string | undefined {
    return this.#texts.get(name);
  }

  open(code: string): void {
    this.#texts.clear();
    this.#texts.set(programName, code);
    this.#opened = true;
    this.#mark = null;
    this.#line = undefined;
    this.show(programName);
  }

  add(name: string, text: string): void {
    this.#texts.set(name, text);
  }

  show(name: string): void {
    if (!this.#texts.has(name)) return;
    this.active = name;
    this.#draw();
  }

  drop(name: string): void {
    if (name === this.active) this.show(programName);
    this.#texts.delete(name);
  }

  replace(text: string, name = programName): void {
    if (!this.#texts.has(name) || text === this.#texts.get(name)) return;
    this.#texts.set(name, text);
    this.#opened = true;
    this.#draw();
    if (name === this.active) this.#options.onChange(name);
  }

  focus(): void {
    this.#focused = true;
  }

  markError(line: number | null): void {
    this.#mark = line;
  }

  jump(line: number): void {
    this.#line = line;
  }

  extend(): void {
    // what is loaded with the first key has none to hear yet
  }

  /** Gives all of it to the editor. */
  handOver(view: Sheets): void {
    view.open(this.#texts.get(programName) ?? "");
    for (const [name, text] of this.#texts) if (name !== programName) view.add(name, text);
    view.show(this.active);
    if (this.#mark !== null) view.markError(this.#mark);
    if (this.#line !== undefined) view.jump(this.#line);
    else if (this.#focused && document.activeElement === document.body) view.focus();
  }
}
