// Breakpoints and the line at hand in the editor.

import { type ChangeSet, type Extension, RangeSet, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, ViewPlugin, gutterLineClass } from "@codemirror/view";

import { fileName } from "../editor_file.ts";

class LineClass extends GutterMarker {
  override readonly elementClass: string;
  constructor(name: string) {
    super();
    this.elementClass = name;
  }
}

const breakMark = new LineClass("cm-break");
const nowMark = new LineClass("cm-now-number");
const nowLine = Decoration.line({ class: "cm-now" });
const nowLineRaised = Decoration.line({ class: "cm-now cm-raised" });

/** Says that what is marked has changed. */
const marked = StateEffect.define<null>();

export class Gutter {
  /** Lines by file. */
  readonly breaks = new Map<string, Set<number>>();
  #now: { file: string; line: number; raised: boolean } | undefined;
  #view: EditorView | undefined;
  readonly extension: Extension;

  /** moved hears that an edit has moved the breakpoints of a file. */
  constructor(moved: (file: string) => void) {
    const version = StateField.define<number>({
      create: () => 0,
      update: (n, transaction) => {
        if (transaction.docChanged) {
          const file = transaction.startState.facet(fileName);
          const lines = this.breaks.get(file);
          if (lines?.size) {
            const [before, after] = [transaction.startState.doc, transaction.state.doc];
            this.breaks.set(file, new Set([...lines].map((line) => lineNow(transaction.changes, before, after, line)).filter((line) => line !== undefined)));
            moved(file);
          }
        }
        return transaction.docChanged || transaction.effects.some((effect) => effect.is(marked)) ? n + 1 : n;
      },
    });
    this.extension = [
      version,
      gutterLineClass.compute([version], (state) => {
        const lines = [...(this.breaks.get(state.facet(fileName)) ?? [])].filter((line) => line <= state.doc.lines).map((line) => breakMark.range(state.doc.line(line).from));
        const now = this.#lineOf(state.facet(fileName), state.doc.lines);
        return RangeSet.of(now ? [...lines, nowMark.range(state.doc.line(now).from)] : lines, true);
      }),
      EditorView.decorations.compute([version], (state) => {
        const now = this.#lineOf(state.facet(fileName), state.doc.lines);
        return now ? Decoration.set((this.#now?.raised ? nowLineRaised : nowLine).range(state.doc.line(now).from)) : Decoration.none;
      }),
      ViewPlugin.define((view) => {
        this.#view = view;
        queueMicrotask(() => this.#mark()); // the text may have been hidden when marks changed
        return {};
      }),
      look,
    ];
  }

  #lineOf(file: string, lines: number): number | undefined {
    const now = this.#now;
    return now?.file === file && now.line <= lines ? now.line : undefined;
  }

  #mark(): void {
    this.#view?.dispatch({ effects: marked.of(null) });
  }

  /** Sets a breakpoint, or takes it away; tells which. */
  toggle(file: string, line: number): boolean {
    const lines = this.breaks.get(file) ?? new Set();
    const set = !lines.delete(line);
    if (set) lines.add(line);
    this.breaks.set(file, lines);
    this.#mark();
    return set;
  }

  clear(): void {
    this.breaks.clear();
    this.#now = undefined;
    this.#mark();
  }

  /** The line of the cursor. */
  get line(): number {
    const state = this.#view?.state;
    return state ? state.doc.lineAt(state.selection.main.head).number : 1;
  }

  /** Marks the line at hand in the file that is shown, and shows it; without one, marks none. */
  show(now?: { file: string; line: number; raised: boolean }): void {
    this.#now = now;
    const view = this.#view;
    if (!view) return;
    this.#mark();
    if (!now || now.line > view.state.doc.lines) return;
    view.dispatch({ effects: EditorView.scrollIntoView(view.state.doc.line(now.line).from, { y: "nearest", yMargin: 40 }) });
  }
}

/** Which line it is after a change. One that was replaced together with others is where its text is now, but for spaces, if it is anywhere. */
function lineNow(changes: ChangeSet, before: Text, after: Text, number: number): number | undefined {
  const line = before.line(Math.min(number, before.lines));
  let found: number | undefined = after.lineAt(changes.mapPos(line.to, -1)).number;
  const numbered = (text: Text, from: number, to: number) => {
    const first = text.lineAt(from).number;
    return Array.from({ length: text.lineAt(to).number - first + 1 }, (_, i) => ({ number: first + i, text: text.line(first + i).text.replace(/\s/g, "") }));
  };
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    if (fromA > line.from || toA < line.to || toA - fromA === line.length) return;
    const same = numbered(before, fromA, toA).filter(({ text }) => text === line.text.replace(/\s/g, ""));
    const nth = same.findIndex(({ number }) => number === line.number);
    found = numbered(after, fromB, toB).filter(({ text }) => text === same[nth]?.text)[nth]?.number;
  });
  return found;
}

const look = EditorView.baseTheme({
  ".cm-lineNumbers .cm-now-number": { color: "var(--accent)", fontWeight: "700" },
  ".cm-lineNumbers .cm-break": { color: "var(--surface) !important", backgroundColor: "var(--bad)", borderRadius: "5px" },
  ".cm-now, &.cm-focused .cm-now.cm-activeLine": { backgroundColor: "var(--accent-soft)", boxShadow: "inset 3px 0 0 var(--accent)" },
  ".cm-now.cm-raised, &.cm-focused .cm-now.cm-raised.cm-activeLine": { backgroundColor: "var(--bad-soft)", boxShadow: "inset 3px 0 0 var(--bad)" },
  "@media (forced-colors: active)": {
    ".cm-lineNumbers .cm-break": { forcedColorAdjust: "none", color: "MarkText !important", backgroundColor: "Mark", outline: "1px solid CanvasText" },
    ".cm-now": { borderLeft: "4px solid Highlight" },
  },
});
