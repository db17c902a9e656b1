import assert from "node:assert/strict";
import test from "node:test";

import { Float, Repr, Tuple, type Value, ValueError } from "../src/index.ts";
import { valueToJSON } from "../src/json.ts";
import { decodeValue, encodeValue } from "../src/values.ts";
import { open } from "./host.ts";

/** A generator of numbers from 0 to 1, the same each time: a failing case can be found again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const floats = [0.5, -1.5, 1e300, 5e-324, Infinity, -Infinity, NaN, 2 ** 53, -(2 ** 60), 0.1];
const ints: (number | bigint)[] = [0, 1, -1, 23, 24, 255, 256, 65536, 2 ** 32, -(2 ** 32), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
const bigs = [2n ** 53n, -(2n ** 53n), 2n ** 63n, -(2n ** 63n) - 1n, 2n ** 64n - 1n, 2n ** 64n, -(2n ** 64n) - 1n, 10n ** 40n];
const texts = ["", "a", "é", "\u{1f600}", "\ufeffx", "a\0b", "\u2028", "\udced\udca0\udc80", "x".repeat(300)];

/** Makes any value, nested no deeper than depth. */
function anyValue(next: () => number, depth: number, hashable = false): Value {
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  const many = <T>(make: () => T) => Array.from({ length: Math.floor(next() * 4) }, make);
  const scalars = [() => null, () => next() < 0.5, () => pick(ints), () => pick(bigs), () => pick(floats), () => new Float(pick([0, -0, 1, -7, 2 ** 52])), () => pick(texts), () => Uint8Array.from(many(() => next() * 256))];
  if (depth === 0 || next() < 0.4) return pick(scalars)();
  if (hashable) return new Tuple(many(() => anyValue(next, depth - 1, true)));
  const containers = [
    () => many(() => anyValue(next, depth - 1)),
    () => new Tuple(many(() => anyValue(next, depth - 1))),
    () => new Map(many((): [Value, Value] => [anyValue(next, depth - 1, true), anyValue(next, depth - 1)])),
  ];
  return pick(containers)();
}

test("what is encoded is decoded as it was", () => {
  const next = chance(1);
  for (let i = 0; i < 3000; i++) {
    const value = anyValue(next, 4);
    assert.equal(valueToJSON(decodeValue(encodeValue(value))), valueToJSON(value), `value ${i}`);
  }
});

test("what goes into Python comes back as it was", async () => {
  const next = chance(2);
  await using session = await open({ thread: "here" });
  for (let i = 0; i < 300; i++) {
    const value = anyValue(next, 3);
    const { value: back, error } = await session.run("x", { inputs: { x: value } });
    assert.equal(unambiguous(back), unambiguous(value), `value ${i}: ${error?.traceback ?? ""}`);
  }
});

/** As JSON, in the order that dicts have, without keys that another key may equal in Python, as 1 and 1.0 do, or that equal nothing. */
function unambiguous(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(unambiguous).join()}]`;
  if (value instanceof Tuple) return `(${value.items.map(unambiguous).join()})`;
  if (!(value instanceof Map)) return valueToJSON(value);
  const items = [...value].map(([key, item]): [string, string] => [unambiguous(key), unambiguous(item)]);
  return `{${[...new Map(items.filter(([key]) => !ambiguous.test(key)))].map((item) => item.join(":")).join()}}`;
}

const ambiguous = /\b(true|false|nan|[0-9]+(\.0)?)\b|[0-9]e\+/;

test("types that Python tells apart are told apart", async () => {
  await using session = await open({ thread: "here" });
  const outcome = await session.run("[1, 1.0, True, -0.0, 2**53, 2.0**53, (1,), [1], b'1', '1', None, float('nan'), {1: 2}, object]");
  const [int, float, bool, zero, big, bigFloat, tuple, list, bytes, text, none, nan, dict, type] = outcome.value as Value[];
  assert.equal(int, 1);
  assert.ok(float instanceof Float && float.valueOf() === 1);
  assert.equal(bool, true);
  assert.ok(zero instanceof Float && Object.is(zero.valueOf(), -0));
  assert.equal(big, 2n ** 53n);
  assert.equal(bigFloat, 2 ** 53);
  assert.deepEqual(tuple, new Tuple([1]));
  assert.deepEqual(list, [1]);
  assert.deepEqual(bytes, Uint8Array.of(0x31));
  assert.equal(text, "1");
  assert.equal(none, null);
  assert.ok(Number.isNaN(nan));
  assert.deepEqual(dict, new Map([[1, 2]]));
  assert.ok(type instanceof Repr && type.text.includes("object"));
});

test("what has no counterpart is refused, with its place", () => {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  const refused: [unknown, RegExp][] = [
    [undefined, /value: .*undefined/],
    [{ a: [1, undefined] }, /value\["a"\]\[1\].*undefined/],
    [() => 1, /function/],
    [Symbol("x"), /symbol/],
    [new Date(), /Date/],
    [new Set([1]), /Set/],
    [[new Repr("<x>")], /value\[0\].*Repr/],
    ["\ud800", /lone surrogate/],
    ["a\udcff", /no UTF-8/],
    [cyclic, /deeper than 64/],
  ];
  for (const [value, pattern] of refused) assert.throws(() => encodeValue(value), (error: unknown) => error instanceof ValueError && pattern.test(error.message), String(pattern));
});

test("what is no value is refused", () => {
  const malformed = [[], [0x1b], [0x61], [0x81], [0x01, 0x02], [0xf7], [0x9f, 0xff], [0xff], [0xc1, 0x00], [0xd9, 0x0f, 0xa0, 0x01], [0xd9, 0x0f, 0xa1, 0x80], [0x9b, 255, 255, 255, 255, 255, 255, 255, 255], Array(100).fill(0x81)];
  for (const bytes of malformed) assert.throws(() => decodeValue(Uint8Array.from(bytes)), ValueError, String(bytes));
});
