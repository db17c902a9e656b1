// What a guest's files are: nodes by number, as runtime/internal/wasifs/tree.go has them, within a quota.

import { FileError } from "./errno.ts";

/** A folder that the guest finds in the root, where it can write there; as in runtime/sandbox/files.go. */
export const temporary = "tmp";

export const rootNode = 0;

/** The descriptor of the only folder that is open from the start. Descriptors 0 to 2 do not exist. */
export const rootDescriptor = 3;

/** A file or folder in memory, or the place of a mount. */
export interface Node {
  kind: "file" | "folder" | "mount";
  /** Of a file: size bytes are used. */
  data: Uint8Array;
  size: number;
  /** Of a folder: numbers of nodes by name. */
  children: Map<string, number>;
  /** Of a mount: its index in the configuration. */
  mount: number;
  /** It has no name any more, and lives until the last descriptor on it is closed. */
  removed: boolean;
  /** A folder that leads to a mount: not the guest's to remove. */
  fixed: boolean;
  /** A copy of the tree has the same data: it is to be copied before it is changed. */
  shared: boolean;
}

export interface Quota {
  /** How many bytes files in memory may hold together. */
  maxBytes: number;
  /** How many files and folders there may be; 0 means that nothing can be written. */
  maxFiles: number;
}

export interface TreeState {
  nodes: Map<number, Node>;
  next: number;
  bytes: number;
  files: number;
}

const none = new Uint8Array(0);

export class Tree {
  readonly quota: Quota;
  #nodes = new Map<number, Node>();
  #next = rootNode + 1;
  #bytes = 0;
  #files = 0;

  constructor(quota: Quota) {
    this.quota = quota;
    this.#nodes.set(rootNode, node({ kind: "folder", fixed: true }));
  }

  /** A copy, which sees nothing of what becomes of the tree. */
  state(): TreeState {
    return { nodes: copies(this.#nodes), next: this.#next, bytes: this.#bytes, files: this.#files };
  }

  /** Makes the tree what it was. The state can be used again. */
  restore(state: TreeState): void {
    this.#nodes = copies(state.nodes);
    this.#next = state.next;
    this.#bytes = state.bytes;
    this.#files = state.files;
  }

  node(number: number): Node {
    const found = this.#nodes.get(number);
    if (!found) throw new FileError("io");
    return found;
  }

  /** Puts a mount in the place of the root. */
  mountRoot(mount: number): void {
    this.#nodes.set(rootNode, node({ kind: "mount", mount, fixed: true }));
  }

  /** Adds a node to a folder. The caller has seen that the name is free. */
  create(parent: number, name: string, fields: Partial<Node>): number {
    if (this.#files >= this.quota.maxFiles) throw new FileError("nospc");
    this.#files++;
    return this.link(parent, name, fields);
  }

  /** Adds a node to a folder, beyond any quota. */
  link(parent: number, name: string, fields: Partial<Node>): number {
    const number = this.#next++;
    this.#nodes.set(number, node(fields));
    this.node(parent).children.set(name, number);
    return number;
  }

  /** Forgets a node that has neither name nor descriptor. */
  release(number: number, isOpen: boolean): void {
    const n = this.node(number);
    if (!n.removed || isOpen) return;
    this.#bytes -= n.size;
    this.#files--;
    this.#nodes.delete(number);
  }

  /** Changes a file's length, if the quota allows. */
  resize(number: number, size: number): void {
    const n = this.node(number);
    if (size - n.size > this.quota.maxBytes - this.#bytes) throw new FileError("nospc");
    if (size < n.size) {
      n.data = n.data.slice(0, size);
      n.shared = false;
    } else if (size > n.data.length) {
      const data = new Uint8Array(Math.max(size, Math.min(2 * n.data.length, this.quota.maxBytes)));
      data.set(n.data.subarray(0, n.size));
      n.data = data;
      n.shared = false;
    }
    this.#bytes += size - n.size;
    n.size = size;
  }

  /** The bytes of a file, to be changed. */
  writable(number: number): Uint8Array {
    const n = this.node(number);
    if (n.shared) {
      n.data = n.data.slice();
      n.shared = false;
    }
    return n.data;
  }
}

function node(fields: Partial<Node>): Node {
  return { kind: "file", data: none, size: 0, children: new Map(), mount: 0, removed: false, fixed: false, shared: false, ...fields };
}

/** Copies nodes but not what files hold: that is copied when it is changed. */
function copies(nodes: Map<number, Node>): Map<number, Node> {
  return new Map(
    Array.from(nodes, ([number, n]) => {
      n.shared = true;
      return [number, { ...n, children: new Map(n.children) }];
    }),
  );
}
