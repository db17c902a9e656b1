import assert from "node:assert/strict";
import test from "node:test";

import { decode, encode } from "../playground/link.ts";
import { repr } from "../playground/pyrepr.ts";
import { Float, Repr, Tuple, type Value } from "../src/index.ts";

test("values look as in Python", () => {
  const cases: [Value, string][] = [
    [null, "None"],
    [true, "True"],
    [-7, "-7"],
    [2n ** 70n, "1180591620717411303424"],
    [new Float(2), "2.0"],
    [new Float(-0), "-0.0"],
    [0.1, "0.1"],
    [1e-7, "1e-07"],
    [1e21, "1e+21"],
    [new Float(1e15), "1000000000000000.0"],
    [NaN, "nan"],
    [-Infinity, "-inf"],
    ["it's", `"it's"`],
    [`it's "so"`, `'it\\'s "so"'`],
    ["a\n\t\\\x07é", "'a\\n\\t\\\\\\x07é'"],
    [new Uint8Array([97, 39, 255]), `b"a'\\xff"`],
    [[1, [new Tuple([])]], "[1, [()]]"],
    [new Tuple([1]), "(1,)"],
    [new Map<Value, Value>([[1, "x"], [new Tuple([1, 2]), null]]), "{1: 'x', (1, 2): None}"],
    [new Repr("<object>"), "<object>"],
  ];
  for (const [value, want] of cases) assert.equal(repr(value), want);
});

test("a program comes back from its link, and a damaged or hostile link is refused", async () => {
  for (const code of ["", "print(1)\n", "# é 😀 \u0000\n".repeat(1000)]) {
    const fragment = await encode(code);
    assert.match(fragment, /^code=[\w-]*$/);
    assert.equal(await decode(`#${fragment}`), code);
  }
  assert.equal(await decode("#other=1"), null);
  assert.equal(await decode(""), null);
  const whole = await encode("print('a program')");
  for (const damaged of ["code=!", "code=AAAA", whole.slice(0, -6)]) await assert.rejects(decode(damaged), /no whole program/);
  await assert.rejects(decode(await encode("x".repeat(2 << 20))), /no whole program/);
});
