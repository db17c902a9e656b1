// Text files that are edited: what their bytes say besides the text (a mark at the beginning, how lines end) stays as it is.

export interface TextFile {
  text: string;
  /** It begins with a byte order mark. */
  mark: boolean;
  end: "\n" | "\r\n";
}

/** Reads a file, or says why it cannot be edited. */
export function readText(data: Uint8Array): TextFile | string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    return "is not text: download it instead";
  }
  const mark = text.startsWith("\ufeff");
  if (mark) text = text.slice(1);
  if (!text.includes("\r")) return { text, mark, end: "\n" };
  if (/[^\r]\n|^\n|\r(?!\n)/.test(text)) return "has lines that end in different ways, which editing would change: download it instead";
  return { text: text.replaceAll("\r\n", "\n"), mark, end: "\r\n" };
}

/** The bytes of a text in the form that the file had. */
export function writeText(text: string, { mark, end }: TextFile): Uint8Array {
  const lines = text.replaceAll("\r\n", "\n");
  return new TextEncoder().encode((mark ? "\ufeff" : "") + (end === "\n" ? lines : lines.replaceAll("\n", end)));
}
