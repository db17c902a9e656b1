// What is typed, from the moment on in which it is typed: the database answers later, and a tab can end at any time. A tab's note of
// a program in local storage, which is written at once, stands for what is not in the database yet.

import { list, load, remove, save } from "../storage.ts";
import type { Program } from "./record.ts";

const prefix = "draft:";

/** The longest text that is written down with each key, in characters. */
const maxCharacters = 256 << 10;

export interface Note {
  /** The program as it is to become. Its files are not here: they are saved as soon as they change. */
  program: Program;
  /** What may be typed and not saved of a file, by its name. */
  typed: Record<string, string>;
  tab: string;
}

const keyOf = (id: string, tab: string) => `${prefix}${id} ${tab}`;

/** Tells whether it could be written down. */
export function note(program: Program, typed: Record<string, string>, tab: string): boolean {
  if ([program.source, program.stdin, ...Object.values(typed)].join("").length > maxCharacters) return false;
  return save(keyOf(program.id, tab), JSON.stringify({ program, typed, tab } satisfies Note));
}

/** A note of this tab from before it was reloaded is one of the tab as it is now. */
export function adopt({ program, typed, tab: former }: Note, tab: string): Note {
  if (note(program, typed, tab)) forget(program.id, former);
  else return { program, typed, tab: former };
  return { program, typed, tab };
}

export function forget(id: string, tab: string): void {
  remove(keyOf(id, tab));
}

/** All notes that are there. */
export function notes(): Note[] {
  return list(prefix).map(read).filter((note) => note !== undefined);
}

/** A note as it is now; undefined once what it says is in the database. */
export function again({ program, tab }: Pick<Note, "program" | "tab">): Note | undefined {
  return read(`${program.id} ${tab}`);
}

function read(key: string): Note | undefined {
  try {
    const found = JSON.parse(load(prefix + key) ?? "null") as Note | null;
    return found && key === `${found.program.id} ${found.tab}` ? found : undefined;
  } catch {
    return undefined; // written by something else
  }
}
