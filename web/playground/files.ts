// The files panel: the program's files, to be brought, taken and opened in the editor.

import { ask } from "./ask.ts";
import { byId, download, h } from "./dom.ts";
import type { Files } from "./fileset.ts";
import type { FileTabs } from "./filetabs.ts";
import { notify } from "./notice.ts";
import { bytes } from "./status.ts";
import { programName } from "./traceback.ts";
import { unzip, zip } from "./zip.ts";

export interface Parts {
  files: Files;
  tabs: FileTabs;
  program: { code: string; replace: (code: string) => void };
}

export class FilesPanel {
  readonly #parts: Parts;
  readonly #panel = byId("files-panel");
  readonly #picker = h("input", { type: "file", multiple: true, hidden: true, "aria-label": "Files to upload" });
  #stale = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#picker.addEventListener("change", () => void this.#bring(Array.from(this.#picker.files ?? [], (file) => [file.name, file])));
    for (const place of [this.#panel, byId("editor"), document.body]) this.#dropsAt(place);
    parts.files.onChange(() => (this.#stale ||= requestAnimationFrame(() => this.#list())));
    this.#list();
  }

  /** What is dropped at a place is brought: files, folders, archives. */
  #dropsAt(place: HTMLElement): void {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const mark = (on: boolean) => place !== document.body && place.classList.toggle("over", on);
    const capture = place !== document.body; // there it is for what else would leave the page for the file
    place.addEventListener("dragover", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      mark(true);
    }, capture);
    place.addEventListener("dragleave", () => mark(false));
    place.addEventListener("drop", (event) => {
      mark(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation(); // before the editor takes it for text
      const found = Array.from(event.dataTransfer?.items ?? [], brought); // at once: the list is empty when the event is over
      void Promise.all(found).then((found) => this.#bring(found.flat()));
    }, capture);
  }

  async #bring(given: [name: string, file: File][]): Promise<void> {
    for (const [name, file] of given) {
      try {
        if (!/\.zip$/i.test(name)) await this.#take(name, file.size, async () => new Uint8Array(await file.arrayBuffer()));
        else for (const [path, data] of Object.entries(await unzip(file))) await this.#take(path, data.length, async () => data);
      } catch (error) {
        notify(`${name} was left out: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    this.#picker.value = "";
  }

  async #take(name: string, size: number, read: () => Promise<Uint8Array>): Promise<void> {
    const { files, program } = this.#parts;
    if (name === programName) {
      const code = new TextDecoder().decode(await read()).replaceAll("\r\n", "\n");
      if (code !== program.code && (await ask(`Replace the program in the editor by this ${programName}?`, "Replace it"))) program.replace(code);
      return;
    }
    const refused = files.refusal(name, size);
    if (refused) notify(`${name} was left out: ${refused}.`);
    else if (await this.#mayReplace(name)) files.put(name, await read());
  }

  /** Asks before a file replaces another one of its name. */
  async #mayReplace(name: string): Promise<boolean> {
    return this.#parts.files.get(name) === undefined || ask(`There is a file ${name} already.`, "Replace it");
  }

  #list(): void {
    this.#stale = 0;
    const { files, tabs } = this.#parts;
    const items = files.names.map((name) => this.#item(name, files.get(name) ?? new Uint8Array()));
    const button = (id: string, text: string, act: () => unknown) => h("button", { type: "button", id, click: () => void act() }, text);
    this.#panel.replaceChildren(
      h(
        "div",
        { class: "pad panel" },
        h("h2", {}, "Files of the program"),
        h("p", { class: "hint" }, "A program finds these in its folder and can import them; what it writes appears here. They are kept with the program. Changes made here hold from the next fresh run on."),
        h("div", { class: "files-tools" }, button("file-upload", "Upload", () => this.#picker.click()), button("file-new", "New file", () => tabs.create()), button("file-zip", "Download all", () => this.#downloadAll()), this.#picker),
        items.length ? h("ul", { class: "files-list" }, ...items) : h("p", { class: "hint drop" }, "No files yet. Drop some here, a folder or a .zip, or let a program write one: see the Files example."),
      ),
    );
    byId("files-count").textContent = items.length ? ` ${items.length}` : "";
  }

  #item(name: string, data: Uint8Array): HTMLElement {
    const { files, tabs } = this.#parts;
    const button = (label: string, kind: string, act: () => void) => h("button", { type: "button", class: `quiet small ${kind}`, "aria-label": `${label} ${name}`, click: act }, label);
    const remove = () => {
      files.remove(name);
      notify(`${name} deleted`, { label: "Undo", act: () => void this.#putBack(name, data) });
    };
    return h(
      "li",
      {},
      h("bdi", { class: "name", title: name }, name),
      ...(name.endsWith("/")
        ? [h("span", { class: "size" }, "empty folder")]
        : [
            h("span", { class: "size" }, bytes(data.length)),
            ...(name === programName ? [h("span", { class: "size" }, "not the program in the editor")] : [button("Edit", "", () => tabs.open(name))]),
            button("Download", "", () => download(name.split("/").at(-1) ?? name, data as BlobPart, "application/octet-stream")),
          ]),
      button("Delete", "danger", remove),
    );
  }

  async #putBack(name: string, data: Uint8Array): Promise<void> {
    if (await this.#mayReplace(name)) this.#parts.files.put(name, data);
  }

  async #downloadAll(): Promise<void> {
    const { files, program } = this.#parts;
    const { [programName]: written, ...others } = files.all;
    const all = { ...others, ...(written && { [writtenName]: written }), [programName]: new TextEncoder().encode(program.code) };
    download("program.zip", await zip(all), "application/zip");
  }
}

/** What a file is called in an archive that a program wrote under the name that the program itself has there. */
const writtenName = programName.replace(/(?=\.py$)/, " (written)");

/** The files of something that was dropped: a folder where the browser knows it, or a file. */
async function brought(item: DataTransferItem): Promise<[string, File][]> {
  const entry = item.webkitGetAsEntry();
  const file = item.getAsFile();
  return entry ? walk(entry) : file ? [[file.name, file]] : [];
}

/** The files of what was dropped, by their paths, and its empty folders. */
async function walk(entry: FileSystemEntry, folder = ""): Promise<[string, File][]> {
  const path = folder + entry.name;
  if (entry.isFile) return [[path, await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: [string, File][] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found.length > 0 ? found : [[`${path}/`, new File([], entry.name)]];
    for (const one of some) found.push(...(await walk(one, `${path}/`)));
  }
}
