// What authors write into an element: programs, and what belongs to them.

/** What an element was told. */
export interface Source {
  code: string;
  /** Runs before the program, unseen. */
  setup: string;
  /** What the program should print; undefined if nobody says. */
  expected: string | undefined;
  /** Runs after the program, unseen: an exception says what is wrong with it. */
  check: string;
  /** Files beside the program, by name. */
  files: Record<string, string>;
}

/** Reads an element's content and attributes. What an attribute says wins. */
export function read(host: HTMLElement): Source {
  const text = (name: string) => host.getAttribute(name) ?? plain(host.querySelector(`:scope > .${name}`));
  const files: Record<string, string> = {};
  for (const file of host.querySelectorAll<HTMLElement>(":scope > [data-file]")) files[file.dataset["file"] ?? ""] = plain(file) ?? "";
  const main = files["main.py"];
  delete files["main.py"];
  const code = host.getAttribute("code") ?? main ?? plain(host.querySelector(":scope > pre:not(.setup, .expected, .check, [data-file])"));
  return { code: code ?? "", setup: text("setup") ?? "", expected: text("expected"), check: text("check") ?? "", files };
}

/** The text of an element, without the lines and the indentation that are there for the HTML's sake. */
function plain(element: Element | null): string | undefined {
  if (!element) return undefined;
  const lines = (element.textContent ?? "").replace(/\r\n?/g, "\n").replace(/^(\s*\n)+|\s+$/g, "").split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents);
  return lines.map((line) => line.slice(common)).join("\n");
}
