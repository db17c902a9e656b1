// Looks at what the last run left in its session.

import type { Outcome } from "../../src/index.ts";
import code from "./glance.py";
import { type Kind, items } from "./items.ts";

/** A value of the session, as glance.py tells. */
export interface Glance {
  /** The types that are not the program's. */
  types: readonly string[];
  kind: Kind;
  names: readonly { name: string; kind: string }[];
  text: string;
}

/** Runs a program in the session of the last run, and nothing of it is shown; undefined where there is none, or it runs. */
export type Aside = (code: string) => Promise<Outcome | undefined>;

/** Asks the session of the last run for a value. */
export function glancing(aside: Aside): (names: readonly string[]) => Promise<Glance | undefined> {
  const program = JSON.stringify(code);
  return async (names) => {
    const outcome = await aside(`(lambda b, g: (b.exec(${program}, g), g["glance"](${JSON.stringify(names)}))[1])(__import__("builtins"), {})`).catch(() => undefined); // a session that is lost
    if (outcome?.kind !== "completed") return undefined;
    const [types, kind, found, text] = items(outcome.value);
    if (typeof kind !== "string") return undefined;
    const pairs = items(found ?? null).map((pair) => items(pair).map(String));
    return { types: items(types ?? null).map(String), kind: kind as Kind, names: pairs.map(([name = "", kind = ""]) => ({ name, kind })), text: String(text) } satisfies Glance;
  };
}

