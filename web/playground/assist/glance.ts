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

/** A line of a traceback, and the dotted names in it. */
export type Place = [file: string, line: number, name: string, names: string[]];

const asking = (args: string) => `(lambda b, g: (b.exec(${JSON.stringify(code)}, g), g["glance"](${args}))[1])(__import__("builtins"), {})`;

/** Asks the session for what the frames of the last exception had under names; a text for each. */
export async function left(aside: Aside, places: readonly Place[]): Promise<string[]> {
  const outcome = await aside(asking(`[], ${JSON.stringify(places)}`)).catch(() => undefined); // a session that is lost
  return outcome?.kind === "completed" ? items(outcome.value).map(String) : [];
}

/** Asks the session of the last run for a value. */
export function glancing(aside: Aside): (names: readonly string[]) => Promise<Glance | undefined> {
  return async (names) => {
    const outcome = await aside(asking(JSON.stringify(names))).catch(() => undefined); // a session that is lost
    if (outcome?.kind !== "completed") return undefined;
    const [types, kind, found, text] = items(outcome.value);
    if (typeof kind !== "string") return undefined;
    const pairs = items(found ?? null).map((pair) => items(pair).map(String));
    return { types: items(types ?? null).map(String), kind: kind as Kind, names: pairs.map(([name = "", kind = ""]) => ({ name, kind })), text: String(text) } satisfies Glance;
  };
}

