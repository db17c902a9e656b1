// Tracebacks with lines that lead to the source.

import { h } from "./dom.ts";

/** What tracebacks call the program in the editor. */
export const programName = "main.py";

const frame = /^(\s*File )"([^"]+)", line (\d+)(.*)$/;

/** Renders a traceback; frames of the program are buttons that call jump with their line. */
export function render(traceback: string, jump: (line: number) => void): Node[] {
  const nodes: Node[] = [];
  for (const line of traceback.replace(/\n$/, "").split("\n")) {
    const found = frame.exec(line);
    if (found && found[2] === programName) {
      const [, indent = "", file = "", at = "", rest = ""] = found;
      const button = h("button", { type: "button", class: "link", title: `Go to line ${at}`, click: () => jump(Number(at)) }, `"${file}", line ${at}`);
      nodes.push(document.createTextNode(indent), button, document.createTextNode(`${rest}\n`));
    } else {
      nodes.push(document.createTextNode(`${line}\n`));
    }
  }
  return nodes;
}
