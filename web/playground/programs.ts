// The programs menu: the shelf, and what ran lately.

import type { Desk } from "./desk.ts";
import { byId, download, h } from "./dom.ts";
import { notify } from "./notice.ts";
import { plain } from "./opening.ts";
import type { Draft, Program, Run } from "./shelf/record.ts";
import type { Shelf } from "./shelf/shelf.ts";
import { exportAll, importAll } from "./shelf/transfer.ts";

export interface Parts {
  desk: Desk;
  shelf: Shelf;
  /** Called when the user has opened another program. */
  onOpen: () => void;
}

export class Programs {
  readonly #parts: Parts;
  readonly #menu = byId("programs");
  readonly #name = h("input", { type: "text", id: "program-name", spellcheck: "false", autocomplete: "off", maxlength: 80, "aria-label": "Name of this program" });
  readonly #kept = h("p", { class: "hint", id: "programs-kept" });
  readonly #list = h("ul", { class: "files-list", id: "programs-list" });
  readonly #runs = h("ul", { class: "files-list", id: "runs-list" });
  readonly #picker = h("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": "File of programs" });

  constructor(parts: Parts) {
    this.#parts = parts;
    const { desk } = parts;
    const button = (id: string, text: string, act: () => unknown) => h("button", { type: "button", class: "small", id, click: () => void this.#attempt(act) }, text);
    this.#name.addEventListener("input", () => desk.rename(this.#name.value)); // half a name is not lost either
    this.#name.addEventListener("change", () => void this.#attempt(() => this.#refresh()));
    this.#picker.addEventListener("change", () => void this.#attempt(() => this.#import()));
    this.#menu.append(
      h("h2", {}, h("label", { for: "program-name" }, "This program")),
      h("div", { class: "row" }, this.#name, button("program-new", "New", () => this.#open(plain("Untitled", ""))), button("program-copy", "Copy", () => this.#copy())),
      this.#kept,
      h("h2", {}, "Programs in this browser"),
      this.#list,
      h("h2", {}, "What ran lately"),
      this.#runs,
      h("div", { class: "row" }, button("programs-export", "Export all", () => this.#export()), button("programs-import", "Import", () => this.#picker.click()), this.#picker),
    );
    this.#menu.addEventListener("beforetoggle", (event) => {
      if (event.newState === "open") void this.#attempt(() => this.#refresh());
    });
  }

  /** Shows the open program's name. */
  name(name: string): void {
    if (!this.#name.matches(":focus")) this.#name.value = name; // who types one is not corrected meanwhile
  }

  /** Says what is kept. */
  kept(text: string): void {
    this.#kept.textContent = text;
  }

  async #attempt(act: () => unknown): Promise<void> {
    try {
      await act();
    } catch (error) {
      notify(`This did not work: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async #refresh(): Promise<void> {
    const { desk, shelf } = this.#parts;
    await desk.flush();
    const programs = await shelf.programs();
    const runs = await shelf.runs();
    const none = (text: string) => h("li", { class: "hint" }, text);
    const named = (name: string) => programs.filter((other) => other.name === name).length;
    this.#list.replaceChildren(...(programs.length ? programs.map((program) => this.#program(program, named(program.name) > 1)) : [none("None yet: what you change is kept here by itself.")]));
    this.#runs.replaceChildren(...(runs.length ? runs.map((run) => this.#run(run)) : [none("Nothing yet: the last twenty that run are kept here.")]));
  }

  /** alike says that another program has the name, too: the text tells them apart. */
  #program(program: Program, alike: boolean): HTMLElement {
    const { id, name, fileCount, changed } = program;
    const text = alike ? [": ", h("bdi", {}, firstLine(program))] : [];
    const files = fileCount ? `, ${fileCount} file${fileCount > 1 ? "s" : ""}` : "";
    const open = h("button", { type: "button", class: "open", click: () => void this.#attempt(() => this.#openKept(id)) }, h("bdi", {}, name), h("span", {}, `${ago(changed)}${files}`, ...text));
    if (id === this.#parts.desk.id) open.setAttribute("aria-current", "true");
    return h("li", {}, open, h("button", { type: "button", class: "quiet small danger", "aria-label": alike ? `Delete ${name}, ${firstLine(program)}` : `Delete ${name}`, click: () => void this.#attempt(() => this.#remove(program)) }, "Delete"));
  }

  #run(run: Run): HTMLElement {
    return h("li", {}, h("button", { type: "button", class: "open", click: () => void this.#attempt(() => this.#open({ ...run })) }, h("bdi", {}, run.name), h("span", {}, `${ago(run.at)}: `, h("bdi", {}, firstLine(run)))));
  }

  async #open(draft: Draft): Promise<void> {
    this.#menu.hidePopover();
    await this.#parts.desk.openDraft(draft);
    this.#parts.onOpen();
  }

  async #openKept(id: string): Promise<void> {
    this.#menu.hidePopover();
    const found = await this.#parts.desk.openKept(id);
    if (!found) return notify("Another tab has deleted it.");
    this.#parts.onOpen();
  }

  async #copy(): Promise<void> {
    const { desk } = this.#parts;
    await this.#open(desk.draft);
    desk.changed(true);
  }

  async #remove(program: Program): Promise<void> {
    const { desk, shelf } = this.#parts;
    const current = program.id === desk.id;
    if (current) await this.#parts.desk.openDraft(plain("Untitled", ""));
    const putBack = await shelf.remove(program.id);
    await this.#refresh();
    const undo = async () => {
      await putBack();
      if (current) await desk.openKept(program.id);
      await this.#refresh();
    };
    notify(`${program.name} deleted`, { label: "Undo", act: () => void this.#attempt(undo) });
  }

  async #export(): Promise<void> {
    const { desk, shelf } = this.#parts;
    const all = await exportAll(shelf, desk.id === undefined ? [desk.draft] : []);
    download("programs.json", all, "application/json");
  }

  async #import(): Promise<void> {
    const file = this.#picker.files?.[0];
    if (!file) return;
    const text = await file.text();
    this.#picker.value = "";
    const count = await importAll(this.#parts.shelf, text);
    await this.#refresh();
    notify(count === 1 ? "One program came." : `${count || "No"} programs came.${count ? "" : " They were all here."}`);
  }
}

/** The begin of a program's text, in a line. */
function firstLine({ source }: { source: string }): string {
  return (source.split("\n").find((line) => line.trim() !== "") ?? "(empty)").slice(0, 60);
}

function ago(time: number): string {
  const minutes = Math.round((Date.now() - time) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  return minutes < 24 * 60 ? `${Math.round(minutes / 60)} h ago` : new Date(time).toLocaleDateString("en-CA");
}
