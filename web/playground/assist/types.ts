// What a name or an expression of a text is, as far as the text itself, and the library, say it.

import { pythonLanguage } from "@codemirror/lang-python";
import type { SyntaxNode } from "@lezer/common";

import type { Described, Guest, Member } from "./guest.ts";
import type { Kind } from "./items.ts";
import { type Definition, type Source, children, namesOf, textOf, visible } from "./scope.ts";

/** What something is. A path is a dotted name of the library; what is an instance is of the class of that name. */
export type What =
  | { is: "path"; path: string }
  | { is: "instance"; path: string }
  | { is: "file"; source: Source }
  | { is: "class" | "object" | "function"; node: SyntaxNode; source: Source };

/** Functions whose results everybody knows. */
const results: Record<string, string> = {
  "builtins.open": "io.TextIOWrapper",
  "builtins.input": "builtins.str",
  "builtins.repr": "builtins.str",
  "builtins.sorted": "builtins.list",
  "builtins.len": "builtins.int",
  "builtins.sum": "builtins.int",
  "re.compile": "re.Pattern",
  "re.match": "re.Match",
  "re.search": "re.Match",
  "re.fullmatch": "re.Match",
  "builtins.str.split": "builtins.list",
  "builtins.str.encode": "builtins.bytes",
  "builtins.bytes.decode": "builtins.str",
  "datetime.datetime.now": "datetime.datetime",
  "datetime.date.today": "datetime.date",
};

const ofText = /^builtins\.str\.(capitalize|casefold|center|expandtabs|format|join|l?r?strip|lower|ljust|removeprefix|removesuffix|replace|rjust|swapcase|title|translate|upper|zfill)$/;

const literals: [nodes: RegExp, type: string][] = [
  [/^(String|FormatString|ContinuedString)$/, "str"],
  [/^Array(Comprehension)?Expression$/, "list"],
  [/^Dictionary(Comprehension)?Expression$/, "dict"],
  [/^Set(Comprehension)?Expression$/, "set"],
  [/^TupleExpression$/, "tuple"],
  [/^Boolean$/, "bool"],
];

export class Types {
  readonly guest: Guest;
  /** Gives the text of a file of the program's, by its name. */
  readonly #file: (name: string) => string | undefined;

  constructor(guest: Guest, file: (name: string) => string | undefined) {
    this.guest = guest;
    this.#file = file;
  }

  /** What an expression is. */
  async of(source: Source, node: SyntaxNode, depth = 0): Promise<What | undefined> {
    if (depth > 12) return undefined; // x = x.y
    const literal = literals.find(([nodes]) => nodes.test(node.name))?.[1];
    const text = textOf(source, node);
    if (literal === "str" && /^[^'"]*[bB]/.test(text)) return { is: "instance", path: "builtins.bytes" };
    if (literal) return { is: "instance", path: `builtins.${literal}` };
    if (node.name === "Number") return { is: "instance", path: /[.]|[^x]e/i.test(text) && !/^0x/i.test(text) ? "builtins.float" : "builtins.int" };
    const [first, ...rest] = children(node);
    if (node.name === "ParenthesizedExpression" && rest[0]) return this.of(source, rest[0], depth + 1);
    if (node.name === "VariableName") return this.named(source, node, text, depth + 1);
    if (node.name === "MemberExpression" && first && rest[0]?.name === ".") {
      const object = await this.of(source, first, depth + 1);
      return object && rest[1] && this.member(object, textOf(source, rest[1]), depth + 1);
    }
    if (node.name === "CallExpression" && first) return this.#called(await this.of(source, first, depth + 1));
    return undefined;
  }

  async #called(what: What | undefined): Promise<What | undefined> {
    if (what?.is === "class") return { ...what, is: "object" };
    if (what?.is !== "path") return undefined;
    const known = results[what.path] ?? (ofText.test(what.path) ? "builtins.str" : undefined);
    if (known) return { is: "instance", path: known };
    return (await this.guest.describe(what.path))?.kind === "class" ? { is: "instance", path: what.path } : undefined;
  }

  /** What a name is where a node stands. */
  async named(source: Source, node: SyntaxNode, name: string, depth = 0): Promise<What | undefined> {
    const found = visible(source, node, node.from).filter((d) => d.name === name);
    if (found[0]) return this.#defined(source, found[0], depth);
    return (await this.guest.describe(`builtins.${name}`)) && { is: "path", path: `builtins.${name}` };
  }

  async #defined(source: Source, { kind, node, path, scope, at }: Definition, depth: number): Promise<What | undefined> {
    if (kind === "module" && path) return this.imported(path.replace(/^\.+/, ""));
    if ((kind === "class" || kind === "function") && node) return { is: kind, node, source };
    if (kind === "variable" && node) return this.of(source, node, depth + 1);
    const around = scope.parent?.name === "Body" ? scope.parent.parent : undefined;
    const first = children(scope.getChild("ParamList") ?? scope).find((part) => part.name === "VariableName");
    if (kind === "parameter" && around?.name === "ClassDefinition" && first?.from === at) return { is: "object", node: around, source };
    return undefined;
  }

  /** What a dotted name is that is imported. */
  async imported(path: string): Promise<What | undefined> {
    const parts = path.split(".");
    for (let i = parts.length; i > 0; i--) {
      const text = this.#file(`${parts.slice(0, i).join("/")}.py`);
      if (text === undefined) continue;
      let what: What | undefined = { is: "file", source: { text, tree: pythonLanguage.parser.parse(text) } };
      for (const name of parts.slice(i)) what = what && (await this.member(what, name));
      return what;
    }
    return { is: "path", path };
  }

  /** What an attribute is. */
  async member(what: What, name: string, depth = 0): Promise<What | undefined> {
    switch (what.is) {
      case "path":
        return { is: "path", path: `${what.path}.${name}` };
      case "instance": {
        const found = (await this.guest.describe(what.path))?.members.find((member) => member.name === name);
        return found?.kind === "function" ? { is: "path", path: `${what.path}.${name}` } : undefined;
      }
      case "file":
      case "class":
      case "object": {
        const found = this.#own(what).find((d) => d.name === name);
        return found && this.#defined(what.source, found, depth + 1);
      }
      default:
        return undefined;
    }
  }

  /** What a class or a file of the program's defines: names, and of a class what its methods assign to self. */
  #own(what: What & { source: Source }): Definition[] {
    const { source } = what;
    if (what.is === "file") return namesOf(source).definitions.filter((d) => d.scope.name === "Script");
    const { node } = what as { node: SyntaxNode };
    const own = namesOf(source).definitions.filter((d) => d.scope.from === node.from && d.scope.name === "ClassDefinition");
    return [...own, ...assignedToSelf(source, node)];
  }

  /** All that something has. */
  async members(what: What): Promise<Member[]> {
    if (what.is === "path" || what.is === "instance") return (await this.guest.describe(what.path))?.members ?? [];
    if (what.is === "function") return (await this.guest.describe("builtins.function"))?.members ?? [];
    const own = this.#own(what).map(({ name, kind, node }) => ({
      name,
      kind: kind === "parameter" || kind === "variable" ? "value" : (kind as Kind),
      signature: kind === "function" && node ? parameters(what.source, node) : "",
    }));
    return [...own, ...(await this.#inherited(what))];
  }

  async #inherited(what: What & { source: Source }): Promise<Member[]> {
    if (what.is === "file") return [];
    const { node } = what as { node: SyntaxNode };
    const bases = children(node.getChild("ArgList") ?? node).filter((part, i, all) => /^(VariableName|MemberExpression)$/.test(part.name) && all[i + 1]?.name !== "AssignOp" && all[i - 1]?.name !== "AssignOp");
    const found: Member[] = [];
    for (const base of node.getChild("ArgList") ? bases : []) {
      const type = await this.of(what.source, base);
      if (type && !(type.is === "class" && type.node.from === node.from)) found.push(...(await this.members(type)));
    }
    return found.length > 0 ? found : ((await this.guest.describe("builtins.object"))?.members ?? []);
  }

  /** What a name is called with, and its first line of documentation, where the program has it. */
  async about(what: What): Promise<(Pick<Described, "kind" | "signature"> & { path?: string; doc?: string }) | undefined> {
    if (what.is === "path" || what.is === "instance") {
      const found = await this.guest.describe(what.path);
      return found && { kind: what.is === "instance" ? "value" : found.kind, signature: what.is === "instance" ? "" : found.signature, path: what.path };
    }
    if (what.is === "file") return { kind: "module", signature: "" };
    const { node, source } = what;
    if (what.is === "function") return { kind: "function", signature: parameters(source, node), doc: docOf(source, node) };
    const begin = this.#own(what).find((d) => d.name === "__init__")?.node;
    const signature = begin ? parameters(source, begin).replace(/^\(\w+(, )?/, "(") : "()";
    return { kind: what.is === "class" ? "class" : "value", signature: what.is === "class" ? signature : "", doc: docOf(source, node) };
  }
}

function assignedToSelf(source: Source, type: SyntaxNode): Definition[] {
  const found = new Map<string, Definition>();
  type.cursor().iterate((cursor) => {
    if (cursor.name !== "AssignStatement") return;
    const [target, ...rest] = children(cursor.node);
    const [object, , name] = target ? children(target) : [];
    if (target?.name !== "MemberExpression" || !object || name?.name !== "PropertyName" || textOf(source, object) !== "self") return;
    const text = textOf(source, name);
    if (!found.has(text)) found.set(text, { name: text, kind: "variable", at: name.from, scope: type, node: rest.at(-1) });
  });
  return [...found.values()];
}

/** The parameters of a function of the program's, with their parentheses. */
function parameters(source: Source, node: SyntaxNode): string {
  const list = node.getChild("ParamList");
  return list ? textOf(source, list).replace(/\s+/g, " ") : "()";
}

/** The first paragraph of what a function or a class says of itself. */
function docOf(source: Source, node: SyntaxNode): string {
  const first = node.getChild("Body")?.getChild("ExpressionStatement");
  const text = first?.firstChild?.name === "String" && first.prevSibling?.name === ":" ? textOf(source, first.firstChild) : "";
  return /^[rRuU]?("""|'''|"|')([\s\S]*)\1$/.exec(text)?.[2]?.trim().split(/\n\s*\n/)[0]?.replace(/\s+/g, " ") ?? "";
}
