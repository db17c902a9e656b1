// The names of a text: what binds them, where they are seen, and where they are used.

import { pythonLanguage } from "@codemirror/lang-python";
import { ensureSyntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode, Tree } from "@lezer/common";

export interface Source {
  text: string;
  tree: Tree;
}

/** How long the editor may take to read on, in milliseconds. */
const reading = 100;

/** The tree of an editor's text up to a place: of a long text, or on a slow machine, the editor has read a part only. */
export function treeOf(state: EditorState, end: number): Tree {
  return ensureSyntaxTree(state, end, reading) ?? pythonLanguage.parser.parse(state.doc.toString());
}

/** The text of an editor with the tree of all of it. */
export function sourceOf(state: EditorState): Source {
  return { text: state.doc.toString(), tree: treeOf(state, state.doc.length) };
}

export interface Definition {
  name: string;
  kind: "module" | "class" | "function" | "parameter" | "variable";
  /** Where the name stands. */
  at: number;
  /** The function, class or text that sees it. */
  scope: SyntaxNode;
  /** The class or the function; of a variable, what is assigned, where that is plain. */
  node?: SyntaxNode | undefined;
  /** Of an import: the dotted name. */
  path?: string;
}

export interface Names {
  definitions: Definition[];
  /** Where names are used. */
  uses: { name: string; from: number; to: number }[];
  /** What is imported: modules, and what is wanted from them. */
  imports: { module: string; name?: string; from: number; to: number }[];
  /** Whether names may come from where nobody sees it: import *, exec. */
  open: boolean;
}

export const textOf = (source: Source, node: SyntaxNode): string => source.text.slice(node.from, node.to);

export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

/** The innermost function, class or text around a place. */
function scopeOf(node: SyntaxNode): SyntaxNode {
  let at: SyntaxNode = node;
  while (at.parent && !scopes.has(at.name)) at = at.parent;
  return at;
}

const scopes = new Set(["FunctionDefinition", "LambdaExpression", "ClassDefinition", "Script"]);

class Reader {
  readonly names: Names = { definitions: [], uses: [], imports: [], open: false };
  readonly #source: Source;
  readonly #bound = new Set<number>();

  constructor(source: Source) {
    this.#source = source;
  }

  read(): Names {
    this.#walk(this.#source.tree.topNode);
    this.names.uses = this.names.uses.filter(({ from }) => !this.#bound.has(from));
    return this.names;
  }

  #text(node: SyntaxNode): string {
    return textOf(this.#source, node);
  }

  #add(kind: Definition["kind"], node: SyntaxNode, scope: SyntaxNode, more: Pick<Definition, "node" | "path"> = {}): void {
    this.#bound.add(node.from);
    this.names.definitions.push({ name: this.#text(node), kind, at: node.from, scope, ...more });
  }

  /** Binds the names of a target. */
  #bind(node: SyntaxNode, scope: SyntaxNode, value?: SyntaxNode): void {
    if (node.name === "VariableName") this.#add("variable", node, scope, { node: value });
    else if (/^(Tuple|Array|Parenthesized)Expression$/.test(node.name)) for (const child of children(node)) this.#bind(child, scope);
  }

  #walk(node: SyntaxNode): void {
    const parts = children(node);
    switch (node.name) {
      case "ImportStatement":
        return this.#import(node, parts);
      case "FunctionDefinition":
      case "ClassDefinition": {
        const name = parts.find((part) => part.name === "VariableName");
        if (name) this.#add(node.name === "ClassDefinition" ? "class" : "function", name, scopeOf(node.parent ?? node), { node });
        break;
      }
      case "ParamList":
        parts.forEach((part, i) => part.name === "VariableName" && parts[i - 1]?.name !== "AssignOp" && this.#add("parameter", part, scopeOf(node)));
        break;
      case "AssignStatement":
        this.#assign(node, parts);
        break;
      case "NamedExpression":
      case "CapturePattern":
      case "TypeParam":
      case "TypeDefinition":
        for (const part of parts.slice(0, node.name === "TypeDefinition" ? 2 : 1)) this.#bind(part, scopeOf(node));
        break;
      case "ScopeStatement":
        for (const part of parts) this.#bind(part, scopeOf(node));
        break;
      case "ArgList":
      case "KeywordPattern":
        parts.forEach((part, i) => /^(AssignOp|=)$/.test(parts[i + 1]?.name ?? "") && this.#bound.add(part.from));
        if (node.name === "KeywordPattern" && parts[0]) this.#bound.add(parts[0].from);
        break;
      case "VariableName":
        this.names.uses.push({ name: this.#text(node), from: node.from, to: node.to });
        if (/^(exec|eval|globals|locals|vars)$/.test(this.#text(node)) && node.parent?.name === "CallExpression") this.names.open = true;
        break;
    }
    this.#betweenWords(node, parts);
    for (const part of parts) this.#walk(part);
  }

  /** What stands between "for" and "in", and behind "as". */
  #betweenWords(node: SyntaxNode, parts: SyntaxNode[]): void {
    let target = false;
    parts.forEach((part, i) => {
      if (part.name === "for") target = true;
      else if (part.name === "in") target = false;
      else if (target) this.#bind(part, scopeOf(node));
      else if (part.name === "as" && parts[i + 1]) this.#bind(parts[i + 1]!, scopeOf(node), node.name === "WithStatement" ? parts[i - 1] : undefined);
    });
  }

  #assign(node: SyntaxNode, parts: SyntaxNode[]): void {
    const last = parts.findLastIndex((part) => part.name === "AssignOp");
    const value = parts.length === last + 2 ? parts[last + 1] : undefined;
    const targets = last < 0 ? parts.slice(0, 1) : parts.slice(0, last);
    const single = !targets.some((part) => part.name === ",");
    for (const part of targets) this.#bind(part, scopeOf(node), single ? value : undefined);
  }

  #import(node: SyntaxNode, parts: SyntaxNode[]): void {
    const scope = scopeOf(node);
    const from = parts[0]?.name === "from";
    const at = parts.findIndex((part) => part.name === "import");
    const module = from ? parts.slice(1, at).map((part) => this.#text(part)).join("") : "";
    if (from && module && parts[1]) this.names.imports.push({ module, from: parts[1].from, to: parts[at - 1]?.to ?? parts[1].to });
    let path: SyntaxNode[] = [];
    const end = (name?: SyntaxNode) => {
      const [first] = path;
      const last = path.at(-1);
      if (!first || !last) return;
      const dotted = path.map((part) => this.#text(part)).join("");
      if (from) this.names.imports.push({ module, name: dotted, from: first.from, to: last.to });
      else this.names.imports.push({ module: dotted, from: first.from, to: last.to });
      if (from) this.#add("module", name ?? first, scope, { path: `${module}.${dotted}` });
      else this.#add("module", name ?? first, scope, { path: name ? dotted : this.#text(first) });
      path = [];
    };
    for (let i = at + 1; i < parts.length; i++) {
      const part = parts[i]!;
      if (part.name === "as") end(parts[++i]);
      else if (part.name === ",") end();
      else if (part.name === "*") this.names.open = true;
      else if (/^(VariableName|\.)$/.test(part.name)) path.push(part);
    }
    end();
  }
}

const read = new WeakMap<Tree, Names>();

/** The names of a text; read once. */
export function namesOf(source: Source): Names {
  let names = read.get(source.tree);
  if (!names) read.set(source.tree, (names = new Reader(source).read()));
  return names;
}

/** What a place sees, the nearest first, and of those the last one before the place. */
export function visible(source: Source, node: SyntaxNode, at: number): Definition[] {
  const around: SyntaxNode[] = [];
  for (let scope: SyntaxNode | null = scopeOf(node); scope; scope = scope.parent ? scopeOf(scope.parent) : null) {
    if (scope.name !== "ClassDefinition" || around.length === 0) around.push(scope);
    if (!scope.parent) break;
  }
  const depth = (d: Definition) => around.findIndex((scope) => scope.from === d.scope.from && scope.name === d.scope.name);
  const rank = (d: Definition) => depth(d) * 1e9 + (d.at <= at ? at - d.at : 5e8 + d.at);
  return namesOf(source).definitions.filter((d) => depth(d) >= 0).sort((a, b) => rank(a) - rank(b));
}
