// All of the shelf as one file, and back.

import { type Draft, type Run, checkedDraft, same, stemOf } from "./record.ts";
import type { Shelf } from "./shelf.ts";

const format = 1;

/** A program in such a file: its files are in base64. */
type Packed = Omit<Draft, "files"> & { files: Record<string, string> };

/** All programs, what ran lately, and programs that are open but on no shelf, as one file. */
export async function exportAll(shelf: Shelf, open: Draft[]): Promise<Blob> {
  const programs = await Promise.all((await shelf.programs()).map(async (program) => pack({ ...program, files: await shelf.files(program.id) })));
  const runs = (await shelf.runs()).map((run) => ({ ...pack(run), at: run.at }));
  return new Blob([JSON.stringify({ mpwasm_programs: format, programs: [...programs, ...open.map(pack)], runs })], { type: "application/json" });
}

function pack({ name, source, stdin, settings, files }: Draft): Packed {
  return { name, source, stdin, settings, files: Object.fromEntries(Object.entries(files).map(([path, data]) => [path, base64(data)])) };
}

function base64(data: Uint8Array): string {
  let text = "";
  for (let at = 0; at < data.length; at += 0x8000) text += String.fromCharCode(...data.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Puts the programs of such a file on the shelf, but those that are there already, and what ran; tells how many programs came. */
export async function importAll(shelf: Shelf, text: string): Promise<number> {
  const { drafts, runs } = unpack(text);
  const have: Draft[] = await Promise.all((await shelf.programs()).map(async (program) => ({ ...program, files: await shelf.files(program.id) })));
  const here = (draft: Draft) => have.some((other) => stemOf(other.name) === stemOf(draft.name) && same(other, draft)); // which may have got a number
  const fresh = drafts.filter((draft, i) => !here(draft) && !drafts.slice(0, i).some((other) => other.name === draft.name && same(other, draft)));
  await shelf.add(fresh);
  await shelf.addRuns(runs);
  return fresh.length;
}

/** The programs of a file; throws where it is none of ours. */
function unpack(text: string): { drafts: Draft[]; runs: Omit<Run, "id">[] } {
  const refused = new Error("This is no file of programs that this page has exported.");
  let found: { mpwasm_programs?: unknown; programs?: unknown; runs?: unknown } | null;
  try {
    found = JSON.parse(text) as typeof found;
  } catch {
    throw refused;
  }
  if (typeof found?.mpwasm_programs !== "number" || !Array.isArray(found.programs)) throw refused;
  if (found.mpwasm_programs > format) throw new Error("This file comes from a newer version of the page: reload it first.");
  const runs = (Array.isArray(found.runs) ? found.runs : []).map((packed: unknown) => ({ ...unpackOne(packed), at: Number((packed as Partial<Run>).at) || 0 })); // older files have no time
  return { drafts: found.programs.map(unpackOne), runs };
}

function unpackOne(packed: unknown): Draft {
  const draft = checkedDraft({ ...(packed as Packed), files: Object.fromEntries(Object.entries((packed as Packed).files ?? {}).map(([path, data]) => [path, bytesOf(data)])) });
  if (!draft) throw new Error("The file is damaged: a program in it has no text.");
  return draft;
}

function bytesOf(text: unknown): Uint8Array | undefined {
  if (typeof text !== "string") return undefined;
  try {
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  } catch {
    throw new Error("The file is damaged: what it holds of a file is no base64.");
  }
}
