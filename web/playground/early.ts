// The program's text in the page before its scripts are: boot.ts shows what was open when the page was left, as this wrote it down.

import * as storage from "./storage.ts";

const key = "early";

/** The longest text that is written down, in characters: what a window shows at first is at its beginning. */
const maxCharacters = 8000;

/** Writes down the program that is open, by the name that it has on the shelf. */
export function keep(id: string | undefined, source: string): void {
  if (id !== undefined) storage.save(key, JSON.stringify({ id, source: source.slice(0, maxCharacters) }));
}
