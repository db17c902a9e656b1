// node:assert/strict for a page, as far as the tests use it.

function fail(message: string | undefined, what: string): never {
  throw new Error(message ? `${message}: ${what}` : what);
}

function show(value: unknown): string {
  if (value instanceof Map) return `Map(${[...value].map(show).sort().join(", ")})`; // in any order, as node:assert has it
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  if (value !== null && typeof value === "object") return `${value.constructor?.name}{${Object.entries(value).map(([key, item]) => `${key}: ${show(item)}`).sort().join(", ")}}`;
  return Object.is(value, -0) ? "-0" : typeof value === "string" ? JSON.stringify(value) : String(value);
}

const assert = {
  ok(value: unknown, message?: string): void {
    if (!value) fail(message, `${show(value)} is not true`);
  },
  equal(got: unknown, want: unknown, message?: string): void {
    if (!Object.is(got, want)) fail(message, `got ${show(got)}, want ${show(want)}`);
  },
  notEqual(got: unknown, other: unknown, message?: string): void {
    if (Object.is(got, other)) fail(message, `got ${show(got)}`);
  },
  deepEqual(got: unknown, want: unknown, message?: string): void {
    if (show(got) !== show(want)) fail(message, `got ${show(got)}, want ${show(want)}`);
  },
  match(got: string, pattern: RegExp, message?: string): void {
    if (!pattern.test(got)) fail(message, `got ${show(got)}, want ${pattern}`);
  },
  throws(run: () => unknown, want?: unknown, message?: string): void {
    let thrown: unknown;
    try {
      run();
    } catch (error) {
      thrown = error ?? new Error("nothing was thrown");
    }
    if (thrown === undefined) fail(message, "it did not throw");
    check(thrown, want, message);
  },
  async rejects(promise: Promise<unknown>, want?: unknown, message?: string): Promise<void> {
    const thrown = await promise.then(
      () => undefined,
      (error: unknown) => error ?? new Error("nothing was thrown"),
    );
    if (thrown === undefined) fail(message, "it was not rejected");
    check(thrown, want, message);
  },
};

/** Checks what was thrown: against a class, a pattern of its message, a function that tells, or itself. */
function check(thrown: unknown, want: unknown, message: string | undefined): void {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  if (want === undefined || thrown === want) return;
  if (want instanceof RegExp ? want.test(text) : typeof want === "function" && isMatch(thrown, want as (...args: never[]) => unknown)) return;
  fail(message, `got ${String(thrown)}, want ${String(want)}`);
}

function isMatch(thrown: unknown, want: (...args: never[]) => unknown): boolean {
  if (want === Error || want.prototype instanceof Error) return thrown instanceof (want as unknown as typeof Error);
  return (want as (error: unknown) => unknown)(thrown) === true;
}

export default assert;
