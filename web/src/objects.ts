// Objects of the page's that programs hold, as runtime/hostcall/object.go has it: both give the same numbers.

import { ValueError } from "./errors.ts";

/**
 * What programs see of a class's instances: its static property `python` says so. They see what is listed and nothing else, by dir() too, and
 * can neither make nor derive any.
 *
 *     class Account {
 *       static python = { methods: ["add"], attributes: ["owner"], iterable: true };
 *       ...
 *     }
 */
export interface PythonMembers {
  /** The type's name in Python; else that of the class, which bundlers may have made short. */
  readonly type?: string;
  readonly methods?: readonly string[];
  /** They are read anew each time; programs cannot set them. */
  readonly attributes?: readonly string[];
  /** Programs can iterate over it: [Symbol.asyncIterator] or [Symbol.iterator] gives the items, each when its turn has come. */
  readonly iterable?: boolean;
}

type Class = (abstract new (...args: never) => unknown) & { readonly python: PythonMembers };

const nameForm = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;
const closed = new WeakSet<object>();

/** Makes programs see an object no more: what they still have of it raises a RuntimeError. */
export function closeObject(object: object): void {
  closed.add(object);
}

/** An iteration of the page's in a program. */
export class Iteration {
  readonly type: string;
  readonly iterator: Iterator<unknown> | AsyncIterator<unknown>;
  constructor(type: string, iterator: Iterator<unknown> | AsyncIterator<unknown>) {
    this.type = type;
    this.iterator = iterator;
  }
}

function classOf(value: object): Class | undefined {
  const found: unknown = (value as { constructor?: unknown }).constructor;
  const python: unknown = typeof found === "function" ? (found as Partial<Class>).python : undefined;
  return typeof python === "object" && python !== null ? (found as Class) : undefined;
}

/** Tells whether a value is such an object. */
export const isHostObject = (value: object): boolean => value instanceof Iteration || classOf(value) !== undefined;

function describe(value: object): { type: string; members: string } {
  if (value instanceof Iteration) return { type: value.type, members: "__next__(" };
  const { name, python } = classOf(value) as Class;
  const { type = name, methods = [], attributes = [], iterable = false } = python;
  const names = [...methods, ...attributes];
  const wrong = [type, ...names].find((name) => !nameForm.test(name) || /^__.*__$/.test(name)) ?? names.find((name, i) => names.indexOf(name) !== i);
  if (wrong !== undefined) throw new ValueError(`the class ${name}: its member ${JSON.stringify(wrong)} has no name that a member can have, or is there twice`);
  const object = value as Record<string, unknown>;
  const lost = methods.find((name) => typeof object[name] !== "function");
  if (lost !== undefined) throw new ValueError(`the class ${name} has no method ${lost}`);
  if (iterable && !(Symbol.asyncIterator in value) && !(Symbol.iterator in value)) throw new ValueError(`the class ${name} has no iterator`);
  return { type, members: methods.map((name) => `${name}(`).join("") + attributes.map((name) => `${name} `).join("") + (iterable ? "__iter__(" : "") };
}

/** What a program asks an object for. */
export function member(object: object, type: string, name: string): ((...args: unknown[]) => unknown) | undefined {
  if (object instanceof Iteration) return undefined;
  const { python } = classOf(object) as Class;
  const { methods = [], attributes = [], iterable = false } = python;
  const of = object as Record<string, unknown> & Partial<AsyncIterable<unknown>> & Partial<Iterable<unknown>>;
  if (methods.includes(name)) return (...args) => (of[name] as (...args: unknown[]) => unknown)(...args);
  if (attributes.includes(name)) return () => of[name];
  if (name !== "__iter__" || !iterable) return undefined;
  const begin = (of[Symbol.asyncIterator] ?? of[Symbol.iterator]) as () => Iterator<unknown> | AsyncIterator<unknown>;
  return () => new Iteration(`${type}_iterator`, begin.call(object));
}

/** The objects that a guest may hold, by their numbers. */
export class Objects {
  readonly #limit: number;
  readonly #objects = new Map<number, object>();
  readonly #numbers = new Map<object, number>();
  readonly #ended = new Set<number>();
  /** The number of the next, and what that was before the run at hand. */
  #next = 0;
  #before = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What is greater than all numbers that the guest has seen. */
  get next(): number {
    return this.#next;
  }

  beginRun(): void {
    this.#before = this.#next;
  }

  rollback(): void {
    this.#drop(this.#before);
    this.#next = this.#before;
  }

  /** The guest is another, which has seen numbers up to the given one. */
  forget(next: number): void {
    this.#drop(0);
    this.#ended.clear();
    this.#next = this.#before = next;
  }

  #drop(from: number): void {
    for (const number of this.#objects.keys()) if (number >= from) this.#dropOne(number);
  }

  #dropOne(number: number): void {
    const object = this.#objects.get(number);
    if (!object) return;
    this.#objects.delete(number);
    this.#numbers.delete(object);
    if (object instanceof Iteration) void Promise.resolve((async () => object.iterator.return?.())()).catch(() => undefined); // nobody is there to be told
  }

  /** Takes note that an iteration gave its last. */
  end(number: number): void {
    this.#dropOne(number);
    if (this.#ended.size >= this.#limit) this.#ended.clear();
    this.#ended.add(number);
  }

  hasEnded(number: number): boolean {
    return this.#ended.has(number);
  }

  /** What a number means; undefined for nothing any more. */
  get(number: number): object | undefined {
    const object = this.#objects.get(number);
    return object && !closed.has(object) ? object : undefined;
  }

  /** What tells the guest of an object: its number, and what it has. Throws a ValueError if it cannot be given out. */
  tell(object: object): [number, string, string] {
    const { type, members } = describe(object);
    if (closed.has(object)) throw new ValueError(`an object of ${type}: it was closed`);
    return [this.#numberOf(object), type, members];
  }

  #numberOf(object: object): number {
    const found = this.#numbers.get(object);
    if (found !== undefined) return found;
    if (this.#objects.size >= this.#limit) for (const [number, object] of this.#objects) if (closed.has(object)) this.#dropOne(number);
    if (this.#objects.size >= this.#limit) throw new ValueError(`the program holds ${this.#limit} objects of the host's already`);
    const number = this.#next++;
    this.#objects.set(number, object);
    this.#numbers.set(object, number);
    return number;
  }
}
