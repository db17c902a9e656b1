// The files of the program: those that it finds in its folder, and those that it wrote.

import { type FileSet, equal, usablePath } from "./shelf/record.ts";
import { bytes } from "./status.ts";

/** What a session has room for: bytes in all files together, and files with their folders. main.ts and the library go by it. */
export const maxBytes = 16 << 20;
const maxFiles = 1024;

/** How files came to be others: another program is open, a run has ended, the user did it, or types. */
export type Cause = "opened" | "run" | "user" | "typing";

export class Files {
  #files = new Map<string, Uint8Array>();
  #version = 0;
  /** What was changed since the session began, which does not see it; null is a file deleted. */
  readonly #changes = new Map<string, Uint8Array | null>();
  readonly #hear: ((cause: Cause) => void)[] = [];

  /** Has a function hear of changes. */
  onChange(hear: (cause: Cause) => void): void {
    this.#hear.push(hear);
  }

  #tell(cause: Cause): void {
    this.#version++;
    for (const hear of this.#hear) hear(cause);
  }

  /** What a new session is given. */
  get all(): FileSet {
    return Object.fromEntries(this.#files);
  }

  /** Changes whenever the files do. */
  get version(): number {
    return this.#version;
  }

  get names(): string[] {
    return [...this.#files.keys()];
  }

  get(name: string): Uint8Array | undefined {
    return this.#files.get(name);
  }

  /** Takes over those of another program. */
  open(files: FileSet): void {
    this.#files = sorted(Object.entries(files));
    this.#changes.clear();
    this.#tell("opened");
  }

  /** Takes over what another tab made of the same files. A run that is under way here does not know of it. */
  follow(files: FileSet): void {
    const now = sorted(Object.entries(files));
    const changed = [...new Set([...this.#files.keys(), ...now.keys()])].filter((name) => !equal(now.get(name), this.#files.get(name)));
    if (changed.length === 0) return;
    for (const name of changed) this.#changes.set(name, now.get(name) ?? null);
    this.#files = now;
    this.#tell("run");
  }

  /** A session begins with the files as they are. */
  begin(): void {
    this.#changes.clear();
  }

  /** Takes over what a session has after a run, but for what was changed here meanwhile. */
  show(files: FileSet): void {
    const now = new Map(Object.entries(files));
    for (const [name, data] of this.#changes) {
      if (data) now.set(name, data);
      else now.delete(name);
    }
    if (now.size === this.#files.size && [...now].every(([name, data]) => equal(data, this.#files.get(name)))) return;
    this.#files = sorted(now);
    this.#tell("run");
  }

  put(name: string, data: Uint8Array, cause: Cause = "user"): void {
    const fresh = !this.#files.has(name);
    for (let at = name.indexOf("/"); at > 0 && at < name.length - 1; at = name.indexOf("/", at + 1)) this.#files.delete(name.slice(0, at + 1)); // a folder that is empty no more
    this.#files.set(name, data);
    if (fresh) this.#files = sorted(this.#files);
    this.#changes.set(name, data);
    this.#tell(cause);
  }

  remove(name: string): void {
    this.#files.delete(name);
    this.#changes.set(name, null);
    this.#tell("user");
  }

  /** Why there can be no file of that name and size, if so; former is what it replaces. */
  refusal(name: string, size: number, former = name): string | undefined {
    if (!usablePath(name)) return "its name must not be empty, longer than 255 bytes, or have a .. or a slash at its begin or end";
    const others = [...this.#files].filter(([other]) => other !== name && other !== former);
    if (others.some(([other]) => other.startsWith(`${name}/`) || name.startsWith(`${other}/`))) return "a file would be a folder too";
    const total = others.reduce((sum, [, data]) => sum + data.length, size);
    if (total > maxBytes) return `all files together may have ${bytes(maxBytes)}, and this would make them ${bytes(total)}`;
    const folders = new Set([...others.map(([other]) => other), name].flatMap((path) => path.replace(/\/$/, "").split("/").map((_, i, parts) => parts.slice(0, i + 1).join("/"))));
    return folders.size > maxFiles ? `there may be ${maxFiles} files and folders` : undefined;
  }
}

function sorted(files: Iterable<[string, Uint8Array]>): Map<string, Uint8Array> {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
