// Errors that teach: frames of the library are folded, the names on the line of each other frame are shown with the values that they had there,
// and the commonest errors get a sentence. Loaded with the first error.

import type { PythonError } from "../src/index.ts";
import { type Aside, type Place, left } from "./assist/glance.ts";
import { h } from "./dom.ts";
import type { Source } from "./show.ts";
import { programName, render } from "./traceback.ts";

/** What is said beside errors: their type, a pattern of their message, and a sentence with what the pattern found. */
const sentences: [type: RegExp, message: RegExp, say: (...found: string[]) => string][] = [
  [/^NameError$/, /name '(\w+)' is not defined/, (name) => `Nothing is called ${name} where this line runs: it is spelled in another way, is assigned further down, or belongs to another function.`],
  [/^UnboundLocalError$/, /'(\w+)'/, (name) => `Since the function assigns to ${name} somewhere, ${name} is its own in all of it, and has no value yet. Say "global ${name}" or "nonlocal ${name}" first if the outer one is meant.`],
  [/^IndexError$/, /(list|tuple|string|range|pop).*/, () => "There are fewer items than that: the first is number 0, and the last is number len(...) - 1, or -1."],
  [/^KeyError$/, /^(.*)$/s, (key) => `The dictionary has no key ${key}. Ask with "in" before, or use .get(key, default).`],
  [/^AttributeError$/, /'NoneType' object has no attribute '(\w+)'/, (name) => `What stands before .${name} is None: often the result of a function that returns nothing, or of a method such as list.sort(), which changes its list and gives None.`],
  [/^AttributeError$/, /'(\w+)' object has no attribute '(\w+)'/, (type, name) => `A value of type ${type} has no ${name}. dir(value) lists what it has.`],
  [/^AttributeError$/, /module '([\w.]+)' has no attribute '(\w+)'/, (module, name) => `Module ${module} has no ${name}. If a file of yours is called ${module}.py, that one is imported.`],
  [/^TypeError$/, /unsupported operand.*'NoneType'/, () => "One of the values is None: often the result of a function that has no return."],
  [/^TypeError$/, /unsupported operand type\(s\) for ([^\s:+]+)[^:]*: (?:'str' and|'\w+' and 'str')/, (operator) => `Text knows no ${operator}. If it is a number, int(...) or float(...) makes one of it.`],
  [/^TypeError$/, /can only concatenate str \(not "(\w+)"\)|unsupported operand.*: 'str' and '(\w+)'|unsupported operand.*: '(\w+)' and 'str'/, (a, b, c) => `Text and a value of type ${a || b || c} cannot be added: make text of it with str(...) or f"{...}", or a number of the text with int(...).`],
  [/^TypeError$/, /'NoneType' object is not (subscriptable|iterable|callable)/, () => "The value is None: often the result of a function that has no return."],
  [/^TypeError$/, /'(\w+)' object is not callable/, (type) => `Something of type ${type} is followed by parentheses, as if it were a function: a name may hide the function, or an operator is missing before "(".`],
  [/^TypeError$/, /'(\w+)' object is not iterable/, (type) => `A value of type ${type} has no items to go through. To count up to a number, use range(n).`],
  [/^TypeError$/, /missing (\d+) required .*arguments?: (.*)$/, (count, names) => `The call gives ${count === "1" ? "one argument" : `${count} arguments`} too few: ${names}.`],
  [/^TypeError$/, /takes (.*) positional arguments? but (\d+) (?:was|were) given/, (takes, given) => `The call gives ${given} arguments and the function takes ${takes}. In a class, the object itself counts as the first one: has the method "self"?`],
  [/^TypeError$/, /unhashable type: '(\w+)'/, (type) => `A ${type} can change, so it is no key of a dictionary and no item of a set. A tuple can be one.`],
  [/^ValueError$/, /invalid literal for int\(\).*: (.*)$/s, (text) => `${text} is not a whole number in digits. Strip spaces, or use float(...) where there may be a point.`],
  [/^ValueError$/, /could not convert string to float: (.*)$/s, (text) => `${text} is not a number. A decimal point is ".", and there are no thousands separators.`],
  [/^ValueError$/, /not enough values to unpack|too many values to unpack/, () => "There are not as many names on the left of = as values on the right. *rest takes what is left over."],
  [/^ZeroDivisionError$/, /./, () => "The number after / , // or % is 0 here."],
  [/^(ModuleNotFound|Import)Error$/, /No module named '([\w.]+)'/, (name) => `There is no module ${name} in this sandbox, and none can be installed. About lists those that there are; a file ${name}.py beside the program would be one.`],
  [/^FileNotFoundError$/, /.*/s, () => "The program sees its own files alone, which are under Files: add or upload the one that it wants."],
  [/^RecursionError$/, /.*/s, () => "A function calls itself without an end: which case ends it, and is that one reached?"],
  [/^EOFError$/, /.*/s, () => "The input has come to its end: lines can be given beforehand under Input."],
  [/^IndentationError$/, /expected an indented block/, () => "After a line that ends with : comes at least one line that is indented more; pass does nothing."],
  [/^IndentationError$/, /unindent|unexpected indent/, () => "Lines of one block begin in the same column, by four spaces more than the line before the block."],
  [/^SyntaxError$/, /was never closed/, () => "The bracket that is opened here is closed nowhere below."],
  [/^SyntaxError$/, /expected ':'/, () => "Lines with if, for, while, def, class, with, try and their kin end with a colon."],
  [/^SyntaxError$/, /Maybe you meant '==' or ':='/, () => "= assigns; == compares."],
  [/^SyntaxError$/, /unterminated string/, () => "A text ends on its line with the quote that it began with; one of several lines stands in three quotes."],
  [/^RuntimeError$/, /^breakpoint\(\) is not available/, () => "Press Debug instead: it follows the program statement by statement, and stops where you press the number of a line."],
  [/^AssertionError$/, /.*/s, () => "The condition behind assert was not true."],
];

/** A plain sentence on an error; undefined for those that say enough themselves. */
function sentenceOn({ type, message }: Pick<PythonError, "type" | "message">): string | undefined {
  for (const [types, pattern, say] of sentences) {
    const found = types.test(type) ? pattern.exec(message) : null;
    if (found) return say(...found.slice(1).map((part) => part ?? ""));
  }
  return undefined;
}

const frameLine = /^\s*File "([^"]+)", line (\d+)(, in (.*))?$/;

/** The lines of a traceback, frame by frame: each begins with its File line. */
function framesOf(traceback: string): { file: string | undefined; line: number; name: string; text: string }[] {
  const parts: { file: string | undefined; line: number; name: string; text: string }[] = [];
  for (const line of traceback.replace(/\n$/, "").split("\n")) {
    const found = frameLine.exec(line);
    if (found) parts.push({ file: found[1] ?? "", line: Number(found[2]), name: found[4] ?? "", text: line });
    else if (parts.length > 0 && parts.at(-1)?.file !== undefined && /^( {4}|\s*\[Previous)/.test(line)) parts.at(-1)!.text += `\n${line}`;
    else parts.push({ file: undefined, line: 0, name: "", text: line });
  }
  return parts;
}

/** The dotted names that stand in a line of source, but for what is called. */
function namesIn(text: string): string[] {
  const plain = text.replace(/("(\\.|[^"\\])*"|'(\\.|[^'\\])*'|#.*)/g, " ");
  return [...new Set([...plain.matchAll(/(?<![\w.])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\b(?!\s*\()/g)].map(([name]) => name))].slice(0, 6);
}

/** Shows an error better than as the text that it is. */
export async function teach(box: HTMLElement, error: PythonError, source: Source, aside: Aside): Promise<void> {
  const place = lastOwn(error, source);
  box.dataset.text = error.traceback; // what is copied
  const nodes: Node[] = [];
  let folded: string[] = [];
  const fold = () => {
    if (folded.length === 0) return;
    const text = folded.length === 1 ? "one frame of the library" : `${folded.length} frames of the library`;
    nodes.push(h("details", { class: "frames" }, h("summary", {}, text), folded.join("\n")));
    folded = [];
  };
  const frames = framesOf(error.traceback);
  const isOwn = (file: string | undefined) => file !== undefined && source.has(file.replace(/^\//, ""));
  const places = frames.map(({ file, line, name, text }): Place => [file ?? "", line, name, isOwn(file) || file === "<stdin>" ? namesIn(text.split("\n")[1] ?? "") : []]);
  const values = await left(aside, places);
  for (const [i, frame] of frames.entries()) {
    if (frame.file !== undefined && !isOwn(frame.file) && !frame.file.startsWith("<")) {
      folded.push(frame.text);
      continue;
    }
    fold();
    nodes.push(...render(frame.text, source.has, source.jump));
    if (values[i]) nodes.push(h("div", { class: "values" }, values[i]));
  }
  fold();
  const said = sentenceOn(error);
  if (said) nodes.push(h("p", { class: "teach" }, said, ...(place ? [" ", h("button", { type: "button", class: "link", click: () => source.jump(place.line, place.file) }, `Go to line ${place.line}${place.file === programName ? "" : ` of ${place.file}`}`)] : [])));
  box.replaceChildren(...nodes);
}

/** The innermost place in the program or one of its files: where the error is, or where the library was asked for what it cannot do. */
function lastOwn({ frames, line }: PythonError, source: Source): { file: string; line: number } | undefined {
  const own = frames.map((frame) => ({ file: frame.file.replace(/^\//, ""), line: frame.line })).filter(({ file }) => source.has(file)).at(-1);
  return own ?? (line ? { file: programName, line } : undefined); // a mistake in the program's text has no frame
}
