// What the page begins with: the program of its link, or the one that was open, or what an older version of the page kept.

import type { Desk } from "./desk.ts";
import { find, hello } from "./examples.ts";
import { decode } from "./link.ts";
import { notify } from "./notice.ts";
import * as settings from "./settings.ts";
import * as journal from "./shelf/journal.ts";
import type { Note } from "./shelf/journal.ts";
import { type Draft, type Program, checkedDraft, equal } from "./shelf/record.ts";
import type { Shelf } from "./shelf/shelf.ts";
import * as storage from "./storage.ts";
import { readText, writeText } from "./textfile.ts";

/** Longer than a tab that lives leaves a note standing, in milliseconds. */
const patience = 1500;

/** A program with nothing beside its text. */
export function plain(name: string, source: string, limits: Partial<settings.Settings> = {}): Draft {
  return { name, source, stdin: "", settings: { ...settings.initial, ...limits }, files: {} };
}

/** The program that a fragment of an address holds, or names; undefined if it does neither. */
export async function fromFragment(fragment: string): Promise<Draft | undefined> {
  const example = await find(new URLSearchParams(fragment.replace(/^#/, "")).get("example") ?? "");
  if (example) return plain(example.title, example.code, example.limits);
  const linked = await decode(fragment);
  if (!linked) return undefined;
  const { source } = linked;
  const comment = /^#+ *(.{3,60})$/m.exec(source.split("\n", 1)[0] ?? "")?.[1];
  return checkedDraft({ ...plain(comment ?? "From a link", source), ...linked });
}

/** Opens what the page begins with. */
export async function begin(desk: Desk, shelf: Shelf, embedded: boolean): Promise<void> {
  if (!embedded) await recoverOwn(desk, shelf);
  try {
    const linked = await fromFragment(location.hash);
    if (linked) return await desk.openDraft(linked);
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error));
  }
  if (embedded) return desk.openDraft(plain("Hello", hello));
  for (const id of [storage.tab.load("program"), storage.load("program")]) {
    if (!id) continue;
    await Promise.all(journal.notes().filter(({ program }) => program.id === id).map((note) => recover(shelf, note)));
    if (await desk.openKept(id)) return;
  }
  if (await takeOver(desk)) return;
  await desk.openDraft(plain("Hello", hello));
}

/** What this tab had not saved when it was reloaded goes on the shelf. */
async function recoverOwn(desk: Desk, shelf: Shelf): Promise<void> {
  for (const note of journal.notes()) if (note.tab === desk.former) await putBack(shelf, journal.adopt(note, desk.tab));
}

/** Puts what other tabs left behind, which ended in the midst of typing, on the shelf. */
export async function recoverAll(shelf: Shelf): Promise<void> {
  await Promise.all(journal.notes().map((note) => recover(shelf, note)));
}

/** A note that stays as it is has no tab any more that would save it. */
async function recover(shelf: Shelf, note: Note): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, patience));
  if (JSON.stringify(journal.again(note)) === JSON.stringify(note)) await putBack(shelf, note);
}

async function putBack(shelf: Shelf, { program: found, typed, tab }: Note): Promise<void> {
  if (shelf.trouble || shelf.isHeld(found.id)) return; // another note of it came first, and waits for room
  const kept = await shelf.program(found.id);
  const files = await shelf.files(found.id);
  const edited = Object.fromEntries(Object.entries(typed ?? {}).map(([name, text]) => [name, asFile(text, files[name])]).filter(([name, data]) => !equal(data as Uint8Array, files[name as string])));
  if (!kept || text(kept) !== text(found) || Object.keys(edited).length > 0) {
    const now = { ...files, ...edited };
    const saved = await shelf.save({ ...found, revision: found.revision + 1, fileCount: Object.keys(now).length }, now).catch(() => undefined);
    if (saved === undefined) return; // there is no room: the note stays, and the shelf holds the program
    const added = saved || (await shelf.add([{ ...found, name: `${found.name} (recovered)`, files: now }]).then(() => true, () => false));
    if (!added) return;
  }
  journal.forget(found.id, tab);
}

/** A text as bytes, in the form that the file had. */
function asFile(text: string, former: Uint8Array | undefined): Uint8Array {
  const form = former && readText(former);
  return writeText(text, typeof form === "object" ? form : { text, mark: false, end: "\n" });
}

/** What of a program is written down with each key. */
function text({ name, source, stdin, settings }: Program): string {
  return JSON.stringify([name, source, stdin, settings]);
}

/** Older versions of the page kept one program, and the limits of all. They go on the shelf. */
async function takeOver(desk: Desk): Promise<boolean> {
  const source = storage.load("code");
  if (source === null) return false;
  const kept = Object.fromEntries(settings.choices.map(({ name }) => [name, Number(storage.load(`limit:${name}`) ?? NaN)]));
  const limits = settings.checked({ ...kept, seed: Number(storage.load("seed") ?? 0), clock: storage.load("clock") });
  await desk.openDraft(plain("My program", source, limits));
  desk.changed();
  await desk.flush();
  if (desk.id !== undefined && !desk.atRisk) storage.remove("code");
  return true;
}
