// The program on the desk: what the editor, the files, the input and the limits hold together. Whatever changes is saved on the
// shelf by itself; what only was looked at (a link, an example) is not.

import * as journal from "./shelf/journal.ts";
import { Others } from "./shelf/others.ts";
import { type Draft, type FileSet, type Program, newId, properName } from "./shelf/record.ts";
import type { Shelf } from "./shelf/shelf.ts";
import { StorageError, type Trouble } from "./shelf/store.ts";
import type { Settings } from "./settings.ts";
import * as storage from "./storage.ts";

/** How long to wait for more changes before saving, and how long at most, in milliseconds. */
const pause = 250;
const longestPause = 1000;

/** Where a program's parts are while it is open. */
export interface Parts {
  source: () => string;
  stdin: () => string;
  settings: () => Settings;
  files: () => FileSet;
  /** The texts of files that were edited and may not be saved yet, by their names. */
  typed: () => Record<string, string>;
  /** What was edited up to now is about to be saved; what it gives is called when it is. */
  saving: () => () => void;
  /** Has the parts show another program. sameProgram tells that it is the same one, changed elsewhere. */
  show: (draft: Draft, sameProgram: boolean) => void;
  /** Ends a run, and resolves when what it wrote has been taken over. */
  leave: () => Promise<void>;
}

export type Kept = "nothing" | "saving" | "saved" | Trouble;

export interface Listener {
  /** Somebody has changed something of the program. */
  changed: () => void;
  /** Another program is open, or it has another name. */
  name: (name: string) => void;
  /** What has become of the last change. */
  kept: (kept: Kept) => void;
  /** Whether another tab has the program open, too. */
  shared: (yes: boolean) => void;
  /** Another tab saved something else of it: what was here is another program now. */
  parted: (name: string) => void;
}

/** A program that is open. One of revision 0 is not on the shelf. */
interface Open {
  id: string;
  name: string;
  created: number;
  revision: number;
}

export class Desk {
  readonly #shelf: Shelf;
  readonly #parts: Parts;
  readonly #hear: Listener;
  readonly #others: Others;
  /** This page's name, and what it was before a reload. A tab that is duplicated has that of the other one, too. */
  readonly tab = newId();
  readonly former: string | null;
  #open: Open = { id: newId(), name: "", created: 0, revision: 0 };
  /** Counts what was asked to be opened: the last wish holds. */
  #turn = 0;
  #changed = false;
  #filesChanged = false;
  /** Something was changed that is not written down yet, since it is too long for a note. */
  #exposed = false;
  #timer = 0;
  #since = 0;
  /** While the parts are being filled, they tell of changes that are none. */
  #showing = false;
  /** Saves come one after the other. */
  #saves: Promise<void> = Promise.resolve();

  constructor(shelf: Shelf, parts: Parts, listener: Listener) {
    this.#shelf = shelf;
    this.#parts = parts;
    this.#hear = listener;
    this.former = storage.tab.load("tab");
    storage.tab.save("tab", this.tab);
    shelf.onSaved = (id) => journal.forget(id, this.tab);
    this.#others = new Others(this.tab, listener.shared, (id) => void this.#follow(id));
    const flush = () => void this.flush();
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush());
  }

  /** What is on the shelf of the open program; undefined if that is not there. */
  get id(): string | undefined {
    return this.#open.revision > 0 ? this.#open.id : undefined;
  }

  /** Whether work is lost when the page is left now. */
  get atRisk(): boolean {
    return this.#shelf.atRisk || this.#exposed;
  }

  /** The open program as it is now. */
  get draft(): Draft {
    const { source, stdin, settings, files } = this.#parts;
    return { name: this.#open.name, source: source(), stdin: stdin(), settings: settings(), files: files() };
  }

  /** Opens a program that is on no shelf: an example, a link, a new one. */
  async openDraft(draft: Draft): Promise<void> {
    const turn = ++this.#turn;
    await this.#leave();
    if (turn !== this.#turn) return; // another one was picked meanwhile
    this.#show({ id: newId(), name: draft.name, created: Date.now(), revision: 0 }, draft);
    this.#hear.kept("nothing");
  }

  /** Opens a program of the shelf; tells whether it was there. */
  async openKept(id: string): Promise<boolean> {
    const turn = ++this.#turn;
    await this.#leave();
    const program = await this.#shelf.program(id);
    const files = await this.#shelf.files(id);
    if (turn !== this.#turn) return true; // another one was picked meanwhile
    if (this.#changed) return this.openKept(id); // somebody types on
    if (!program) return false;
    this.#show({ ...program }, { ...program, files });
    if (this.#shelf.isHeld(id)) this.changed(true); // and is tried again
    else this.#hear.kept(this.#shelf.trouble ?? "saved");
    return true;
  }

  async #leave(): Promise<void> {
    await this.#parts.leave();
    await this.flush();
    if (!this.#changed) return;
    // There is no room, or somebody typed on meanwhile: nothing may wait any more, and the shelf takes it as it is.
    clearTimeout(this.#timer);
    this.#shelf.hold(this.#program(this.#open), this.#parts.files());
    this.#changed = this.#filesChanged = false;
    this.#since = 0;
  }

  #show(open: Open, draft: Draft, sameProgram = false): void {
    this.#open = open;
    this.#exposed = false;
    this.#showing = true;
    this.#parts.show(draft, sameProgram);
    this.#showing = false;
    this.#remember();
    this.#hear.name(open.name);
  }

  /** The program is the one that this tab, and the next visit, begin with; and that other tabs are asked about. */
  #remember(): void {
    this.#begin(this.id ?? "");
    this.#others.open(this.id ?? "");
  }

  #begin(id: string): void {
    storage.tab.save("program", id);
    if (id) storage.save("program", id);
  }

  rename(name: string): void {
    this.#open.name = properName(name);
    this.#hear.name(this.#open.name);
    this.changed();
  }

  /** Something of the program has changed; files says that its files have, typing that somebody types in one. */
  changed(files = false, typing = false): void {
    if (this.#showing) return;
    this.#hear.changed();
    this.#since ||= Date.now();
    if (!this.#changed) this.#begin(this.#open.id);
    this.#changed = true;
    this.#filesChanged ||= files;
    this.#hear.kept("saving");
    if (!this.#shelf.trouble && !journal.note(this.#program(this.#open), this.#parts.typed(), this.tab)) this.#exposed = true;
    clearTimeout(this.#timer);
    const wait = files && !typing ? 0 : Math.max(Math.min(pause, this.#since + longestPause - Date.now()), 0);
    this.#timer = window.setTimeout(() => void this.flush(), wait);
  }

  #program(open: Open): Program {
    const { source, stdin, settings, files } = this.#parts;
    const { id, name, created, revision } = open;
    return { id, name, created, revision, source: source(), stdin: stdin(), settings: settings(), changed: Date.now(), fileCount: Object.keys(files()).length };
  }

  /** Saves what has changed. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#since = 0;
    if (!this.#changed) return this.#saves;
    const open = this.#open;
    const program = this.#program(open);
    const all = this.#parts.files();
    const changed = this.#filesChanged || open.revision === 0;
    const saved = this.#parts.saving();
    this.#changed = this.#filesChanged = false;
    return (this.#saves = this.#saves.then(() => this.#save(open, program, changed ? all : undefined, all, saved)));
  }

  /** files are those that have changed with it, all those that it has; done is called when they are saved. */
  async #save(open: Open, program: Program, files: FileSet | undefined, all: FileSet, done: () => void): Promise<void> {
    try {
      if (!files && !(await this.#shelf.stored(open.id).catch(() => undefined))) files = all; // it was deleted elsewhere, with its files
      if (open.revision === 0) {
        const { name } = open;
        program.name = await this.#shelf.freeName(name);
        if (open.name === name) open.name = program.name; // nobody has given it another one meanwhile
      }
      const saved = { ...program, id: open.id, revision: open.revision + 1 };
      if (!(await this.#shelf.save(saved, files))) return await this.#part(open, program, files, done);
      open.revision = saved.revision;
      if (open === this.#open) done();
      this.#others.saved(open.id);
      if (open !== this.#open) return journal.forget(open.id, this.tab);
      if (!this.#changed) {
        this.#exposed = false;
        journal.forget(open.id, this.tab);
      }
      this.#remember();
      this.#hear.name(open.name);
      this.#hear.kept(this.#changed ? "saving" : this.#shelf.trouble ?? "saved");
    } catch (error) {
      if (open !== this.#open) return; // its note stays
      this.#changed = true;
      this.#filesChanged ||= files !== undefined;
      this.#hear.kept(error instanceof StorageError ? error.trouble : "failed");
    }
  }

  /** Another tab has saved the program meanwhile. What this tab has becomes a program of its own, unless it is the same. */
  async #part(open: Open, program: Program, files: FileSet | undefined, done: () => void): Promise<void> {
    const theirs = await this.#shelf.stored(open.id); // and not what this tab holds of it, which is its own
    const former = open.id;
    if (theirs && theirs.source === program.source && theirs.stdin === program.stdin && !files) {
      open.revision = theirs.revision;
      return this.#save(open, program, undefined, this.#parts.files(), done);
    }
    files ??= open === this.#open ? this.#parts.files() : await this.#shelf.files(former);
    Object.assign(open, { id: newId(), revision: 0, created: Date.now() });
    journal.note({ ...program, ...open }, {}, this.tab); // before that of the former is gone
    await this.#save(open, program, files, files, done);
    this.#shelf.release(former);
    journal.forget(former, this.tab);
    this.#hear.parted(open.name);
  }

  /** Another tab has saved the open program: this one shows that, unless it has changes of its own. */
  async #follow(id: string): Promise<void> {
    await this.#saves;
    const program = await this.#shelf.program(id);
    const files = await this.#shelf.files(id);
    const open = this.#open;
    if (!program || this.#changed || open.id !== id || program.revision <= open.revision) return;
    this.#show({ ...program }, { ...program, files }, true);
  }
}
