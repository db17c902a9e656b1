// The editor: CodeMirror with Python, in a shadow tree. There its styles are constructed sheets, so the page's policy need
// not allow inline styles.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, drawSelection, dropCursor, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers, type DecorationSet } from "@codemirror/view";

import { colours, look } from "./editor_look.ts";

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

export interface EditorOptions {
  label: string;
  onRun: () => void;
  onChange: () => void;
}

export class Editor {
  readonly #view: EditorView;
  readonly #extensions: Extension;

  constructor(host: HTMLElement, options: EditorOptions) {
    const root = host.attachShadow({ mode: "open" });
    const run = () => (options.onRun(), true);
    this.#extensions = [
      keymap.of([{ key: "Mod-Enter", run }, ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.contentAttributes.of({ "aria-label": options.label, tabindex: "0" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.onChange();
      }),
      ...behaviour,
    ];
    this.#view = new EditorView({ root, parent: root, state: this.#state("") });
  }

  #state(code: string): EditorState {
    return EditorState.create({ doc: code, extensions: this.#extensions });
  }

  get code(): string {
    return this.#view.state.doc.toString();
  }

  /** Opens another program: undo does not lead back into the former one. */
  open(code: string): void {
    this.#view.setState(this.#state(code));
  }

  /** Replaces the program by another version of it; undo brings the former one back. */
  replace(code: string): void {
    if (code !== this.code) this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: code } });
  }

  focus(): void {
    this.#view.focus();
  }

  /** Marks a line, from 1; null marks none. */
  markError(line: number | null): void {
    this.#view.dispatch({ effects: setErrorLine.of(line) });
  }

  /** Puts the cursor at a line, from 1, and shows it. */
  jump(line: number): void {
    const { doc } = this.#view.state;
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    this.#view.dispatch({ selection: { anchor: at.from + (/^\s*/.exec(at.text)?.[0].length ?? 0) }, effects: EditorView.scrollIntoView(at.from, { y: "center" }) });
    this.focus();
  }
}

const behaviour = [
  lineNumbers(),
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
  closeBrackets(),
  python(),
  errorLine,
  colours,
  look,
];
