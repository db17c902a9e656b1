// What the assistant's programs in Python give.

import type { Value } from "../../src/index.ts";

export type Kind = "class" | "module" | "function" | "property" | "value" | "scope";

/** The items of a tuple or a list; none of anything else. A tuple may be of another copy of the library: lib/rich.js has its own. */
export function items(value: Value): readonly Value[] {
  const found = Array.isArray(value) ? value : (value as { items?: unknown } | null)?.items;
  return Array.isArray(found) ? found : [];
}
