// What terminals understand, as far as programs use it to look well: colours, and lines that are written over.

export interface Segment {
  text: string;
  /** Classes for its colours, "" for none. */
  style: string;
}

/** Whether a text has anything that a terminal would not just show. */
export function isSpecial(text: string): boolean {
  return /[\r\x1b\b]/.test(text);
}

/** Whether the first line of a text is written over what is there of it. */
export function returns(text: string): boolean {
  return /^[^\n]*?(\r(?!\n)|\b|\x1b\[\d*K)/.test(text.replace(/\x08/g, "\r"));
}

const token = /\x1b\[([\d;]*)m|\x1b\[([\d;?]*)[ -/]*([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?|\r+\n|[\r\n\b]|[^\x1b\r\n\b]+/g;

/** Writes text as terminals do. */
export class Terminal {
  #style = "";
  #codes = new Map<string, string>();
  #cells: { character: string; style: string }[] = [];
  #column = 0;
  #done: Segment[] = [];

  /** What text comes to. A line that is begun is the start of the first one. */
  write(begun: Segment[], text: string): Segment[] {
    this.#done = [];
    this.#cells = begun.flatMap(({ text, style }) => Array.from(text, (character) => ({ character, style })));
    this.#column = this.#cells.length;
    for (const [found, colours, argument, command] of text.matchAll(token)) {
      if (colours !== undefined) this.#colour(colours);
      else if (command === "K") this.#erase(argument ?? "");
      else if (found === "\r") this.#column = 0;
      else if (found === "\b") this.#column = Math.max(this.#column - 1, 0);
      else if (found.endsWith("\n")) this.#newline();
      else if (!found.startsWith("\x1b")) this.#put(found);
    }
    this.#endLine("");
    return this.#done;
  }

  #put(text: string): void {
    for (const character of text) this.#cells[this.#column++] = { character, style: this.#style };
  }

  #erase(argument: string): void {
    if (argument === "2") this.#cells = [];
    if (argument === "1") for (let i = 0; i < this.#column; i++) this.#cells[i] = { character: " ", style: "" };
    if (argument === "" || argument === "0") this.#cells.length = Math.min(this.#cells.length, this.#column);
  }

  #newline(): void {
    this.#endLine("\n");
    this.#cells = [];
    this.#column = 0;
  }

  #endLine(end: string): void {
    for (let i = 0; i < this.#cells.length; i++) {
      const { character, style } = this.#cells[i] ?? { character: " ", style: "" }; // beyond what was there
      this.#add(character, style);
    }
    if (end) this.#add(end, "");
  }

  #add(text: string, style: string): void {
    const last = this.#done.at(-1);
    if (last && last.style === style) last.text += text;
    else this.#done.push({ text, style });
  }

  #colour(list: string): void {
    const codes = list.split(";").map(Number);
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i] ?? 0;
      if (code === 0) this.#codes.clear();
      else if (code === 1 || code === 3 || code === 4) this.#codes.set(String(code), `a${code}`);
      else if (code === 22 || code === 23 || code === 24) this.#codes.delete(String(code === 22 ? 1 : code - 20));
      else if (code === 38 || code === 48) i = this.#extended(code === 38 ? "f" : "b", codes, i + 1);
      else if (code === 39) this.#codes.delete("f");
      else if (code === 49) this.#codes.delete("b");
      else if ((code >= 30 && code < 38) || (code >= 90 && code < 98)) this.#codes.set("f", `f${code % 10}`);
      else if ((code >= 40 && code < 48) || (code >= 100 && code < 108)) this.#codes.set("b", `b${code % 10}`);
    }
    this.#style = [...this.#codes.values()].join(" ");
  }

  /** A colour of many: those of the first sixteen are shown, since no other is sure to be readable. Returns the place of its last number. */
  #extended(plane: "f" | "b", codes: number[], at: number): number {
    if (codes[at] === 2) return at + 3;
    const colour = codes[at + 1] ?? 16;
    if (colour < 16) this.#codes.set(plane, `${plane}${colour % 8}`);
    return at + 1;
  }
}
