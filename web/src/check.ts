// Checks of what callers give, who need not have TypeScript: each public function says what was expected and what was found.

import { OptionError } from "./errors.ts";

/** Says what is expected instead of a value; nothing if the value will do. */
export type Check = (value: unknown) => string | undefined;

/** A check for each of a type's properties; the compiler sees that none is missing. */
export type Checks<T> = { readonly [name in keyof Required<T>]: Check };

/** What a value is, for people. */
export function describe(value: unknown): string {
  if (typeof value === "string") return value.length > 80 ? `${JSON.stringify(value.slice(0, 80))}...` : JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return "an array";
  const name = Object.getPrototypeOf(value)?.constructor?.name;
  return typeof name === "string" && name !== "" && name !== "Object" ? `an object of class ${name}` : "an object";
}

/** Throws an OptionError that names a place, unless the check passes. */
export function expect(place: string, value: unknown, check: Check): void {
  const expected = check(value);
  if (expected !== undefined) throw new OptionError(`${place}: ${describe(value)}; expected ${expected}`);
}

/** Checks an object's properties; undefined is as good as none, unless it is needed. Throws an OptionError. */
export function checkOptions<T extends object>(place: string, options: unknown, checks: Checks<T>, prefix = "option ", needed: readonly (keyof T)[] = []): asserts options is T {
  expect(place, options, record);
  const given = options as { [name: string]: unknown };
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(checks, name)) throw new OptionError(`${prefix}${name}: there is none of that name; there are ${Object.keys(checks).join(", ")}`);
  }
  for (const [name, check] of Object.entries<Check>(checks)) {
    const value = given[name];
    if (value !== undefined || needed.includes(name as keyof T)) expect(`${prefix}${name}`, value, check);
  }
}

/** Any object but an array: what has named properties. */
export const record: Check = (value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? undefined : "an object");

export const flag: Check = (value) => (typeof value === "boolean" ? undefined : "true or false");

export const callable: Check = (value) => (typeof value === "function" ? undefined : "a function");

/** Text that text.ts can encode. */
export const text: Check = (value) => {
  if (typeof value !== "string") return "text";
  return /[\u{d800}-\u{dc7f}\u{dd00}-\u{dfff}]/u.test(value) ? "text whose lone surrogates, if any, stand for bytes (U+DC80 to U+DCFF)" : undefined;
};

export const textOrBytes: Check = (value) => (value instanceof Uint8Array ? undefined : typeof value === "string" ? text(value) : "text or a Uint8Array");

/** Text that Python can have as an argument: of characters, none of which is a NUL. */
export const clean: Check = (value) => {
  if (typeof value !== "string") return "text";
  if (value.includes("\0")) return "text without a NUL";
  return /\p{Surrogate}/u.test(value) ? "text without lone surrogates" : undefined;
};

/** A number that is not negative; 0 is the default, and Infinity no limit. */
export const amount: Check = (value) => (typeof value === "number" && value >= 0 ? undefined : "a number that is not negative; 0 means the default");

export const wholeAmount: Check = (value) =>
  typeof value === "number" && value >= 0 && (value === Infinity || Number.isSafeInteger(value)) ? undefined : "a whole number that is not negative; 0 means the default";

export const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string) ? undefined : values.map((known) => JSON.stringify(known)).join(" or ");

/** An array whose items all pass a check. */
export const listOf =
  (item: Check, what: string): Check =>
  (value) => {
    if (!Array.isArray(value)) return `an array of ${what}`;
    const wrong = value.findIndex((each) => item(each) !== undefined);
    return wrong < 0 ? undefined : `an array of ${what}; item ${wrong} is ${describe(value[wrong])}, expected ${item(value[wrong])}`;
  };

/** An object whose properties all pass a check. */
export const recordOf =
  (item: Check, what: string): Check =>
  (value) => {
    if (record(value) !== undefined) return `an object of ${what}`;
    const wrong = Object.entries(value as object).find(([, each]) => item(each) !== undefined);
    return wrong && `an object of ${what}; ${JSON.stringify(wrong[0])} is ${describe(wrong[1])}, expected ${item(wrong[1])}`;
  };
