// What is typed, from the moment on in which it is typed: the database answers later, and a tab can end at any time. A note of
// a program in local storage, which is written at once, stands for what is not in the database yet.

import { list, load, remove, save } from "../storage.ts";
import type { Program } from "./record.ts";

const prefix = "draft:";

/** The longest text that is written down with each key, in characters. */
const maxCharacters = 256 << 10;

interface Note {
  /** The program as it is to become. Its files are not here: they are saved as soon as they change. */
  program: Program;
  tab: string;
}

export function note(program: Program, tab: string): void {
  if (program.source.length + program.stdin.length > maxCharacters) return;
  save(prefix + program.id, JSON.stringify({ program, tab } satisfies Note));
}

export function forget(id: string): void {
  remove(prefix + id);
}

/** The note of a program, if there is one. */
export function noted(id: string): Note | undefined {
  try {
    const found = JSON.parse(load(prefix + id) ?? "null") as Note | null;
    return found?.program.id === id ? found : undefined;
  } catch {
    return undefined; // written by something else
  }
}

/** The programs of which there are notes. */
export function all(): string[] {
  return list(prefix);
}
