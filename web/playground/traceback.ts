// Tracebacks with lines that lead to the source.

import { h } from "./dom.ts";

/** What tracebacks call the program in the editor. */
export const programName = "main.py";

const frame = /^(\s*File )"([^"]+)", line (\d+)(.*)$/;

/** How often a line is shown that comes again and again, as endless recursion gives it. */
const maxRepeats = 3;

/** Renders a traceback; frames of the program are buttons that call jump with their line. */
export function render(traceback: string, jump: (line: number) => void): Node[] {
  const nodes: Node[] = [];
  let before = "";
  let repeats = 0;
  const tell = () => {
    if (repeats > maxRepeats) nodes.push(document.createTextNode(`  [the line above came ${repeats - maxRepeats} times more]\n`));
  };
  for (const line of traceback.replace(/\n$/, "").split("\n")) {
    if (line !== before) {
      tell();
      repeats = 0;
    }
    before = line;
    if (++repeats <= maxRepeats) nodes.push(...renderLine(line, jump));
  }
  tell();
  return nodes;
}

function renderLine(line: string, jump: (line: number) => void): Node[] {
  const found = frame.exec(line);
  if (!found || found[2] !== programName) return [document.createTextNode(`${line}\n`)];
  const [, indent = "", file = "", at = "", rest = ""] = found;
  const button = h("button", { type: "button", class: "link", title: `Go to line ${at}`, click: () => jump(Number(at)) }, `"${file}", line ${at}`);
  return [document.createTextNode(indent), button, document.createTextNode(`${rest}\n`)];
}
