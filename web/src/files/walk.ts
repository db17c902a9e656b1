// Paths, as runtime/internal/wasifs/walk.go follows them.

import { encodeText } from "../text.ts";
import { FileError } from "./errno.ts";
import { type MountedFolder, lookup, maxNameBytes } from "./mount.ts";
import type { Tree } from "./tree.ts";

export const maxPathBytes = 4096;

/** Where a file or folder is: a node, or, where that is a mount, a path in the mount. */
export interface Place {
  node: number;
  /** Path in the mount; "" for a node of the tree. */
  sub: string;
}

/** What a path leads to. */
export interface Found extends Place {
  exists: boolean;
  folder: boolean;
  /** Of a file in a mount. */
  data?: Uint8Array;
  /** The folder it is in, or would be in. */
  parent: Place;
  /** Its name there; "" for the folder that the path begins at, or one that ".." or "." names. */
  name: string;
  /** The path says that it is a folder. */
  slash: boolean;
}

const nowhere: Place = { node: 0, sub: "" };

export class Walker {
  readonly #tree: Tree;
  readonly #mounts: readonly MountedFolder[];
  readonly #floor: Place;
  readonly #nodes: number[];
  #at: Found;

  constructor(tree: Tree, mounts: readonly MountedFolder[], start: Place) {
    this.#tree = tree;
    this.#mounts = mounts;
    this.#floor = start;
    this.#nodes = [start.node];
    this.#at = { ...folderHere(start), parent: nowhere, name: "" };
  }

  /** Follows a path. Only its last name may be missing. Nothing leads above where it begins. */
  find(path: string): Found {
    if (path === "") throw new FileError("noent");
    if (path.includes("\0")) throw new FileError("inval");
    if (path.startsWith("/")) throw new FileError("notcapable");
    for (const part of path.split("/")) this.#step(part);
    const slash = path.endsWith("/");
    if (slash && this.#at.exists && !this.#at.folder) throw new FileError("notdir");
    return { ...this.#at, slash };
  }

  #step(part: string): void {
    if (part === "") return; // a slash at the end, or two in a row
    if (!this.#at.exists) throw new FileError("noent");
    if (!this.#at.folder) throw new FileError("notdir");
    if (part === ".") {
      this.#at = { ...this.#at, name: "" };
    } else if (part === "..") {
      this.#up();
    } else {
      if (encodeText(part).length > maxNameBytes) throw new FileError("nametoolong");
      this.#down(part);
    }
  }

  #up(): void {
    const { node, sub } = this.#at;
    if (node === this.#floor.node && sub === this.#floor.sub) throw new FileError("notcapable");
    if (sub !== "" && sub !== ".") {
      const cut = sub.lastIndexOf("/");
      this.#at = { ...folderHere({ node, sub: cut < 0 ? "." : sub.slice(0, cut) }), parent: nowhere, name: "" };
      return;
    }
    if (this.#nodes.length === 1) throw new FileError("notcapable");
    this.#nodes.pop();
    this.#at = { ...this.#node(this.#nodes.at(-1) ?? 0), parent: nowhere, name: "" };
  }

  #down(name: string): void {
    const parent: Place = { node: this.#at.node, sub: this.#at.sub };
    if (parent.sub !== "") {
      this.#at = { ...this.#inMount(parent, name), parent, name };
      return;
    }
    const number = this.#tree.node(parent.node).children.get(name);
    if (number === undefined) {
      this.#at = { ...missing, parent, name };
      return;
    }
    this.#nodes.push(number);
    this.#at = { ...this.#node(number), parent, name };
  }

  /** Describes a node of the tree, or the root of the mount that is there. */
  #node(node: number): Omit<Found, "parent" | "name"> {
    const { kind } = this.#tree.node(node);
    return { node, sub: kind === "mount" ? "." : "", exists: true, folder: kind !== "file", slash: false };
  }

  #inMount(parent: Place, name: string): Omit<Found, "parent" | "name"> {
    const root = this.#mounts[this.#tree.node(parent.node).mount] ?? new Map();
    try {
      const found = lookup(root, parent.sub, name);
      const place = { node: parent.node, sub: parent.sub === "." ? name : `${parent.sub}/${name}` };
      if (found instanceof Map) return folderHere(place);
      return { ...place, exists: true, folder: false, slash: false, data: found };
    } catch (error) {
      if (error instanceof FileError) return missing;
      throw error;
    }
  }
}

const missing = { ...nowhere, exists: false, folder: false, slash: false };

function folderHere(place: Place): Omit<Found, "parent" | "name"> {
  return { ...place, exists: true, folder: true, slash: false };
}
