// What the editor is once it is loaded: CodeMirror with Python, in a shadow tree. There its styles are constructed sheets, so the page's
// policy need not allow inline styles.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { Compartment, EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, drawSelection, dropCursor, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers, type DecorationSet } from "@codemirror/view";

import { fileName } from "./editor_file.ts";
import { HeldKeys } from "./editor_keys.ts";
import { colours, look } from "./editor_look.ts";
import type { EditorOptions, Sheets } from "./editor.ts";
import { programName } from "./traceback.ts";

const setErrorLine = StateEffect.define<number | null>();

const errorMark = Decoration.line({ class: "cm-error-line" });

/** The line that an exception came from, which moves with the text and goes when it is edited. */
const errorLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    transaction.changes.iterChangedRanges((_fromA, _toA, from, to) => {
      const doc = transaction.state.doc;
      const first = doc.lineAt(from).from;
      const last = doc.lineAt(to).to;
      next = next.update({ filter: (at) => at < first || at > last });
    });
    for (const effect of transaction.effects) {
      if (!effect.is(setErrorLine)) continue;
      const line = effect.value;
      const marked = line !== null && line >= 1 && line <= transaction.state.doc.lines;
      next = marked ? Decoration.set(errorMark.range(transaction.state.doc.line(line).from)) : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export class CodeEditor implements Sheets {
  readonly #view: EditorView;
  readonly #extensions: Extension;
  /** What is open but not shown, by name; what is shown is in the view. */
  readonly #hidden = new Map<string, EditorState>();
  /** What is loaded later; it stands before all else, since it has the first say on keys. */
  readonly #later = new Compartment();
  #loaded: Extension = [];
  /** The assistant is on its way, or there. */
  #assisting = false;
  #assisted = false;
  readonly #held = new HeldKeys();
  #active = programName;

  constructor(host: HTMLElement, options: EditorOptions) {
    const root = host.attachShadow({ mode: "open" });
    const run = () => (options.onRun(), true);
    const assisted = () => this.#assist(options.onFirstKey);
    this.#extensions = [
      EditorView.domEventHandlers({ keydown: (event) => (assisted(), !this.#assisted && this.#held.take(event)), paste: assisted }),
      keymap.of([{ key: "Mod-Enter", run }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.contentAttributes.of({ "aria-label": options.label, tabindex: "0" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.onChange(this.#active);
      }),
      lineNumbers({ domEventHandlers: { mousedown: (view, block) => (options.onGutter(view.state.doc.lineAt(block.from).number), true) } }),
      ...behaviour,
    ];
    this.#view = new EditorView({ root, parent: root, state: this.#state("", programName) });
  }

  #state(text: string, name: string): EditorState {
    return EditorState.create({ doc: text, extensions: [fileName.of(name), this.#later.of(this.#loaded), this.#extensions, name.endsWith(".py") ? pythonLanguage : []] });
  }

  /** Gives the editor more, in all texts that are open. */
  extend(more: Extension): void {
    this.#loaded = [this.#loaded, more];
    const effects = this.#later.reconfigure(this.#loaded);
    this.#view.dispatch({ effects });
    for (const [name, state] of this.#hidden) this.#hidden.set(name, state.update({ effects }).state);
  }

  /** Has the assistant come, once. */
  #assist(load: EditorOptions["onFirstKey"]): void {
    if (this.#assisting) return;
    this.#assisting = true;
    const come = (assistant: Extension) => {
      this.#assisted = true;
      this.extend(assistant);
      this.#held.give(this.#view);
    };
    load().then(come, () => {
      this.#assisting = false; // the editor works without, and the next key asks again
      this.#held.drop();
    });
  }

  /** The name of what is shown. */
  get active(): string {
    return this.#active;
  }

  /** The program. */
  get code(): string {
    return this.text(programName) ?? "";
  }

  /** The text of what is open under a name. */
  text(name: string): string | undefined {
    return (name === this.#active ? this.#view.state : this.#hidden.get(name))?.doc.toString();
  }

  /** Opens another program: undo does not lead back into the former one, whose files are closed. */
  open(code: string): void {
    this.#hidden.clear();
    this.#active = programName;
    this.#view.setState(this.#state(code, programName));
  }

  /** Opens a file beside the program, and does not show it yet. */
  add(name: string, text: string): void {
    this.#hidden.set(name, this.#state(text, name));
  }

  show(name: string): void {
    const next = this.#hidden.get(name);
    if (!next) return;
    this.#hidden.set(this.#active, this.#view.state);
    this.#hidden.delete(name);
    this.#active = name;
    this.#view.setState(next);
  }

  /** Closes a file; the program is shown if it was. */
  drop(name: string): void {
    if (name === this.#active) this.show(programName);
    this.#hidden.delete(name);
  }

  /** Replaces a text by another version of it; undo brings the former one back. */
  replace(text: string, name = programName): void {
    if (text === this.text(name)) return;
    const state = name === this.#active ? this.#view.state : this.#hidden.get(name);
    if (!state) return;
    const change = { changes: { from: 0, to: state.doc.length, insert: text } };
    if (name === this.#active) this.#view.dispatch(change);
    else this.#hidden.set(name, state.update(change).state);
  }

  focus(): void {
    this.#view.focus();
  }

  /** Marks a line of the program, from 1; null marks none. */
  markError(line: number | null): void {
    const effects = setErrorLine.of(line);
    if (this.#active === programName) return this.#view.dispatch({ effects });
    const program = this.#hidden.get(programName);
    if (program) this.#hidden.set(programName, program.update({ effects }).state);
  }

  /** Puts the cursor at a line of what is shown, from 1, and shows it. */
  jump(line: number): void {
    const { doc } = this.#view.state;
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    this.#view.dispatch({ selection: { anchor: at.from + (/^\s*/.exec(at.text)?.[0].length ?? 0) }, effects: EditorView.scrollIntoView(at.from, { y: "center" }) });
    this.focus();
  }
}

const behaviour = [
  highlightActiveLineGutter(),
  highlightActiveLine(),
  highlightSpecialChars(),
  history(),
  drawSelection(),
  dropCursor(),
  indentUnit.of("    "),
  EditorState.tabSize.of(4),
  indentOnInput(),
  bracketMatching(),
  errorLine,
  colours,
  look,
];
