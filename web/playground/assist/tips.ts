// What is shown beside the text: what a name is, under the pointer or at the cursor, and what a call wants while it is typed.

import { type EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { EditorView, type Tooltip, ViewPlugin, type ViewUpdate, hoverTooltip, keymap, showTooltip } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";

import { h } from "../dom.ts";
import { type Parts, dotted } from "./complete.ts";
import { type Source, children, sourceOf, treeOf } from "./scope.ts";
import { word } from "./words.ts";

/** The signature of a name, a sentence on it, and its value after the last run; undefined where nothing is known. */
async function explain(parts: Parts, source: Source, node: SyntaxNode): Promise<{ head: string; text: string; value: string } | undefined> {
  const whole = node.name === "PropertyName" && node.parent ? node.parent : node;
  const name = source.text.slice(node.from, node.to);
  const what = await parts.types.of(source, whole);
  const about = what && (await parts.types.about(what));
  const names = dotted(source.text.slice(whole.from, node.to));
  const live = names && (await parts.glance(names).catch(() => undefined));
  const known = about?.path ? word(about.path) : undefined;
  const value = live?.kind === "value" && !/^(class|function|module)$/.test(about?.kind ?? "") ? live.text || live.types[0]?.replace(/^builtins\./, "") || "" : "";
  if (!about && !value) return undefined;
  const kind = about && about.kind !== "value" ? about.kind : "";
  const type = about?.kind === "value" && about.path ? `: ${about.path.replace(/^builtins\./, "")}` : "";
  const signature = about?.signature || known?.signature || "";
  return { head: `${kind} ${kind === "module" || kind === "" ? name : (about?.path?.replace(/^builtins\./, "") ?? name)}${signature}${type}`.trim(), text: about?.doc || known?.text || "", value };
}

function card({ head, text, value }: { head: string; text: string; value: string }): HTMLElement {
  return h("div", { class: "cm-card" }, h("code", {}, head), ...(text ? [h("p", {}, text)] : []), ...(value ? [h("p", { class: "cm-value" }, `is ${value} after the last run`)] : []));
}

async function hover(parts: Parts, view: EditorView, pos: number, side: -1 | 1): Promise<Tooltip | null> {
  const source = sourceOf(view.state);
  const node = nameAt(source, pos, side);
  const found = node && (await explain(parts, source, node));
  return found ? { pos: node.from, end: node.to, above: true, create: () => ({ dom: card(found) }) } : null;
}

function nameAt(source: Source, pos: number, side: -1 | 1): SyntaxNode | undefined {
  const node = source.tree.resolveInner(pos, side);
  return /^(VariableName|PropertyName)$/.test(node.name) ? node : undefined;
}

/** What the name at a place is, and what the call around it wants; the call first where it is typed. */
export async function tip(parts: Parts, source: Source, pos: number, typing: boolean): Promise<HTMLElement | undefined> {
  const node = nameAt(source, pos, -1) ?? nameAt(source, pos, 1);
  const found = node && !typing && (await explain(parts, source, node));
  return found ? card(found) : (await signature(parts, source, pos))?.card;
}

const show = StateEffect.define<Tooltip | null>();

const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update(tip, transaction) {
    for (const effect of transaction.effects) if (effect.is(show)) return effect.value;
    if (tip && transaction.docChanged) return { ...tip, pos: transaction.changes.mapPos(tip.pos) };
    return tip;
  },
  provide: (field) => showTooltip.from(field),
});

/** The call whose arguments a place is in, and which of them. */
function callAt({ tree }: Pick<Source, "tree">, pos: number): { callee: SyntaxNode; list: SyntaxNode; index: number } | undefined {
  for (let node: SyntaxNode | null = tree.resolveInner(pos, -1); node; node = node.parent) {
    if (/^(FunctionDefinition|ClassDefinition|LambdaExpression|String|Body)$/.test(node.name)) return undefined;
    if (node.name !== "ArgList" || node.parent?.name !== "CallExpression" || pos <= node.from) continue;
    const closed = node.lastChild?.name === ")" && pos >= node.to;
    const callee = node.parent.firstChild;
    if (!closed && callee) return { callee, list: node, index: children(node).filter((part) => part.name === "," && part.to <= pos).length };
  }
  return undefined;
}

function signatureCard(name: string, signature: string, index: number, text: string): HTMLElement {
  const inside = signature.replace(/^\((self(, )?)?|\)$/g, "").replace(/\).*$/, "");
  const names = splitArguments(inside);
  const positional = names.filter((one) => one !== "/" && one !== "*");
  const current = positional[Math.min(index, positional.length - 1)];
  const marked = names.flatMap((one, i) => [i > 0 ? ", " : "", one === current && (index < positional.length || one.startsWith("*")) ? h("b", {}, one) : one]);
  return h("div", { class: "cm-card" }, h("code", {}, `${name}(`, ...marked, ")"), ...(text ? [h("p", {}, text)] : []));
}

/** Cuts at commas that are not within brackets or quotes. */
function splitArguments(text: string): string[] {
  const parts = text.match(/(?:'[^']*'|"[^"]*"|\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|[^,])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** The parameters of the call at a place, if it is known. */
async function signature(parts: Parts, source: Source, pos: number): Promise<{ at: number; card: HTMLElement } | undefined> {
  const call = callAt(source, pos);
  const what = call && (await parts.types.of(source, call.callee));
  const about = what && (await parts.types.about(what));
  const known = about?.path ? word(about.path) : undefined;
  const text = about?.signature || known?.signature;
  if (!call || !text) return undefined;
  const name = source.text.slice(call.callee.from, call.callee.to).split(".").at(-1) ?? "";
  return { at: call.list.from, card: signatureCard(name, text, call.index, about?.doc || known?.text || "") };
}

/** Shows the parameters of the call that is being typed. */
class Signatures {
  readonly #parts: Parts;
  #asked = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  update({ view, state, docChanged, selectionSet, focusChanged }: ViewUpdate): void {
    if (!docChanged && !selectionSet && !focusChanged) return;
    const { head } = state.selection.main;
    const call = view.hasFocus ? callAt({ tree: treeOf(state, head) }, head) : undefined; // with each key: not all of the text
    const open = state.field(shown, false);
    if (!call && !open) return;
    if (call && !open && !docChanged) return; // only typing begins it
    void this.#show(view, ++this.#asked);
  }

  async #show(view: EditorView, asked: number): Promise<void> {
    await Promise.resolve(); // an update may not dispatch
    const tip = view.hasFocus ? await this.#tip(view.state).catch(() => null) : null;
    if (asked === this.#asked) view.dispatch({ effects: show.of(tip) });
  }

  async #tip(state: EditorState): Promise<Tooltip | null> {
    const found = await signature(this.#parts, sourceOf(state), state.selection.main.head);
    return found ? { pos: found.at, above: true, create: () => ({ dom: found.card }) } : null;
  }
}

/** The tips, and the key that shows what the cursor is at. */
export function tips(parts: Parts): Extension {
  const explainHere = (view: EditorView) => {
    const { head } = view.state.selection.main;
    void Promise.all([hover(parts, view, head, 1), hover(parts, view, head, -1)]).then(([one, two]) => view.dispatch({ effects: show.of(one ?? two) }));
    return true;
  };
  const close = (view: EditorView) => {
    if (!view.state.field(shown, false)) return false;
    view.dispatch({ effects: show.of(null) });
    return true;
  };
  return [
    shown,
    hoverTooltip((view, pos, side) => hover(parts, view, pos, side), { hoverTime: 350 }),
    ViewPlugin.define(() => new Signatures(parts)),
    keymap.of([{ key: "F1", run: explainHere }, { key: "Escape", run: close }]),
    EditorView.domEventHandlers({ blur: (_event, view) => void setTimeout(() => close(view)) }),
  ];
}
