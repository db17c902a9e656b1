// The assistant of the editor: completion, signatures, documentation, squiggles, search, formatting. It is loaded with the first key.

import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, selectedCompletion, startCompletion } from "@codemirror/autocomplete";
import { undoDepth } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { type Extension, Prec } from "@codemirror/state";
import { EditorView, ViewPlugin, keymap } from "@codemirror/view";

import type { MicroPython } from "../../src/index.ts";
import { type Parts, complete, completion } from "./complete.ts";
import { format } from "./format.ts";
import { type Aside, glancing } from "./glance.ts";
import { Guest } from "./guest.ts";
import { lint } from "./lint.ts";
import { look } from "./look.ts";
import { tip, tips } from "./tips.ts";
import { Types } from "./types.ts";

export interface Needs {
  engine(): MicroPython;
  aside: Aside;
  /** Gives the text of one of the program's files. */
  file(name: string): string | undefined;
  fileNames(): string[];
  notify(text: string): void;
  /** Gives the text of the program that ran last, with the lines of the prompt since. */
  ran(): string;
}

/** What the prompt takes of the assistant. */
export interface Lines {
  /** What all names that fit at a place go on with, and which these are. */
  complete(text: string, at: number): Promise<{ more: string; names: string[] }>;
  /** What the name at a place is, or while one types, what the call wants. */
  explain(text: string, at: number, typing: boolean): Promise<HTMLElement | undefined>;
}

/** What completes, explains and checks, of which the prompt takes a part. */
export function assistant(needs: Needs): { lines: Lines; extensions: Extension } {
  const guest = new Guest(needs.engine);
  const parts: Parts = {
    types: new Types(guest, needs.file),
    glance: glancing(needs.aside),
    ownModules: () => ["page", "plot", "turtle", ...needs.fileNames().filter((name) => name.endsWith(".py")).map((name) => name.replace(/(\/__init__)?\.py$/, "").replaceAll("/", "."))],
  };
  const formatNow = (view: EditorView) => {
    formatted(view, guest, needs.notify).catch(() => needs.notify("The program cannot be formatted before the engine is loaded."));
    return true;
  };
  return {
    lines: {
      complete: (text, at) => completeLine(parts, text, at),
      explain: (text, at, typing) => {
        const before = `${needs.ran()}\n`; // where its functions are defined
        return tip(parts, { text: before + text, tree: pythonLanguage.parser.parse(before + text) }, before.length + at, typing);
      },
    },
    extensions: [
      closeBrackets(),
      Prec.highest(keymap.of([{ key: "Enter", run: endsLine }])), // before what accepts
      autocompletion({ activateOnTypingDelay: 60, icons: true, maxRenderedOptions: 60 }),
      pythonLanguage.data.of({ autocomplete: completion(parts) }),
      search({ top: true }),
      highlightSelectionMatches(),
      Prec.high(keymap.of([{ key: "Tab", run: acceptCompletion }])),
      keymap.of([...closeBracketsKeymap, ...searchKeymap, { key: "Shift-Alt-f", run: formatNow }]),
      tips(parts),
      lint(parts),
      look,
      begunBefore(),
    ],
  };
}

/** Where the word that is offered stands there already, Enter ends the line, and does not only close the list. */
function endsLine(view: EditorView): boolean {
  const offered = selectedCompletion(view.state);
  const { head } = view.state.selection.main;
  const begun = /[\p{L}\p{N}_]*$/u.exec(view.state.sliceDoc(view.state.doc.lineAt(head).from, head))?.[0];
  if (offered && !offered.apply && offered.label === begun) closeCompletion(view);
  return false; // the keymaps behind this one do it
}

/** Offers what the word goes on as that was begun while all this was on its way. */
function begunBefore(): Extension {
  let first = true;
  return ViewPlugin.define((view) => {
    if (first) setTimeout(() => begun(view));
    first = false;
    return {};
  });
}

function begun(view: EditorView): void {
  const { head, empty } = view.state.selection.main;
  const before = view.state.doc.lineAt(head).text.slice(0, head - view.state.doc.lineAt(head).from);
  if (empty && view.hasFocus && undoDepth(view.state) > 0 && /[A-Za-z_][\w.]*$/.test(before)) startCompletion(view);
}

async function completeLine(parts: Parts, text: string, at: number): Promise<{ more: string; names: string[] }> {
  const source = { text, tree: pythonLanguage.parser.parse(text) };
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const found = await complete(parts, source, source.tree.resolveInner(at, -1), before, at, true);
  const begun = text.slice(found?.from ?? at, at);
  const names = [...new Set(found?.options.map(({ label }) => label).filter((label) => label.startsWith(begun) && (begun !== "" || !label.startsWith("_"))))].sort();
  const [first = ""] = names;
  let length = first.length;
  for (const name of names) while (!name.startsWith(first.slice(0, length))) length--;
  return { more: first.slice(begun.length, length), names };
}

async function formatted(view: EditorView, guest: Guest, notify: (text: string) => void): Promise<void> {
  const text = view.state.doc.toString();
  const better = format(text);
  if (better === undefined || (await guest.check(text, "main.py"))) return notify("The program has mistakes, which are underlined: it is formatted once they are mended.");
  if (better === text) return notify("There is nothing to format.");
  if (!(await guest.same(text, better))) return notify("The program was left as it is: formatting it would have changed what it does.");
  if (view.state.doc.toString() !== text) return; // it was typed into meanwhile
  const { head } = view.state.selection.main;
  const at = view.state.doc.lineAt(head);
  view.dispatch({ changes: smallest(text, better) });
  const line = view.state.doc.line(Math.min(at.number, view.state.doc.lines));
  view.dispatch({ selection: { anchor: Math.min(line.from + head - at.from, line.to) }, scrollIntoView: true });
  notify("Formatted");
}

/** The change that makes one text of the other, without what they begin and end with alike. */
function smallest(from: string, to: string): { from: number; to: number; insert: string } {
  let begin = 0;
  while (begin < Math.min(from.length, to.length) && from[begin] === to[begin]) begin++;
  let end = 0;
  while (end < Math.min(from.length, to.length) - begin && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  return { from: begin, to: from.length - end, insert: to.slice(begin, to.length - end) };
}
