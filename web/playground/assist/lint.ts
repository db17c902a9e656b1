// Squiggles: what is no Python, as the guest's compiler says, and names and modules that nobody knows.

import { type Diagnostic, lintGutter, lintKeymap, linter } from "@codemirror/lint";
import type { Extension, Text } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

import type { SyntaxNode } from "@lezer/common";

import type { Parts } from "./complete.ts";
import type { Guest, Mistake } from "./guest.ts";
import { type Names, type Source, namesOf, sourceOf } from "./scope.ts";

/** What every module has. */
const ofModules = new Set(["__name__", "__file__", "__doc__", "__builtins__", "__annotations__", "__path__", "__package__", "__spec__", "__loader__", "_", "display"]);

function ofCompiler(doc: Text, { line, column, endLine, endColumn, message }: Mistake): Diagnostic {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  let from = Math.min(at.from + Math.max(column - 1, 0), at.to);
  const last = endLine >= line && endLine <= doc.lines ? doc.line(endLine) : at;
  let to = endColumn > 0 ? Math.min(last.from + endColumn - 1, last.to) : at.to;
  if (to <= from) to = Math.min(from + 1, doc.length);
  if (to === from) from = Math.max(from - 1, 0);
  return { from, to, severity: "error", message };
}

/** The name that was meant, perhaps: one that differs in a letter or two. */
function meant(name: string, all: Iterable<string>): string {
  let best = "";
  let least = name.length > 4 ? 3 : 2;
  for (const other of all) {
    const d = Math.abs(other.length - name.length) < least ? distance(name, other) : least;
    if (d < least) [best, least] = [other, d];
  }
  return best ? ` Did you mean ${best}?` : "";
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

async function unknownNames({ types, glance }: Parts, names: Names): Promise<Diagnostic[]> {
  if (names.open) return [];
  const builtins = (await types.guest.describe("builtins"))?.members ?? [];
  if (builtins.length === 0) return [];
  const live = (await glance([]).catch(() => undefined))?.names ?? [];
  const known = new Set([...names.definitions.map(({ name }) => name), ...builtins.map(({ name }) => name), ...live.map(({ name }) => name), ...ofModules]);
  const modules = new Set(await types.guest.modules());
  return names.uses
    .filter(({ name }) => !known.has(name))
    .map(({ name, from, to }) => ({
      from,
      to,
      severity: "warning",
      message: modules.has(name) ? `Nothing here is called ${name}; there is a module of that name, which is not imported.` : `Nothing here is called ${name}.${meant(name, known)}`,
      ...(modules.has(name) && { actions: [{ name: `Add "import ${name}"`, apply: (view: EditorView) => view.dispatch({ changes: { from: 0, insert: `import ${name}\n` } }) }] }),
    }));
}

async function unknownImports({ types, ownModules }: Parts, names: Names): Promise<Diagnostic[]> {
  const modules = new Set([...(await types.guest.modules()), ...ownModules()]);
  const found: Diagnostic[] = [];
  for (const { module, name, from, to } of names.imports) {
    if (module.startsWith(".")) continue;
    const add = (message: string) => found.push({ from, to, severity: "warning", message });
    if (!modules.has(module)) {
      if (name === undefined) add(`There is no module ${module}.${meant(module, modules)}`);
    } else if (name !== undefined && !modules.has(`${module}.${name}`) && !ownModules().includes(module)) {
      const members = (await types.guest.describe(module))?.members;
      if (members && !members.some((member) => member.name === name) && !(await types.guest.describe(`${module}.${name}`))) add(`Module ${module} has no ${name}.${meant(name, members.map((member) => member.name))}`);
    }
  }
  return found;
}

async function unknownAttributes({ types }: Parts, source: Source): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  const modules = new Set(await types.guest.modules());
  for (const node of attributesOfNames(source)) {
    const object = node.parent?.firstChild;
    const what = object && (await types.of(source, object));
    if (what?.is !== "path" || !modules.has(what.path)) continue;
    const name = source.text.slice(node.from, node.to);
    if (modules.has(`${what.path}.${name}`)) continue;
    const members = (await types.guest.describe(what.path))?.members;
    if (members && !members.some((member) => member.name === name) && !(await types.guest.describe(`${what.path}.${name}`))) {
      found.push({ from: node.from, to: node.to, severity: "warning", message: `Module ${what.path} has no ${name}.${meant(name, members.map((member) => member.name))}` });
    }
  }
  return found;
}

/** Attributes that are read of plain names. */
function attributesOfNames(source: Source): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  source.tree.iterate({
    enter(node) {
      if (node.name !== "PropertyName") return;
      const { parent } = node.node;
      const assigned = parent?.nextSibling?.name === "AssignOp";
      if (parent?.name === "MemberExpression" && parent.firstChild?.name === "VariableName" && !assigned) found.push(node.node);
    },
  });
  return found;
}

async function diagnose(view: EditorView, parts: Parts, guest: Guest): Promise<Diagnostic[]> {
  const { doc } = view.state;
  const text = doc.toString();
  if (text.length > 200_000) return [];
  try {
    const mistake = await guest.check(text, "main.py");
    if (mistake) return [ofCompiler(doc, mistake)];
    if (view.state.doc !== doc) return []; // it was typed into meanwhile, and is looked at again
    const source = sourceOf(view.state);
    const names = namesOf(source);
    return (await Promise.all([unknownNames(parts, names), unknownImports(parts, names), unknownAttributes(parts, source)])).flat();
  } catch {
    return []; // the engine is not there; running says why
  }
}

export function lint(parts: Parts): Extension {
  return [linter((view) => diagnose(view, parts, parts.types.guest), { delay: 450 }), lintGutter(), keymap.of(lintKeymap)];
}
