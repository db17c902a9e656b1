// Folders of the page that a guest may read. As runtime/internal/wasifs/mount.go, but for symbolic links: there are none.

import { encodeText } from "../text.ts";
import type { Mount } from "../types.ts";
import { FileError } from "./errno.ts";

export const maxNameBytes = 255;

/** What is in a folder of a mount, by name; a file is its bytes. */
export type MountedFolder = Map<string, MountedFolder | Uint8Array>;

/** Puts the files of a mount, whose names are slash-separated paths (of a folder if they end with a slash), into folders. Throws a TypeError on a name that cannot be. */
export function mountedFolder(mount: Mount): MountedFolder {
  const root: MountedFolder = new Map();
  const usable = mount.writable ? guestName : portableName;
  for (const [name, content] of Object.entries(mount.files)) {
    const data = typeof content === "string" ? encodeText(content) : content;
    const parts = name.split("/");
    const last = parts.pop() ?? "";
    let folder = root;
    for (const part of parts) folder = below(folder, part, name, usable);
    if (last === "" && data.length === 0) continue; // a folder
    if (!usable(last) || folder.has(last)) throw unusable(name);
    folder.set(last, data);
  }
  return root;
}

function below(folder: MountedFolder, name: string, path: string, usable: (name: string) => boolean): MountedFolder {
  let next = folder.get(name);
  if (next === undefined) folder.set(name, (next = new Map()));
  if (!usable(name) || next instanceof Uint8Array) throw unusable(path);
  return next;
}

const unusable = (path: string) =>
  new TypeError(`${JSON.stringify(path)} cannot be mounted: expected a relative path such as "lib/mod.py" of names that every system allows, each once`);

/** Finds what a path inside the mount leads to. */
export function lookup(root: MountedFolder, path: string, name: string): MountedFolder | Uint8Array {
  const found = folderAt(root, path).get(name);
  if (found === undefined) throw new FileError("noent");
  return found;
}

/** The folder at a path that find has walked. */
export function folderAt(root: MountedFolder, path: string): MountedFolder {
  let at: MountedFolder | Uint8Array | undefined = root;
  for (const part of path === "." ? [] : path.split("/")) at = at instanceof Map ? at.get(part) : undefined;
  if (!(at instanceof Map)) throw new FileError("noent");
  return at;
}

/** Tells whether a guest may give a file the name. A copy is in memory: what a guest wrote can come back in another session. */
export function guestName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && encodeText(name).length <= maxNameBytes && !/[\p{Surrogate}\x00/]/u.test(name);
}

/**
 * Tells whether a name means the same on every host: on Windows some names are devices, in any folder and with any
 * extension, and some characters begin something else.
 */
function portableName(name: string): boolean {
  if (name === "" || encodeText(name).length > maxNameBytes || /[. ]$/.test(name) || /[\p{Surrogate}\x00-\x1f<>:"/\\|?*]/u.test(name)) return false;
  const base = name.toUpperCase().split(".")[0]?.trimEnd() ?? "";
  return !/^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])$/.test(base);
}
