// Tracebacks with lines that lead to the source.

import { h } from "./dom.ts";

/** What tracebacks call the program in the editor. */
export const programName = "main.py";

const frame = /^(\s*File )"([^"]+)", line (\d+)(.*)$/;

/** Renders a traceback; frames of the program are buttons that call jump with their line. */
export function render(traceback: string, jump: (line: number) => void): Node[] {
  return traceback
    .replace(/\n$/, "")
    .split("\n")
    .flatMap((line) => renderLine(line, jump));
}

function renderLine(line: string, jump: (line: number) => void): Node[] {
  const found = frame.exec(line);
  if (!found || found[2] !== programName) return [document.createTextNode(`${line}\n`)];
  const [, indent = "", file = "", at = "", rest = ""] = found;
  const button = h("button", { type: "button", class: "link", title: `Go to line ${at}`, click: () => jump(Number(at)) }, `"${file}", line ${at}`);
  return [document.createTextNode(indent), button, document.createTextNode(`${rest}\n`)];
}
