// Tells whether a piece of Python that is typed line by line wants another line, as interactive prompts do.

const openers = "([{";
const closers = ")]}";

/** What a piece of source leaves open at its end. */
interface Open {
  brackets: number;
  /** The quotes of a string that is not closed. */
  string: string;
}

/** Tells whether the text wants another line before it can be run. */
export function incomplete(source: string): boolean {
  const { brackets, string } = scan(source);
  if (brackets > 0 || string.length === 3) return true;
  const lines = source.split("\n");
  const last = lines.at(-1) ?? "";
  if (last.endsWith("\\")) return true;
  const block = lines.some((line) => /:\s*(#.*)?$/.test(line)) || /^\s*@/.test(lines[0] ?? "");
  return block && last.trim() !== ""; // a block ends with an empty line
}

function scan(source: string): Open {
  const open: Open = { brackets: 0, string: "" };
  for (let at = 0; at < source.length; at++) {
    const c = source[at] ?? "";
    if (open.string) {
      if (c === "\\") at++;
      else if (source.startsWith(open.string, at)) {
        at += open.string.length - 1;
        open.string = "";
      } else if (c === "\n" && open.string.length === 1) open.string = ""; // an error that Python will name
    } else if (c === "#") {
      const end = source.indexOf("\n", at);
      at = end < 0 ? source.length : end - 1;
    } else if (c === "'" || c === '"') {
      open.string = source.startsWith(c.repeat(3), at) ? c.repeat(3) : c;
      at += open.string.length - 1;
    } else if (openers.includes(c)) open.brackets++;
    else if (closers.includes(c)) open.brackets--;
  }
  return open;
}
