// A guest's files and descriptors: what runtime/internal/wasifs is in Go. Its README says what each call answers.

import { OptionError } from "../errors.ts";
import { encodeText } from "../text.ts";
import { type ErrnoName, FileError } from "./errno.ts";
import { type MountedFolder, folderAt } from "./mount.ts";
import { type Node, type Quota, Tree, type TreeState, rootDescriptor, rootNode, temporary } from "./tree.ts";
import { type Found, type Place, Walker } from "./walk.ts";

const maxDescriptors = 128;
const maxListingBytes = 16 << 20;
const entryBytes = 24;
const maxOffset = (1n << 63n) - 1n;

export interface MountedFiles {
  /** Absolute and clean. */
  path: string;
  folder: MountedFolder;
  /** The guest gets a copy that it may change. */
  writable: boolean;
}

export interface Entry {
  name: string;
  folder: boolean;
}

/** An open file or folder. */
export interface Descriptor extends Place {
  folder: boolean;
  offset: bigint;
  read: boolean;
  write: boolean;
  append: boolean;
  /** What the folder held when its reading began. */
  listing: Entry[];
}

export interface FilesState {
  tree: TreeState;
  descriptors: (Descriptor | undefined)[];
}

export interface OpenFlags {
  create: boolean;
  exclusive: boolean;
  truncate: boolean;
  folder: boolean;
  read: boolean;
  write: boolean;
  append: boolean;
}

/** Every call throws a FileError where it cannot be answered. */
export class Files {
  readonly #tree: Tree;
  readonly #mounts: readonly MountedFolder[];
  #open: (Descriptor | undefined)[] = [];

  constructor(mounts: readonly MountedFiles[], quota: Quota) {
    this.#tree = new Tree(quota);
    const read = mounts.filter((m) => !m.writable); // the others are in memory once they are copied
    this.#mounts = read.map((m) => m.folder);
    const root = { node: rootNode, sub: "", folder: true, offset: 0n, read: false, write: false, append: false, listing: [] };
    this.#open[rootDescriptor] = root;
    for (const m of mounts) this.#mount(m, read.indexOf(m));
    const { kind, children } = this.#tree.node(rootNode);
    if (kind === "mount") root.sub = ".";
    else if (quota.maxFiles > 0 && !children.has(temporary)) this.#tree.link(rootNode, temporary, { kind: "folder", fixed: true });
  }

  state(): FilesState {
    return { tree: this.#tree.state(), descriptors: this.#open.map((d) => d && { ...d }) };
  }

  restore(state: FilesState): void {
    this.#tree.restore(state.tree);
    this.#open = state.descriptors.map((d) => d && { ...d });
  }

  #mount(m: MountedFiles, index: number): void {
    const names = m.path.split("/").filter((name) => name !== "");
    if (names.length === 0 && !m.writable) return this.#tree.mountRoot(index);
    let parent = rootNode;
    names.forEach((name, i) => {
      const number = this.#tree.node(parent).children.get(name);
      if (i === names.length - 1 && !m.writable) this.#tree.link(parent, name, { kind: "mount", mount: index });
      else parent = number ?? this.#tree.link(parent, name, { kind: "folder", fixed: true });
    });
    if (m.writable) this.#copyWhole(m, parent);
  }

  #copyWhole(m: MountedFiles, to: number): void {
    try {
      this.#copy(m.folder, to);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const { maxBytes, maxFiles } = this.#tree.quota;
      throw new OptionError(`the files at ${m.path} are too many or too large: a guest has room for ${maxBytes} bytes in ${maxFiles} files and folders (filesLimitBytes, filesLimit)`);
    }
  }

  #copy(folder: MountedFolder, to: number): void {
    for (const [name, content] of Array.from(folder).sort(([a], [b]) => compareNames(a, b))) {
      if (content instanceof Map) {
        this.#copy(content, this.#tree.create(to, name, { kind: "folder" }));
      } else {
        const number = this.#tree.create(to, name, {});
        this.#tree.resize(number, content.length);
        this.#tree.writable(number).set(content);
      }
    }
  }

  #descriptor(fd: number): Descriptor {
    const found = this.#open[fd];
    if (!found) throw new FileError("badf");
    return found;
  }

  #file(fd: number, right?: "read" | "write"): Descriptor {
    const d = this.#descriptor(fd);
    if (d.folder) throw new FileError("isdir");
    if (right && !d[right]) throw new FileError("badf");
    return d;
  }

  #find(fd: number, path: string): Found {
    const d = this.#descriptor(fd);
    if (!d.folder) throw new FileError("notdir");
    return new Walker(this.#tree, this.#mounts, { node: d.node, sub: d.sub }).find(path);
  }

  describe(fd: number): Readonly<Pick<Descriptor, "folder" | "read" | "write" | "append">> {
    return this.#descriptor(fd);
  }

  /** Opens a file or folder and returns the lowest descriptor that is free. */
  open(dir: number, path: string, flags: OpenFlags): number {
    let fd = rootDescriptor + 1;
    while (this.#open[fd]) fd++;
    if (fd > rootDescriptor + maxDescriptors) throw new FileError("mfile");
    const at = this.#find(dir, path);
    const place: Place = at.exists ? this.#openExisting(at, flags) : { node: this.#openNew(at, flags), sub: "" };
    const { read, write, append } = flags;
    this.#open[fd] = { node: place.node, sub: place.sub, folder: at.folder, offset: 0n, read, write, append, listing: [] };
    return fd;
  }

  #openNew(at: Found, flags: OpenFlags): number {
    if (!flags.create) throw new FileError("noent");
    if (flags.folder || at.slash) throw new FileError("isdir");
    this.#checkWritable(at.parent);
    return this.#tree.create(at.parent.node, at.name, {});
  }

  #openExisting(at: Found, flags: OpenFlags): Place {
    if (flags.create && flags.exclusive) throw new FileError("exist");
    if (flags.folder && !at.folder) throw new FileError("notdir");
    if (at.folder) {
      if (!flags.folder || flags.write || flags.create || flags.truncate) throw new FileError("isdir");
    } else if ((flags.write || flags.truncate) && at.sub !== "") {
      throw new FileError("rofs");
    } else if (flags.truncate) {
      this.#tree.resize(at.node, 0);
    }
    return at;
  }

  #checkWritable(folder: Place): void {
    if (folder.sub !== "" || this.#tree.quota.maxFiles === 0) throw new FileError("rofs");
    if (this.#tree.node(folder.node).removed) throw new FileError("noent");
  }

  close(fd: number): void {
    const d = this.#descriptor(fd);
    if (fd === rootDescriptor) throw new FileError("busy");
    this.#open[fd] = undefined;
    this.#release(d.node);
  }

  #release(number: number): void {
    this.#tree.release(number, this.#open.some((d) => d?.node === number));
  }

  sync(fd: number): void {
    this.#descriptor(fd);
  }

  /** What the file holds. */
  #data(d: Descriptor): Uint8Array {
    const node = this.#tree.node(d.node);
    if (d.sub === "") return node.data.subarray(0, node.size);
    const cut = d.sub.lastIndexOf("/");
    const folder = folderAt(this.#mountAt(node), cut < 0 ? "." : d.sub.slice(0, cut));
    const data = folder.get(d.sub.slice(cut + 1));
    if (!(data instanceof Uint8Array)) throw new FileError("noent");
    return data;
  }

  #mountAt(node: Node): MountedFolder {
    return this.#mounts[node.mount] ?? new Map();
  }

  /** Reads at the offset. Nothing is the end of the file. */
  read(fd: number, into: Uint8Array): number {
    const d = this.#file(fd, "read");
    const data = this.#data(d);
    if (d.offset >= BigInt(data.length)) return 0;
    const part = data.subarray(Number(d.offset), Number(d.offset) + into.length);
    into.set(part);
    d.offset += BigInt(part.length);
    return part.length;
  }

  /** Writes at the offset: all, or nothing where the quota does not allow it. */
  write(fd: number, data: Uint8Array): number {
    const d = this.#file(fd, "write");
    if (data.length === 0) return 0;
    const { size } = this.#tree.node(d.node);
    if (d.append) d.offset = BigInt(size);
    if (d.offset > maxOffset - BigInt(data.length)) throw new FileError("fbig");
    const end = d.offset + BigInt(data.length);
    if (end > BigInt(Number.MAX_SAFE_INTEGER)) throw new FileError("nospc");
    if (end > BigInt(size)) this.#tree.resize(d.node, Number(end));
    this.#tree.writable(d.node).set(data, Number(d.offset));
    d.offset = end;
    return data.length;
  }

  seek(fd: number, offset: bigint, whence: number): bigint {
    const d = this.#file(fd);
    const base = [() => 0n, () => d.offset, () => BigInt(this.#data(d).length)][whence];
    if (!base) throw new FileError("inval");
    const to = base() + offset;
    if (to < 0n || to > maxOffset) throw new FileError("inval");
    d.offset = to;
    return to;
  }

  stat(dir: number, path: string): { folder: boolean; size: number } {
    const at = this.#find(dir, path);
    if (!at.exists) throw new FileError("noent");
    return { folder: at.folder, size: at.folder ? 0 : (at.data?.length ?? this.#tree.node(at.node).size) };
  }

  /** The entries from the one with number cookie on. Cookie 0 begins anew. */
  readFolder(fd: number, cookie: bigint): Entry[] {
    const d = this.#descriptor(fd);
    if (!d.folder) throw new FileError("notdir");
    if (cookie === 0n) {
      d.listing = [];
      const listing = this.#list(d);
      const taken = this.#open.reduce((sum, other) => sum + listingBytes(other?.listing ?? []), listingBytes(listing));
      if (taken > maxListingBytes) throw new FileError("nomem");
      d.listing = listing;
    }
    if (cookie > BigInt(d.listing.length)) throw new FileError("inval");
    return d.listing.slice(Number(cookie));
  }

  #list(place: Place): Entry[] {
    const node = this.#tree.node(place.node);
    const entries =
      place.sub === ""
        ? Array.from(node.children, ([name, number]) => ({ name, folder: this.#tree.node(number).kind !== "file" }))
        : Array.from(folderAt(this.#mountAt(node), place.sub), ([name, content]) => ({ name, folder: content instanceof Map }));
    return entries.sort((a, b) => compareNames(a.name, b.name));
  }

  makeFolder(dir: number, path: string): void {
    const at = this.#find(dir, path);
    if (at.exists) throw new FileError("exist");
    this.#checkWritable(at.parent);
    this.#tree.create(at.parent.node, at.name, { kind: "folder" });
  }

  remove(dir: number, path: string): void {
    const at = this.#findToRemove(dir, path);
    if (at.folder) throw new FileError("isdir");
    this.#unlink(at);
  }

  removeFolder(dir: number, path: string): void {
    const at = this.#findToRemove(dir, path);
    if (!at.folder) throw new FileError("notdir");
    if (this.#tree.node(at.node).children.size > 0) throw new FileError("notempty");
    this.#unlink(at);
  }

  #unlink(at: Found): void {
    this.#tree.node(at.parent.node).children.delete(at.name);
    this.#tree.node(at.node).removed = true;
    this.#release(at.node);
  }

  /** Finds what may lose its name. */
  #findToRemove(dir: number, path: string, inMount: ErrnoName = "rofs"): Found {
    const at = this.#find(dir, path);
    if (!at.exists) throw new FileError("noent");
    if (at.sub !== "" && at.sub !== ".") throw new FileError(inMount);
    if (at.sub === "." || this.#tree.node(at.node).fixed) throw new FileError("busy");
    if (at.name === "") throw new FileError("inval");
    return at;
  }

  /** Gives a file or folder another name. What has that name is replaced: a file by a file, an empty folder by a folder. */
  rename(oldDir: number, oldPath: string, newDir: number, newPath: string): void {
    const from = this.#findToRemove(oldDir, oldPath);
    const to = this.#find(newDir, newPath);
    if (to.exists) this.#findToRemove(newDir, newPath, "xdev");
    else if (to.parent.sub !== "") throw new FileError("xdev");
    if (to.exists && to.node === from.node) return;
    if (!from.folder && to.folder) throw new FileError("isdir");
    if ((!from.folder && to.slash) || (to.exists && from.folder && !to.folder)) throw new FileError("notdir");
    if (from.folder && this.#within(to.parent.node, from.node)) throw new FileError("inval");
    if (to.folder && this.#tree.node(to.node).children.size > 0) throw new FileError("notempty");
    this.#checkWritable(to.parent);
    if (to.exists) this.#unlink(to);
    this.#tree.node(from.parent.node).children.delete(from.name);
    this.#tree.node(to.parent.node).children.set(to.name, from.node);
  }

  /** Tells whether a folder is another, or below it. */
  #within(number: number, top: number): boolean {
    return number === top || Array.from(this.#tree.node(top).children.values()).some((child) => this.#within(number, child));
  }
}

function listingBytes(listing: readonly Entry[]): number {
  return listing.reduce((sum, entry) => sum + encodeText(entry.name).length + entryBytes, 0);
}

/** By the bytes of the names. */
function compareNames(a: string, b: string): number {
  const [left, right] = [encodeText(a), encodeText(b)];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
