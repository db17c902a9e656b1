// A guest's files as a value that can be stored: what runtime/internal/wasifs has as State.

import { ValueError } from "../errors.ts";
import { encodeText } from "../text.ts";
import type { Value } from "../values.ts";
import type { Descriptor, FilesState, MountedFiles } from "./files.ts";
import { type Node, type Quota, rootDescriptor, rootNode } from "./tree.ts";

const kinds = ["file", "folder", "mount"] as const;
type Fields = ReadonlyMap<Value, Value>;

/** The state as a map for CBOR. mounts are those of the configuration. */
export function filesToValue(state: FilesState, mounts: readonly MountedFiles[]): { [key: string]: Value } {
  const numbers = [...state.tree.nodes.keys()].sort((a, b) => a - b);
  return {
    mounts: paths(mounts),
    nodes: numbers.map((number) => nodeToValue(number, state.tree.nodes.get(number) as Node)),
    next: state.tree.next,
    descriptors: state.descriptors.flatMap((d, number) => (d ? [descriptorToValue(number, d)] : [])),
  };
}

function paths(mounts: readonly MountedFiles[]): string[] {
  return mounts.filter((mount) => !mount.writable).map((mount) => mount.path);
}

function nodeToValue(number: number, node: Node): Value {
  const { kind, data, size, children, mount, removed, fixed } = node;
  return { number, kind: kinds.indexOf(kind), data: data.subarray(0, size), children: sortedMap(children), mount, removed, fixed };
}

/** In the order of deterministic CBOR: shorter names first, then by their bytes. */
function sortedMap(children: ReadonlyMap<string, number>): Map<Value, Value> {
  const entries = [...children].map(([name, number]) => ({ name, number, bytes: encodeText(name) }));
  entries.sort((a, b) => a.bytes.length - b.bytes.length || compare(a.bytes, b.bytes));
  return new Map(entries.map(({ name, number }) => [name, number]));
}

function compare(a: Uint8Array, b: Uint8Array): number {
  const i = a.findIndex((byte, i) => byte !== b[i]);
  return i < 0 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
}

function descriptorToValue(number: number, d: Descriptor): Value {
  const { node, sub, folder, offset, read, write, append } = d;
  return { number, node, sub, folder, offset, read, write, append, listing: d.listing.map(({ name, folder }) => ({ name, folder })) };
}

/** Reads what filesToValue or Go wrote. Throws a ValueError on what is no state, or does not fit the configuration. */
export function filesFromValue(value: Value | undefined, mounts: readonly MountedFiles[], quota: Quota): FilesState {
  const fields = asMap(value);
  if (JSON.stringify(asList(fields.get("mounts"))) !== JSON.stringify(paths(mounts))) throw wrong(`its mounts are others than ${JSON.stringify(paths(mounts))}`);
  const next = asNumber(fields.get("next"));
  const nodes = new Map<number, Node>();
  for (const item of asList(fields.get("nodes"))) addNode(nodes, asMap(item), next, paths(mounts).length);
  checkTree(nodes);
  const descriptors: (Descriptor | undefined)[] = [];
  for (const item of asList(fields.get("descriptors"))) addDescriptor(descriptors, nodes, asMap(item));
  if (!descriptors[rootDescriptor]) throw wrong("its root is not open");
  checkOpen(nodes, descriptors);
  const counted = [...nodes.values()].filter((node) => !node.fixed && node.kind !== "mount");
  const bytes = counted.reduce((sum, node) => sum + node.size, 0);
  if (counted.length > quota.maxFiles || bytes > quota.maxBytes) {
    throw wrong(`it has ${counted.length} files with ${bytes} bytes; there may be ${quota.maxFiles} with ${quota.maxBytes} (options filesLimit, filesLimitBytes)`);
  }
  return { tree: { nodes, next, bytes, files: counted.length }, descriptors };
}

function addNode(nodes: Map<number, Node>, fields: Fields, next: number, mounts: number): void {
  const number = asNumber(fields.get("number"));
  const kind = kinds[asNumber(fields.get("kind"))];
  const data = fields.get("data") ?? new Uint8Array(0);
  const children = new Map([...asMap(fields.get("children") ?? new Map())].map(([name, child]) => [asText(name), asNumber(child)]));
  const mount = asNumber(fields.get("mount"));
  const [removed, fixed] = [asBoolean(fields.get("removed")), asBoolean(fields.get("fixed"))];
  if (nodes.has(number) || number >= next || kind === undefined || !(data instanceof Uint8Array)) throw wrong(`node ${number} cannot be`);
  if ((kind !== "file" && data.length > 0) || (kind !== "folder" && children.size > 0) || mount >= Math.max(mounts, 1)) throw wrong(`node ${number} holds what its kind does not`);
  if ((fixed && (removed || kind === "file")) || (kind === "mount" && removed) || (number === rootNode && !fixed)) throw wrong(`node ${number} is fixed or removed and must not be`);
  nodes.set(number, { kind, data, size: data.length, children, mount, removed, fixed, shared: true });
}

/** Every node has one name, or none and was removed. */
function checkTree(nodes: Map<number, Node>): void {
  const seen = new Set<number>();
  const pending = [rootNode, ...[...nodes].filter(([, node]) => node.removed).map(([number]) => number)];
  for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
    const node = nodes.get(number);
    if (!node || seen.has(number)) throw wrong(`node ${number} is not there, or twice`);
    seen.add(number);
    for (const [name, child] of node.children) {
      if (name === "" || name === "." || name === ".." || /[/\0]/.test(name)) throw wrong(`${JSON.stringify(name)} is no name`);
      pending.push(child);
    }
  }
  if (seen.size !== nodes.size) throw wrong("some nodes have no name");
}

function addDescriptor(descriptors: (Descriptor | undefined)[], nodes: Map<number, Node>, fields: Fields): void {
  const number = asNumber(fields.get("number"));
  const [node, sub, offset] = [asNumber(fields.get("node")), asText(fields.get("sub")), BigInt(asInt(fields.get("offset")))];
  const flag = (name: string) => asBoolean(fields.get(name));
  const listing = asList(fields.get("listing") ?? []).map((item) => ({ name: asText(asMap(item).get("name")), folder: asBoolean(asMap(item).get("folder")) }));
  const opened = nodes.get(node);
  if (number < rootDescriptor || number > rootDescriptor + 128 || descriptors[number] || !opened || offset < 0n) throw wrong(`descriptor ${number} cannot be`);
  if ((opened.kind === "mount") !== (sub !== "") || (sub === "" && flag("folder") !== (opened.kind === "folder"))) throw wrong(`descriptor ${number} is of another kind than what it has open`);
  if (flag("write") && (flag("folder") || sub !== "")) throw wrong(`descriptor ${number} cannot be written to`);
  descriptors[number] = { node, sub, folder: flag("folder"), offset, read: flag("read"), write: flag("write"), append: flag("append"), listing };
}

function checkOpen(nodes: Map<number, Node>, descriptors: readonly (Descriptor | undefined)[]): void {
  for (const [number, node] of nodes) {
    if (node.removed && (node.children.size > 0 || !descriptors.some((d) => d?.node === number))) throw wrong(`node ${number} was removed, but is full or not open`);
  }
}

function wrong(why: string): ValueError {
  return new ValueError(`its files: ${why}`);
}

export function asMap(value: Value | undefined): Fields {
  if (!(value instanceof Map)) throw new ValueError("it has no map where one is expected");
  return value;
}

export function asList(value: Value | undefined): readonly Value[] {
  if (value === null) return [];
  if (!Array.isArray(value)) throw new ValueError("it has no list where one is expected");
  return value;
}

function asText(value: Value | undefined): string {
  if (typeof value !== "string") throw new ValueError("it has no text where some is expected");
  return value;
}

export function asInt(value: Value | undefined): number | bigint {
  if (typeof value !== "number" && typeof value !== "bigint") throw new ValueError("it has no number where one is expected");
  return value;
}

/** A number that counts something. */
export function asNumber(value: Value | undefined): number {
  if (typeof value !== "number" || value < 0) throw new ValueError("it has no count where one is expected");
  return value;
}

function asBoolean(value: Value | undefined): boolean {
  if (typeof value !== "boolean") throw new ValueError("it has no truth value where one is expected");
  return value;
}
