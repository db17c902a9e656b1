// Completion: what may be typed where the cursor is.

import { type Completion, type CompletionContext, type CompletionResult, snippetCompletion } from "@codemirror/autocomplete";
import type { SyntaxNode } from "@lezer/common";

import type { Glance } from "./glance.ts";
import type { Member } from "./guest.ts";
import type { Kind } from "./items.ts";
import { type Source, sourceOf, visible } from "./scope.ts";
import type { Types, What } from "./types.ts";
import { word } from "./words.ts";

export interface Parts {
  types: Types;
  /** Looks at a value that the last run left, by its names; no names ask for all there are. */
  glance(names: readonly string[]): Promise<Glance | undefined>;
  /** The names of the program's own modules. */
  ownModules(): string[];
}

const keywords = "and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try type while with yield False None True".split(" ");

const snippets = [
  snippetCompletion("def ${name}(${arguments}):\n\t${pass}", { label: "def", detail: "a function", type: "keyword" }),
  snippetCompletion("class ${Name}:\n\tdef __init__(self):\n\t\t${pass}", { label: "class", detail: "a class", type: "keyword" }),
  snippetCompletion("for ${item} in ${items}:\n\t${pass}", { label: "for", detail: "a loop", type: "keyword" }),
  snippetCompletion("try:\n\t${pass}\nexcept ${Exception} as ${error}:\n\t${pass}", { label: "try", detail: "with except", type: "keyword" }),
];

const icons: Partial<Record<Kind, string>> = { class: "class", module: "namespace", function: "function", property: "property", value: "variable" };

function option({ name, kind, signature }: Member, path: string, boost = 0): Completion {
  const known = word(`${path}.${name}`);
  const detail = signature || known?.signature || "";
  return {
    label: name,
    type: icons[kind] ?? "variable",
    ...(detail && { detail: detail.length > 40 ? `${detail.slice(0, 39)}…` : detail }),
    ...(known && { info: known.text }),
    boost: boost - (name.startsWith("__") ? 20 : name.startsWith("_") ? 10 : 0),
  };
}

/** Names once each, the first of each that comes. */
function unique(options: Completion[]): Completion[] {
  const seen = new Set<string>();
  return options.filter(({ label, type }) => {
    const known = seen.has(label);
    if (type !== "keyword") seen.add(label);
    return !known;
  });
}

export function completion(parts: Parts) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const source = sourceOf(context.state);
    const line = context.state.doc.lineAt(context.pos);
    const node = source.tree.resolveInner(context.pos, -1);
    if (/^(Comment|String|FormatString)$/.test(node.name)) return null;
    return complete(parts, source, node, line.text.slice(0, context.pos - line.from), context.pos, context.explicit).catch(() => null); // the guest is not there, or slow: the next key asks again
  };
}

/** Completes a text at a place, before which its line is what is given. */
export async function complete(parts: Parts, source: Source, node: SyntaxNode, before: string, pos: number, explicit: boolean): Promise<CompletionResult | null> {
  const begun = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? "";
  const from = pos - begun.length;
  const give = (options: Completion[]): CompletionResult | null => (options.length > 0 ? { from, options: unique(options), validFor: /^[\p{L}_][\p{L}\p{N}_]*$/u } : null);

  const imported = /^\s*from\s+([\w.]+)\s+import\s+[\w\s,(]*$/.exec(before);
  if (imported) return give(await ofModule(parts, imported[1] ?? ""));
  const module = /^\s*(?:from|import)\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*([\w.]*)$/.exec(before);
  if (module) return give(await modules(parts, (module[1] ?? "").slice(0, (module[1] ?? "").length - begun.length)));
  if (before[before.length - begun.length - 1] === ".") return give(await attributes(parts, source, from - 1));
  if (begun === "" && !explicit) return null;
  if (/(^|\s)(def|class|as|for)\s+\w*$/.test(before)) return null; // a new name
  return give(await names(parts, source, node, pos));
}

/** Modules whose names go on behind a prefix, such as "os.". */
async function modules({ types, ownModules }: Parts, prefix: string): Promise<Completion[]> {
  const library = await types.guest.modules();
  const depth = prefix.split(".").length;
  const found = [...ownModules(), ...library].filter((name) => name.startsWith(prefix)).map((name) => name.split(".").slice(0, depth).join("."));
  return [...new Set(found)].map((name) => {
    const known = word(name);
    return { label: name.slice(prefix.length), type: "namespace", ...(known && { info: known.text }), boost: name.includes("._") || name.startsWith("_") ? -20 : 0 };
  });
}

async function ofModule(parts: Parts, module: string): Promise<Completion[]> {
  const own = await parts.types.imported(module);
  const members = own ? await parts.types.members(own) : [];
  const below = (await parts.types.guest.modules()).filter((name) => name.startsWith(`${module}.`)).map((name) => name.slice(module.length + 1));
  return [...members.map((member) => option(member, module)), ...below.filter((name) => !name.includes(".")).map((label) => ({ label, type: "namespace" }))];
}

/** The names of a dotted name, if it is one. */
export function dotted(text: string): string[] | undefined {
  return /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(text) ? text.split(".") : undefined;
}

async function attributes(parts: Parts, source: Source, dot: number): Promise<Completion[]> {
  const object = leftOf(source, dot);
  if (!object) return [];
  const text = source.text.slice(object.from, dot);
  const what = await parts.types.of(source, object);
  const live = await lived(parts, dotted(text) ?? []);
  return [...(what ? await membersOf(parts, what) : []), ...live];
}

/** The largest expression that ends at a place. */
function leftOf(source: Source, end: number): SyntaxNode | undefined {
  let at: SyntaxNode = source.tree.resolveInner(end, -1);
  while (at.parent && at.parent.to === end && /Expression|VariableName|String/.test(at.parent.name)) at = at.parent;
  return at.to === end ? at : undefined;
}

async function membersOf({ types }: Parts, what: What): Promise<Completion[]> {
  const members = await types.members(what);
  const path = "path" in what ? what.path : "builtins.object";
  return members.map((member, i) => option(member, path, "path" in what ? 0 : Math.max(5 - i, 0)));
}

/** What a value of the last run has. */
async function lived({ types, glance }: Parts, names: readonly string[]): Promise<Completion[]> {
  const value = names.length > 0 ? await glance(names) : undefined;
  if (!value) return [];
  const own = value.names.map(({ name, kind }) => option({ name, kind: kind === "function" ? "function" : "value", signature: "" }, ""));
  const type = value.types[0];
  const library = type ? ((await types.guest.describe(type))?.members ?? []) : [];
  return [...own, ...library.map((member) => option(member, type ?? ""))];
}

async function names(parts: Parts, source: Source, node: SyntaxNode, pos: number): Promise<Completion[]> {
  const seen = visible(source, node, pos).filter(({ at, name }) => at + name.length !== pos); // not the one that is being typed
  const own = seen.map(({ name, kind }, i): Completion => ({ label: name, type: kind === "module" ? "namespace" : kind === "parameter" ? "variable" : kind, boost: Math.max(30 - i, 10) }));
  const live = ((await parts.glance([]))?.names ?? []).map(({ name }) => option({ name, kind: "value", signature: "" }, "", 5));
  const builtins = (await parts.types.guest.describe("builtins"))?.members ?? [];
  return [...snippets, ...keywords.map((label) => ({ label, type: "keyword" })), ...own, ...live, ...builtins.map((member) => option(member, "builtins"))];
}
