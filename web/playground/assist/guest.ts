// What the assistant knows of Python: from a guest of its own, which describes its modules and compiles what is typed, and runs none of it.

import type { MicroPython, Session, Value } from "../../src/index.ts";
import describe from "./describe.py";
import { type Kind, items } from "./items.ts";

export interface Member {
  name: string;
  kind: Kind;
  /** With its parentheses; "" where it is not known. */
  signature: string;
}

/** What a dotted name is. */
export interface Described extends Omit<Member, "name"> {
  /** The name of its type. */
  type: string;
  members: Member[];
}

/** A mistake in a text: lines and columns from 1; 0 where they are not known. */
export interface Mistake {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
}

/** How long the guest may take for one answer, in milliseconds. */
const patience = 10_000;

export class Guest {
  readonly #engine: () => MicroPython;
  #session: Promise<Session> | undefined;
  readonly #known = new Map<string, Promise<Described | undefined>>();
  #modules: Promise<string[]> | undefined;
  #rich: Promise<void> | undefined;

  constructor(engine: () => MicroPython) {
    this.#engine = engine;
  }

  async #open(): Promise<Session> {
    const session = await this.#engine().session({ memory: 32 << 20, timeoutMs: patience });
    const { kind } = await session.run(describe);
    if (kind !== "completed") throw new Error(`the assistant's guest: its program was ${kind}`);
    return session;
  }

  async #call(name: string, ...args: string[]): Promise<Value> {
    this.#session ??= this.#open();
    this.#session.catch(() => (this.#session = undefined)); // which may work later
    const outcome = await (await this.#session).call(name, args);
    if (outcome.kind === "limited") throw new Error("the assistant's guest took too long"); // what is asked again may be answered
    return outcome.kind === "completed" ? outcome.value : null;
  }

  /** What a dotted name of a module is, or of builtins. */
  describe(path: string): Promise<Described | undefined> {
    const known = this.#known.get(path);
    if (known) return known;
    const found = this.#describe(path);
    this.#known.set(path, found);
    found.catch(() => this.#known.delete(path));
    return found;
  }

  async #describe(path: string): Promise<Described | undefined> {
    if (/^(plot|turtle)(\.|$)/.test(path)) await (this.#rich ??= this.#makeRich());
    const [kind, signature, type, members] = items(await this.#call("describe", path));
    if (typeof kind !== "string") return undefined;
    const all = items(members ?? null).map(member);
    if (path !== "turtle") return { kind: kind as Kind, signature: await this.#likeMethod(path, String(signature)), type: String(type), members: all };
    return { kind: kind as Kind, signature: "", type: String(type), members: await Promise.all(all.map(async (one) => ({ ...one, signature: await this.#likeMethod(`turtle.${one.name}`, one.signature) }))) };
  }

  /** The functions of turtle are the methods of its first turtle. */
  async #likeMethod(path: string, signature: string): Promise<string> {
    const name = /^turtle\.(\w+)$/.exec(path)?.[1];
    if (!name || !signature.startsWith("(*args")) return signature;
    const methods = (await this.describe("turtle.Turtle"))?.members;
    return methods?.find((one) => one.name === name)?.signature.replace(/^\(self(, )?/, "(") ?? signature;
  }

  /** Gives the guest the page's own modules, of which nothing is shown. */
  async #makeRich(): Promise<void> {
    const { prelude } = await import("../rich/start.ts");
    const text = await prelude(["plot turtle"], () => false, new Set(), "show = None");
    this.#session ??= this.#open();
    const { kind } = await (await this.#session).run(text ?? "");
    if (kind !== "completed") this.#rich = undefined; // it is tried again
  }

  /** The names of all modules. */
  modules(): Promise<string[]> {
    this.#modules ??= (async () => {
      this.#session ??= this.#open();
      const { kind, stdout } = await (await this.#session).run("help('modules')");
      if (kind !== "completed") throw new Error("the assistant's guest took too long");
      const names = stdout.split("Plus any")[0]?.trim().split(/\s+/).map((name) => name.replace(/\/__init__$/, "").replaceAll("/", ".")) ?? [];
      return [...new Set([...names, "os.path"])].filter((name) => name !== "__main__").sort();
    })();
    this.#modules.catch(() => (this.#modules = undefined));
    return this.#modules;
  }

  /** The first mistake that the compiler finds in a text. */
  async check(text: string, name: string): Promise<Mistake | undefined> {
    const [line, column, endLine, endColumn, message] = items(await this.#call("check", text, name));
    if (typeof line !== "number") return undefined;
    return { line, column: Number(column), endLine: Number(endLine), endColumn: Number(endColumn), message: String(message) };
  }

  /** Whether two texts are the same program. */
  async same(one: string, other: string): Promise<boolean> {
    return (await this.#call("same", one, other)) === true;
  }
}

function member(value: Value): Member {
  const [name, kind, signature] = items(value);
  return { name: String(name), kind: kind as Kind, signature: String(signature) };
}
