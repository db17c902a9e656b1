// Tracebacks with lines that lead to the source.

import { h } from "./dom.ts";

/** What tracebacks call the program in the editor. */
export const programName = "main.py";

const frame = /^(\s*File )"([^"]+)", line (\d+)(.*)$/;

/** Renders a traceback; frames in the program and in its files are buttons that call jump. isOurs tells which files these are. */
export function render(traceback: string, isOurs: (file: string) => boolean, jump: (line: number, file: string) => void): Node[] {
  return traceback
    .replace(/\n$/, "")
    .split("\n")
    .flatMap((line) => renderLine(line, isOurs, jump));
}

function renderLine(line: string, isOurs: (file: string) => boolean, jump: (line: number, file: string) => void): Node[] {
  const found = frame.exec(line);
  const name = found?.[2]?.replace(/^\//, "") ?? "";
  if (!found || !isOurs(name)) return [document.createTextNode(`${line}\n`)];
  const [, indent = "", file = "", at = "", rest = ""] = found;
  const button = h("button", { type: "button", class: "link", title: `Go to line ${at}`, click: () => jump(Number(at), name) }, `"${file}", line ${at}`);
  return [document.createTextNode(indent), button, document.createTextNode(`${rest}\n`)];
}
