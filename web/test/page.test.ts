import assert from "node:assert/strict";
import test from "node:test";
import { deflateRawSync } from "node:zlib";

import { matches, mayRun } from "../playground/framed.ts";
import { decode, encode } from "../playground/link.ts";
import { equal } from "../playground/shelf/record.ts";
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

test("a page is embedded by those that may embed it, and by no others", () => {
  for (const [allowed, origin, want] of [
    ["https://example.org", "https://example.org", true],
    ["https://example.org", "http://example.org", false],
    ["https://example.org", "https://example.org:8443", false],
    ["https://example.org", "https://example.org.evil", false],
    ["https://example.org", "https://exampleXorg", false],
    ["https://*.example.org", "https://a.b.example.org", true],
    ["https://*.example.org", "https://example.org", false],
    ["https://*.example.org", "https://evil.test/.example.org", false],
    ["http://localhost:*", "http://localhost:8080", true],
    ["http://localhost:*", "http://localhost", true],
    ["http://localhost:8080", "http://localhost:8081", false],
  ] as const) {
    assert.equal(matches(allowed, origin), want, `${allowed} ${origin}`);
  }
  const scope = globalThis as unknown as Record<string, unknown>;
  const before = { window: scope.window, location: scope.location, document: scope.document };
  try {
    const stands = (allowed: string[], embedder: { top?: boolean; ancestorOrigins?: string[]; referrer?: string }) => {
      const top = {};
      const frame: Record<string, unknown> = { parent: top, top };
      scope.window = embedder.top ? Object.assign(frame, { top: frame }) : frame;
      scope.location = { origin: "https://here.example", ancestorOrigins: embedder.ancestorOrigins };
      scope.document = { referrer: embedder.referrer ?? "" };
      return mayRun(allowed);
    };
    for (const allowed of [["any"], ["self"], ["none"], ["https://a.example"]]) assert.equal(stands(allowed, { top: true }), true);
    for (const tells of [(origin: string) => ({ ancestorOrigins: [origin] }), (origin: string) => ({ referrer: `${origin}/page` })]) {
      assert.equal(stands(["any"], tells("https://b.example")), true);
      assert.equal(stands(["none"], tells("https://here.example")), false);
      assert.equal(stands(["self"], tells("https://here.example")), true);
      assert.equal(stands(["self"], tells("https://b.example")), false);
      assert.equal(stands(["self", "https://a.example"], tells("https://a.example")), true);
      assert.equal(stands(["https://a.example"], tells("https://here.example")), false);
    }
    assert.equal(stands(["self"], { ancestorOrigins: ["https://here.example", "https://b.example"] }), false);
    assert.equal(stands(["self"], {}), false); // the browser does not say
  } finally {
    Object.assign(scope, before);
  }
});

test("a program comes back from its link, and a damaged or hostile link is refused", async () => {
  for (const code of ["", "print(1)\n", "# é 😀 \u0000\n".repeat(1000)]) {
    const fragment = await encode(code);
    assert.match(fragment, /^code=[\w-]*$/);
    assert.deepEqual(await decode(`#${fragment}`), { source: code, stdin: "", files: {} });
  }
  const beside = { stdin: "Ada\n", files: { "a/b.py": new TextEncoder().encode("\ufeffx = 'é'\r\n"), "c.bin": Uint8Array.of(0, 255, 128), "empty/": new Uint8Array() } };
  const fragment = await encode("print(1)", beside);
  assert.match(fragment, /^code=[\w-]*&beside=[\w-]*$/);
  assert.deepEqual(await decode(fragment), { source: "print(1)", ...beside });
  assert.equal(await decode("#other=1"), null);
  assert.equal(await decode(""), null);
  const whole = await encode("print('a program')");
  for (const damaged of ["code=!", "code=AAAA", whole.slice(0, -6)]) await assert.rejects(decode(damaged), /no whole program/);
  const packed = (text: string) => deflateRawSync(text).toString("base64url");
  for (const more of ["!", "AAAA", packed("{"), packed("null"), packed('{"files": {"a": "!"}}'), packed(`"${"x".repeat(2 << 20)}"`)]) {
    await assert.rejects(decode(`${whole}&beside=${more}`), /no whole program/, more.slice(0, 40));
  }
  await assert.rejects(decode(`code=${packed("x".repeat(2 << 20))}`), /no whole program/);
  await assert.rejects(encode("x".repeat(2 << 20)), RangeError);
  await assert.rejects(encode("", { files: { a: new Uint8Array(2 << 20) } }), RangeError);
});

test("files are the same if all their bytes are", () => {
  for (const size of [0, 1, 3, 4, 7, 8, 4099]) {
    for (const [from, other] of [[0, 0], [4, 8], [0, 1], [3, 2]] as const) {
      const [a, b] = [from, other].map((at) => new Uint8Array(at + size).fill(9).subarray(at)) as [Uint8Array, Uint8Array];
      assert.ok(equal(a, b), `${size} bytes from ${from} and ${other}`);
      for (const at of [0, 1, Math.floor(size / 2), size - 2, size - 1]) {
        if (at < 0 || at >= size) continue;
        b[at] = 8;
        assert.ok(!equal(a, b), `byte ${at} of ${size} from ${from} and ${other}`);
        b[at] = 9;
      }
      assert.ok(!equal(a, new Uint8Array(size + 1).fill(9)));
    }
  }
  assert.ok(!equal(undefined, new Uint8Array()));
});
