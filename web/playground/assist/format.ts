// Formatting on demand: what style guides agree on, and no more. Lines are neither broken nor joined; what the parser does not
// understand, and what stands in brackets over several lines, keeps its place. The result is the same program, or nothing is changed.

import { pythonLanguage } from "@codemirror/lang-python";
import type { SyntaxNode, Tree } from "@lezer/common";

/** A leaf of the tree: its text is not changed. */
interface Leaf {
  from: number;
  to: number;
  name: string;
  parent: string;
  /** The part of its parent that it is. */
  before: string | undefined;
}

const whole = new Set(["String", "FormatString", "Comment", "Number", "VariableName", "PropertyName", "ArithOp", "BitOp", "CompareOp"]);

function leaves(tree: Tree): Leaf[] {
  const found: Leaf[] = [];
  tree.iterate({
    enter(node) {
      const leaf = whole.has(node.name) || !node.node.firstChild;
      if (leaf && node.to > node.from) found.push({ from: node.from, to: node.to, name: node.name, parent: parentName(node.node), before: node.node.prevSibling?.name });
      return !leaf;
    },
  });
  return found;
}

function parentName(node: SyntaxNode): string {
  return node.parent?.name ?? "";
}

const words = /^(and|as|assert|async|await|case|class|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|match|nonlocal|not|or|raise|return|try|type|while|with|yield)$/;

/** The space between two leaves of a line; undefined keeps what is there. */
function between(a: Leaf, b: Leaf): string | undefined {
  if (b.name === "Comment") return "  ";
  if (b.name === "," || b.name === ";") return "";
  if (a.name === "," || a.name === ";") return /^[)\]}]$/.test(b.name) ? "" : " ";
  if (/^[([{]$/.test(a.name)) return "";
  if (/^[)\]}]$/.test(b.name)) return "";
  if (a.name === "." || b.name === ".") return a.name === "." && words.test(b.name) ? " " : words.test(a.name) ? " " : "";
  if (b.name === "(" && /^(ArgList|ParamList)$/.test(b.parent)) return "";
  if (b.name === "[" && b.parent === "MemberExpression") return "";
  if (isKeywordEquals(a) || isKeywordEquals(b)) return "";
  if (isBinary(a) || isBinary(b)) return " ";
  if (b.name === ":" && b.parent !== "MemberExpression") return "";
  if (/^\*\*?$/.test(a.name)) return ""; // before what is unpacked
  if (words.test(a.name) || words.test(b.name)) return " ";
  if (a.name === ":" && /^(Body|TypeDef|DictionaryExpression|DictionaryComprehensionExpression|LambdaExpression)$/.test(a.parent)) return " ";
  return undefined;
}

/** An operator with something on both sides. */
function isBinary({ name, parent, before }: Leaf): boolean {
  if (name === "AssignOp" || name === "UpdateOp" || name === "CompareOp") return true;
  return /^(ArithOp|BitOp|and|or|in|is)$/.test(name) && parent === "BinaryExpression" && before !== undefined;
}

/** The = of an argument, or of a parameter's default without an annotation. */
function isKeywordEquals({ name, parent, before }: Leaf): boolean {
  return name === "AssignOp" && /^(ArgList|ParamList)$/.test(parent) && before !== "TypeDef";
}

/** One line's leaves with the spaces that belong between them. */
function line(text: string, parts: Leaf[]): string {
  let out = "";
  parts.forEach((part, i) => {
    const last = parts[i - 1];
    const gap = last ? text.slice(last.to, part.from) : "";
    if (gap.trim() === "->") out += " -> ";
    else out += last && /^[ \t]*$/.test(gap) ? (between(last, part) ?? gap) : gap;
    out += text.slice(part.from, part.to);
  });
  return out;
}

/** The text in a better layout; undefined where it has mistakes. */
export function format(text: string): string | undefined {
  const tree = pythonLanguage.parser.parse(text);
  let wrong = false;
  tree.iterate({ enter: (node) => void (wrong ||= node.type.isError) });
  if (wrong) return undefined;
  const all = leaves(tree);
  const out: string[] = [];
  let at = 0;
  let inside = 0; // where a leaf of several lines ends
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 ? text.length : newline;
    const raw = text.slice(from, to);
    const parts: Leaf[] = [];
    while (at < all.length && all[at]!.from < to) parts.push(all[at++]!);
    const many = parts.some((part) => part.to > to);
    if (from < inside || many) out.push(from < inside || many ? raw : raw.trimEnd());
    else out.push(parts.length > 0 ? (/^[ \t]*/.exec(raw)?.[0] ?? "") + line(text, parts) : raw.trim() === "\\" ? raw : raw.trimEnd());
    for (const part of parts) inside = Math.max(inside, part.to);
    if (newline < 0) break;
    from = to + 1;
  }
  return blankLines(out, text, all);
}

/** Two blank lines around functions and classes of the text, never more than two; one newline at the end. */
function blankLines(lines: string[], text: string, all: Leaf[]): string {
  const protectedLines = new Set<number>();
  const lineAt = (pos: number) => text.slice(0, pos).split("\n").length - 1;
  for (const leaf of all) if (text.slice(leaf.from, leaf.to).includes("\n")) for (let i = lineAt(leaf.from) + 1; i <= lineAt(leaf.to); i++) protectedLines.add(i);
  const out: string[] = [];
  let blank = 0;
  let inDefinition = false;
  lines.forEach((one, i) => {
    if (one === "" && !protectedLines.has(i)) return void blank++;
    const definition = /^(async def|def|class)\b|^@/.test(one) && !protectedLines.has(i);
    const former = out.at(-1) ?? "";
    const top = !/^[\s#)\]}]/.test(one) && !protectedLines.has(i) && !/^(else|elif|except|finally|case)\b/.test(one);
    if (out.length > 0 && definition && !/^[@#]/.test(former)) blank = 2;
    else if (out.length > 0 && top && inDefinition && /^\s/.test(former)) blank = 2;
    if (top) inDefinition = definition;
    for (let n = Math.min(blank, 2); n > 0 && out.length > 0; n--) out.push("");
    blank = 0;
    out.push(one);
  });
  return out.length > 0 ? `${out.join("\n")}\n` : "";
}
