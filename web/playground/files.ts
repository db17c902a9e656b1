// The files panel: files that programs find in their current folder, and those that they wrote.

import { guestName } from "../src/files/mount.ts";
import { ask } from "./ask.ts";
import { byId, download, h } from "./dom.ts";
import { notify } from "./notice.ts";
import { bytes } from "./status.ts";
import { readText, writeText } from "./textfile.ts";

/** What a session has room for: bytes in all files together, and files with their folders. main.ts and the library go by it. */
export const maxBytes = 16 << 20;
const maxFiles = 1024;
/** The largest file that is edited here, in bytes. */
const maxEdit = 512 << 10;

export class Files {
  readonly #panel = byId("files-panel");
  #files = new Map<string, Uint8Array>();
  #version = 0;
  /** What was changed here since the session began, which does not see it; null is a file deleted. */
  readonly #changes = new Map<string, Uint8Array | null>();
  readonly #picker = h("input", { type: "file", multiple: true, hidden: true, "aria-label": "Files to upload" });

  readonly #changed: () => void;

  /** changed hears that the files are others, whoever changed them. */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.#picker.addEventListener("change", () => void this.#upload(this.#picker.files));
    this.#panel.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.#panel.classList.add("over");
    });
    this.#panel.addEventListener("dragleave", () => this.#panel.classList.remove("over"));
    this.#panel.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#panel.classList.remove("over");
      void this.#upload(event.dataTransfer?.files ?? null);
    });
    this.#list();
  }

  /** What a new session is given. */
  get all(): Record<string, Uint8Array> {
    return Object.fromEntries(this.#files);
  }

  /** Changes whenever the files do. */
  get version(): number {
    return this.#version;
  }

  /** Shows those of another program. */
  open(files: Record<string, Uint8Array>): void {
    this.#files = new Map(sorted(files));
    this.#changes.clear();
    this.#version++;
    this.#list();
  }

  /** A session begins with the files as they are. */
  begin(): void {
    this.#changes.clear();
  }

  /** Takes over what a session has after a run, but for what was changed here meanwhile. */
  show(files: Record<string, Uint8Array>): void {
    const now = new Map(Object.entries(files));
    for (const [name, data] of this.#changes) {
      if (data) now.set(name, data);
      else now.delete(name);
    }
    if (now.size === this.#files.size && [...now].every(([name, data]) => equal(data, this.#files.get(name)))) return;
    this.#files = new Map(sorted(Object.fromEntries(now)));
    this.#version++;
    this.#changed();
    this.#refresh();
  }

  #put(name: string, data: Uint8Array): void {
    this.#files.set(name, data);
    this.#changes.set(name, data);
    this.#version++;
    this.#changed();
  }

  #remove(name: string): void {
    this.#files.delete(name);
    this.#changes.set(name, null);
    this.#version++;
    this.#changed();
  }

  async #upload(list: FileList | null): Promise<void> {
    for (const file of Array.from(list ?? [])) {
      const refused = this.#refusal(file.name, file.size);
      if (refused) notify(`${file.name} was left out: ${refused}.`);
      else if (await this.#mayReplace(file.name)) this.#put(file.name, new Uint8Array(await file.arrayBuffer()));
    }
    this.#picker.value = "";
    this.#refresh();
  }

  /** Asks before a file replaces another one of its name. */
  async #mayReplace(name: string): Promise<boolean> {
    return !this.#files.has(name) || ask(`There is a file ${name} already.`, "Replace it");
  }

  /** Lists the files, unless one is being edited: nobody loses what he types. */
  #refresh(): void {
    if (!this.#panel.querySelector(".file-edit")) this.#list();
    this.#count();
  }

  /** Why there can be no file of that name and size, if so; former is what it replaces. */
  #refusal(name: string, size: number, former = name): string | undefined {
    if (!validName(name)) return "its name must not be empty, longer than 255 bytes, or have a .. or a slash at its begin or end";
    const others = [...this.#files].filter(([other]) => other !== name && other !== former);
    if (others.some(([other]) => other.startsWith(`${name}/`) || name.startsWith(`${other}/`))) return "a file would be a folder too";
    const total = others.reduce((sum, [, data]) => sum + data.length, size);
    if (total > maxBytes) return `all files together may have ${bytes(maxBytes)}, and this would make them ${bytes(total)}`;
    const folders = new Set([...others.map(([other]) => other), name].flatMap((path) => path.split("/").map((_, i, parts) => parts.slice(0, i + 1).join("/"))));
    return folders.size > maxFiles ? `there may be ${maxFiles} files and folders` : undefined;
  }

  #count(): void {
    byId("files-count").textContent = this.#files.size ? ` ${this.#files.size}` : "";
  }

  #list(): void {
    const items = [...this.#files].map(([name, data]) => this.#item(name, data));
    this.#panel.replaceChildren(
      h(
        "div",
        { class: "pad panel" },
        h("h2", {}, "Files of the program"),
        h("p", { class: "hint" }, "A program finds these in its folder, and what it writes appears here. They are kept with the program. Changes made here hold from the next fresh run on."),
        h(
          "div",
          { class: "files-tools" },
          h("button", { type: "button", id: "file-upload", click: () => this.#picker.click() }, "Upload"),
          h("button", { type: "button", id: "file-new", click: () => this.#edit("", new Uint8Array()) }, "New file"),
          this.#picker,
        ),
        items.length ? h("ul", { class: "files-list" }, ...items) : h("p", { class: "hint drop" }, "No files yet. Drop some here, or let a program write one: see the Files example."),
      ),
    );
    this.#count();
  }

  #item(name: string, data: Uint8Array): HTMLElement {
    const button = (label: string, kind: string, act: () => void) => h("button", { type: "button", class: `quiet small ${kind}`, "aria-label": `${label} ${name}`, click: act }, label);
    const remove = () => {
      this.#remove(name);
      this.#list();
      notify(`${name} deleted`, { label: "Undo", act: () => void this.#putBack(name, data) });
    };
    return h(
      "li",
      {},
      h("bdi", { class: "name", title: name }, name),
      h("span", { class: "size" }, bytes(data.length)),
      button("Edit", "", () => this.#edit(name, data)),
      button("Download", "", () => download(name.split("/").at(-1) ?? name, data as BlobPart, "application/octet-stream")),
      button("Delete", "danger", remove),
    );
  }

  async #putBack(name: string, data: Uint8Array): Promise<void> {
    if (await this.#mayReplace(name)) this.#put(name, data);
    this.#refresh();
  }

  #edit(name: string, data: Uint8Array): void {
    const file = data.length > maxEdit ? "is too large to edit here" : readText(data);
    if (typeof file === "string") return notify(`${name} ${file}.`);
    const title = h("input", { type: "text", id: "file-name", value: name, placeholder: "notes.txt", spellcheck: "false" });
    const body = h("textarea", { id: "file-text", spellcheck: "false", "aria-label": "Contents" });
    body.value = file.text;
    const save = async (event: Event) => {
      event.preventDefault();
      const to = title.value.trim();
      const content = writeText(body.value, file);
      const refused = to ? this.#refusal(to, content.length, name) : "it needs a name";
      if (refused) {
        notify(`The file is not saved: ${refused}.`);
        return title.focus();
      }
      if (to !== name && !(await this.#mayReplace(to))) return title.focus();
      if (name && to !== name) this.#remove(name);
      this.#put(to, content);
      this.#list();
    };
    const form = h(
      "form",
      { class: "pad panel file-edit", submit: (event) => void save(event) },
      h("div", { class: "row" }, h("label", { for: "file-name" }, "Name"), title),
      body,
      h("div", { class: "row" }, h("button", { type: "submit", class: "primary", id: "file-save" }, "Save"), h("button", { type: "button", id: "file-cancel", click: () => this.#list() }, "Cancel")),
    );
    this.#panel.replaceChildren(form);
    (name ? body : title).focus();
  }
}

function sorted(files: Record<string, Uint8Array>): [string, Uint8Array][] {
  return Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
}

function equal(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function validName(name: string): boolean {
  return name.split("/").every(guestName);
}
