// The shelf: programs by name, and the last ones that ran.

import { type Draft, type FileSet, type Program, type Run, freeName, newId, same, sizeOf } from "./record.ts";
import { type Change, Memory, type Store, StorageError, type Trouble, openStore } from "./store.ts";

/** How many of what ran are kept, and what they may have in files together, in bytes. */
const keptRuns = 20;
const maxRunBytes = 32 << 20;

export class Shelf {
  #store: Store = new Memory();
  /** Why nothing is kept beyond this visit, if so. */
  trouble: Trouble | undefined;
  /** What could not be saved, by id: it lives as long as the page. */
  readonly #held = new Map<string, { program: Program; files: FileSet }>();

  #used = false;

  /** Opens the shelf of this browser. Where the browser keeps nothing, it stays in memory. */
  async open(): Promise<void> {
    try {
      this.#store = await openStore();
    } catch (error) {
      this.trouble = error instanceof StorageError ? error.trouble : "failed";
    }
  }

  /** All programs, the one that changed last first. */
  async programs(): Promise<Program[]> {
    const kept = (await this.#store.all("programs")).filter(({ id }) => !this.#held.has(id));
    return [...kept, ...Array.from(this.#held.values(), ({ program }) => program)].sort((a, b) => b.changed - a.changed);
  }

  async program(id: string): Promise<Program | undefined> {
    return this.#held.get(id)?.program ?? this.#store.get("programs", id);
  }

  /** A program as it was saved last, by whichever tab. */
  async stored(id: string): Promise<Program | undefined> {
    return this.#store.get("programs", id);
  }

  /** What could not be saved of a program has become another one. */
  release(id: string): void {
    this.#held.delete(id);
  }

  async files(id: string): Promise<FileSet> {
    return this.#held.get(id)?.files ?? (await this.#store.get("files", id)) ?? {};
  }

  /** Whether a program could not be saved as it is now. */
  isHeld(id: string): boolean {
    return this.#held.has(id);
  }

  /** Whether work is lost when the page is left. */
  get atRisk(): boolean {
    return this.#held.size > 0 || (this.trouble !== undefined && this.#used);
  }

  /** A program's name, with a number where another one has it. */
  async freeName(name: string): Promise<string> {
    return freeName(name, (await this.programs()).map((other) => other.name));
  }

  /** Saves a program; its files as well, unless they are what they were. False if another tab has saved it meanwhile. */
  async save(program: Program, files: FileSet | undefined): Promise<boolean> {
    const changes: Change[] = [{ table: "programs", key: program.id, value: program }];
    const held = this.#held.get(program.id);
    files ??= held?.files;
    if (files) changes.push({ table: "files", key: program.id, value: files });
    this.#used = true;
    try {
      const saved = await this.#store.write(changes, { id: program.id, revision: program.revision - 1 });
      if (saved && this.#held.get(program.id) === held) this.#held.delete(program.id);
      if (saved) void this.#tryHeld().catch(() => undefined); // it is still held then
      return saved;
    } catch (error) {
      const all = files ?? (await this.files(program.id).catch(() => ({})));
      this.#held.set(program.id, { program: { ...program, revision: program.revision - 1 }, files: all });
      throw error;
    }
  }

  /** Takes a program as it is, of the revision that is stored, and saves it when that can be done. */
  hold(program: Program, files: FileSet): void {
    this.#used = true;
    this.#held.set(program.id, { program, files });
    void this.#tryHeld().catch(() => undefined);
  }

  /** Hears that a program was saved that was held. */
  onSaved: (id: string) => void = () => undefined;

  /** There is room again, it seems: what could not be saved is tried once more. */
  async #tryHeld(): Promise<void> {
    const [held] = this.#held.values();
    if (!held) return;
    const { program, files } = held;
    const saved = await this.save({ ...program, revision: program.revision + 1 }, files).catch(() => undefined);
    if (saved === undefined) return; // there is still no room
    if (!saved) {
      await this.add([{ ...program, files }]); // another tab has saved it meanwhile: this one is another program
      if (this.#held.get(program.id) === held) this.#held.delete(program.id);
    }
    this.onSaved(program.id);
  }

  /** Puts programs on the shelf that are not there yet. */
  async add(drafts: Draft[]): Promise<void> {
    const names = (await this.programs()).map((other) => other.name);
    const changes: Change[] = [];
    for (const { files, ...draft } of drafts) {
      const program: Program = { ...draft, name: freeName(draft.name, names), id: newId(), created: Date.now(), changed: Date.now(), revision: 1, fileCount: Object.keys(files).length };
      names.push(program.name);
      changes.push({ table: "programs", key: program.id, value: program }, { table: "files", key: program.id, value: files });
    }
    await this.#store.write(changes);
  }

  /** Takes a program off the shelf; what it returns puts it back. */
  async remove(id: string): Promise<() => Promise<void>> {
    const program = await this.program(id);
    const files = await this.files(id);
    await this.#store.write([{ table: "programs", key: id, value: undefined }, { table: "files", key: id, value: undefined }]);
    this.#held.delete(id);
    return async () => {
      if (!program) return;
      const other = await this.program(id); // what a tab had typed of it has come back meanwhile
      if (!other) await this.#store.write([{ table: "programs", key: id, value: program }, { table: "files", key: id, value: files }]);
      else if (!same({ ...program, files }, { ...other, files: await this.files(id) })) await this.add([{ ...program, files }]);
    };
  }

  /** What ran, the last one first. */
  async runs(): Promise<Run[]> {
    return (await this.#store.all("runs")).sort((a, b) => b.at - a.at);
  }

  /** Takes what ran elsewhere to what ran here, as far as there is room. */
  async addRuns(runs: Omit<Run, "id">[]): Promise<void> {
    const have = await this.runs();
    const fresh = runs.filter((run) => !have.some((other) => other.source === run.source && other.stdin === run.stdin)).sort((a, b) => b.at - a.at);
    await this.#store.write(fresh.slice(0, Math.max(keptRuns - have.length, 0)).map((run) => {
      const id = newId();
      return { table: "runs", key: id, value: { ...run, id } };
    }));
  }

  /** Keeps what runs now, for which that goes which ran longest ago. The same text is kept once. */
  async ran(draft: Draft): Promise<void> {
    const run: Run = { ...draft, id: newId(), at: Date.now() };
    const changes: Change[] = [{ table: "runs", key: run.id, value: run }];
    let bytes = sizeOf(run.files);
    let count = 1;
    for (const former of await this.runs()) {
      bytes += sizeOf(former.files);
      const again = former.source === run.source && former.stdin === run.stdin;
      if (again || ++count > keptRuns || bytes > maxRunBytes) changes.push({ table: "runs", key: former.id, value: undefined });
    }
    await this.#store.write(changes);
  }
}
