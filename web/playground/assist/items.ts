// What the assistant's programs in Python give.

import { Tuple, type Value } from "../../src/index.ts";

export type Kind = "class" | "module" | "function" | "property" | "value" | "scope";

/** The items of a tuple or a list; none of anything else. */
export function items(value: Value): readonly Value[] {
  return value instanceof Tuple ? (value.items as readonly Value[]) : Array.isArray(value) ? value : [];
}
