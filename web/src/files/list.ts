// What a guest wrote, for the page to have.

import { rootNode, temporary, type TreeState } from "./tree.ts";

/**
 * The files of a tree, by their paths without the leading slash, and folders with nothing in them, whose paths end with one. Mounts that can only be
 * read are not among them, nor is /tmp while it is empty: each session has it.
 */
export function filesOf(tree: TreeState): Record<string, Uint8Array> {
  const found: Record<string, Uint8Array> = {};
  const visit = (number: number, path: string) => {
    const node = tree.nodes.get(number);
    if (node?.kind === "file") found[path] = node.data.slice(0, node.size);
    if (node?.kind === "folder" && node.children.size === 0 && path !== "" && path !== temporary) found[`${path}/`] = new Uint8Array();
    if (node?.kind === "folder") for (const [name, child] of node.children) visit(child, path === "" ? name : `${path}/${name}`);
  };
  visit(rootNode, "");
  return found;
}
