// The files that are open in the editor, as tabs above it. The first is the program, which is what Run runs.

import { askName } from "./ask.ts";
import { byId, h } from "./dom.ts";
import type { Editor } from "./editor.ts";
import type { Files } from "./fileset.ts";
import { notify } from "./notice.ts";
import { type TextFile, readText, writeText } from "./textfile.ts";
import { programName } from "./traceback.ts";

/** The largest file that is edited here, in bytes. */
const maxEdit = 512 << 10;

export class FileTabs {
  readonly #editor: Editor;
  readonly #files: Files;
  /** What is open beside the program, in the order of its tabs, with what their bytes say besides the text. */
  readonly #open = new Map<string, TextFile>();
  /** Counts edits of files, and has of each file the last one that is not known to be saved. */
  #edits = 0;
  readonly #edited = new Map<string, number>();
  readonly #list = h("div", { role: "tablist", "aria-label": "Files in the editor" });
  readonly #ofFile: HTMLElement[];

  constructor(editor: Editor, files: Files) {
    this.#editor = editor;
    this.#files = files;
    const button = (id: string, text: string, label: string, act: () => unknown) => h("button", { type: "button", class: "quiet small", id, "aria-label": label, title: label, click: () => void act() }, text);
    this.#ofFile = [button("file-rename", "Rename", "Rename this file", () => this.#rename()), button("file-close", "Close", "Close this file, which is kept", () => this.#close(editor.active))];
    byId("file-tabs").append(this.#list, button("file-add", "+", "New file", () => this.create()), h("span", { class: "space" }), ...this.#ofFile);
    this.#list.addEventListener("keydown", (event) => this.#key(event));
    files.onChange((cause) => {
      if (cause === "opened") this.#open.clear(), this.#edited.clear(); // and the editor has opened another program
      else if (cause !== "typing") this.#sync();
      this.#draw();
    });
    this.#draw();
  }

  /** The texts of files that were edited and may not be saved yet. */
  get typed(): Record<string, string> {
    const names = [...this.#edited.keys()].filter((name) => this.#open.has(name));
    return Object.fromEntries(names.map((name) => [name, this.#editor.text(name) ?? ""]));
  }

  /** Begins to save what was edited up to now; the function that it gives is called when that is done. */
  saving(): () => void {
    const last = this.#edits;
    return () => {
      for (const [name, edit] of this.#edited) if (edit <= last) this.#edited.delete(name);
    };
  }

  /** A file's text has been edited. */
  changed(name: string): void {
    const file = this.#open.get(name);
    this.#edited.set(name, ++this.#edits);
    if (file) this.#files.put(name, writeText(this.#editor.text(name) ?? "", file), "typing");
  }

  /** Opens a file in the editor; tells whether it is there and can be. */
  open(name: string): boolean {
    if (name === programName) return this.#show(name);
    const data = this.#files.get(name);
    if (!data) return false;
    const file = data.length > maxEdit ? "is too large to edit here" : readText(data);
    if (typeof file === "string") {
      notify(`${name} ${file}.`);
      return false;
    }
    if (!this.#open.has(name)) {
      this.#open.set(name, file);
      this.#editor.add(name, file.text);
    }
    return this.#show(name);
  }

  #show(name: string): boolean {
    this.#editor.show(name);
    this.#draw();
    this.#editor.focus();
    return true;
  }

  /** Asks for a name, and opens a new file. */
  async create(): Promise<void> {
    const name = await askName("New file", "", "helper.py", (name) => this.#refused(name, ""));
    if (name === undefined) return;
    this.#files.put(name, new Uint8Array());
    this.open(name);
  }

  #refused(name: string, former: string): string | undefined {
    if (name.endsWith("/")) return "a file's name does not end with a slash";
    if (name !== former && (this.#files.get(name) !== undefined || name === programName)) return "there is one of that name already";
    return this.#files.refusal(name, this.#files.get(former)?.length ?? 0, former || name);
  }

  async #rename(): Promise<void> {
    const from = this.#editor.active;
    const to = await askName(`Rename ${from}`, from, from, (name) => this.#refused(name, from));
    const data = this.#files.get(from); // as it is now: a run may have written it meanwhile
    if (to === undefined || to === from || !data) return;
    this.#close(from);
    this.#files.remove(from);
    this.#files.put(to, data);
    this.open(to);
  }

  #close(name: string): void {
    this.#open.delete(name);
    this.#editor.drop(name);
    this.#draw();
  }

  /** Shows what a run, or the user elsewhere, has made of the open files. */
  #sync(): void {
    for (const name of [...this.#open.keys()]) {
      const data = this.#files.get(name);
      const file = data && data.length <= maxEdit ? readText(data) : "gone";
      if (typeof file === "string") this.#close(name);
      else {
        this.#open.set(name, file);
        this.#editor.replace(file.text, name);
      }
    }
  }

  #draw(): void {
    const { active } = this.#editor;
    const tab = (name: string, ...mark: Node[]) =>
      h("button", { type: "button", role: "tab", "aria-selected": String(name === active), tabindex: name === active ? 0 : -1, "data-file": name, click: () => this.#show(name) }, ...mark, h("bdi", {}, name));
    const runs = h("span", { class: "runs", title: "Run runs this one" }, "▶");
    runs.setAttribute("aria-hidden", "true");
    this.#list.replaceChildren(tab(programName, runs), ...[...this.#open.keys()].map((name) => tab(name)));
    for (const button of this.#ofFile) button.hidden = active === programName;
    this.#bringIntoView();
  }

  /** Scrolls the tabs, and nothing else, to the one that is shown. */
  #bringIntoView(): void {
    const tab = this.#list.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
    const { left, right } = this.#list.getBoundingClientRect();
    if (tab) this.#list.scrollLeft += Math.min(tab.left - left, 0) || Math.max(tab.right - right, 0);
  }

  #key(event: KeyboardEvent): void {
    const names = [programName, ...this.#open.keys()];
    const at = names.indexOf(this.#editor.active);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#editor.show(names[(to + names.length) % names.length] ?? programName);
    this.#draw();
    this.#list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }
}
