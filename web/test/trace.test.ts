import assert from "node:assert/strict";
import test from "node:test";

import { type Moment, OptionError, PyException, type Stride } from "../src/index.ts";
import { open } from "./host.ts";
import followed from "./programs/followed.py";

const place = (m: Moment) => (m.ended ? "end" : m.function === "<module>" ? `${m.line}` : `${m.function}:${m.line}`);

test("a run is followed, forwards and back", async () => {
  await using session = await open();
  const trace = await session.trace(followed, { name: "test.py" });
  const go = async (...strides: Stride[]) => {
    const places = [];
    for (const stride of strides) places.push(place(await trace.step(stride)));
    return places.join(" ");
  };
  const all = "5 6 7 square:2 square:3 8 6 7 square:2 square:3 8 6 9 10 9 11 13 14 15 end".split(" ");
  assert.equal(place(trace.now), "1");
  assert.equal(await go(...all.map(() => "in" as const)), all.join(" "));
  for (const want of ["1", ...all].slice(0, -1).reverse()) assert.equal(await go("back"), want);
  assert.equal(await go("over", "over", "over", "over", "back over", "in", "out", "back", "back", "back out"), "5 6 7 8 7 square:2 8 square:3 square:2 7");
  assert.equal(await go("continue", "back over", "continue back"), "end 15 1");
  trace.setBreakpoints("test.py", [3, 14]);
  assert.equal(await go("continue", "continue", "continue", "continue", "continue back", "continue back", "back out"), "square:3 square:3 14 end 14 square:3 7");
  assert.equal(trace.outcome?.kind, "completed");
  assert.equal(trace.outcome?.value, 8);
  assert.equal(trace.outcome?.stdout, "4\n13\neight\n");
  assert.equal(trace.output().stdout, "4\n");
  assert.equal((await session.run("1 + 1")).value, 2);
});

test("values of a moment", async () => {
  await using session = await open();
  const trace = await session.trace("def f(a):\n    b = [a, {'k': (a,)}]\n    return b\nf(3)\n", { name: "test.py" });
  trace.setBreakpoints("test.py", [3]);
  assert.equal(place(await trace.step("continue")), "f:3");
  assert.deepEqual(await trace.frames(), [
    { file: "test.py", line: 3, function: "f" },
    { file: "test.py", line: 4, function: "<module>" },
  ]);
  assert.deepEqual(await trace.parts({ scope: "locals" }), [
    { name: "a", type: "int", text: "3", parts: 0 },
    { name: "b", type: "list", text: "[3, {'k': (3,)}]", parts: 2 },
  ]);
  assert.deepEqual(await trace.parts({ scope: "locals", path: [1, 1] }), [{ name: "'k'", type: "tuple", text: "(3,)", parts: 1 }]);
  assert.equal((await trace.evaluate(0, "b.clear() or len(b) + a")).text, "3");
  assert.equal((await trace.evaluate(0, "len(b)")).text, "2");
  await assert.rejects(trace.evaluate(0, "a / 0"), (error) => error instanceof PyException && error.type === "ZeroDivisionError");
  await trace.step("continue");
  await assert.rejects(trace.evaluate(0, "1"), OptionError);
});

test("functions are called once, now or later", async () => {
  let calls = 0;
  let written = "";
  await using session = await open({
    hostFunctions: { count: async () => ++calls, now: () => 100 + calls },
    onStdout: (text) => (written += text),
    stdin: async () => "line\n",
  });
  const trace = await session.trace("for i in range(3):\n    print(count(), now())\nprint(input())\n");
  const end = await trace.step("continue");
  assert.equal(end.ended, true);
  for (const fuel of [end.fuel / 2, end.fuel / 4, 1, end.fuel - 1]) await trace.goToFuel(Math.floor(fuel));
  await trace.step("continue back");
  assert.equal(trace.output().stdout, "");
  assert.equal(written, "1 101\n2 102\n3 103\nline\n");
  assert.equal(calls, 3);
});

test("far back in a long run", async () => {
  await using session = await open();
  const trace = await session.trace("def work(n):\n    t = 0\n    for i in range(n):\n        t += i & 3\n    return t\nfor k in range(20):\n    work(100_000)\n");
  const first = performance.now();
  const end = await trace.step("continue");
  assert.equal(end.ended, true);
  const began = performance.now();
  assert.equal(place(await trace.step("back")), "6");
  assert.equal(place(await trace.step("back")), "work:5");
  assert.equal(place(await trace.step("back out")), "7");
  const middle = await trace.goToFuel(Math.floor(end.fuel / 2));
  assert.ok(middle.fuel >= Math.floor(end.fuel / 2) && middle.fuel < end.fuel / 2 + 10, `${middle.fuel} of ${end.fuel}`);
  const [there, back] = [began - first, performance.now() - began];
  assert.ok(back < 10_000 + 10 * there, `${back} ms to go back, after ${there} ms there`);
});

test("pause, and where an exception was raised", async () => {
  await using session = await open({ hostFunctions: { far: () => void setTimeout(() => endless.pause()) } });
  const endless = await session.trace("n = 0\nwhile True:\n    n += 1\n    if n == 2000: far()\n");
  const going = endless.step("continue");
  const moment = await going;
  assert.equal(moment.ended, false);
  const [n] = await endless.parts({ scope: "globals" });
  assert.ok(Number(n?.text) > 1000, n?.text);
  assert.equal((await endless.step("back")).statement, moment.statement - 1);
  const raises = await session.trace("def half(n):\n    try:\n        return 1 // n\n    finally:\n        print('tried')\nfor k in (1, 0):\n    half(k)\n", { name: "test.py" });
  assert.equal(place(await raises.goToRaise()), "1");
  assert.equal(place(await raises.step("continue")), "end");
  assert.equal(place(await raises.goToRaise()), "half:3");
  assert.equal((await raises.evaluate(0, "n")).text, "0");
  assert.equal(raises.output().stdout, "tried\n");
});

class Till {
  static python = { methods: ["add"], attributes: ["held"], iterable: true };
  held = 0;
  calls = 0;
  add(n: number) {
    this.calls++;
    return (this.held += n);
  }
  *[Symbol.iterator]() {
    for (let i = 0; i < 3; i++) {
      this.calls++;
      yield this.held + i;
    }
  }
}

test("objects of the host's are called once, too", async () => {
  const till = new Till();
  await using session = await open({ hostFunctions: { till: () => till } });
  await session.run("kept = till()");
  const trace = await session.trace("t = till()\nfor n in (5, 7):\n    t.add(n)\nprint(t.held, [i for i in t])\nt\n");
  for (let round = 0; round < 2; round++) {
    assert.equal(place(await trace.step("continue")), "end");
    assert.equal(trace.outcome?.stdout, "12 [12, 13, 14]\n");
    assert.equal(trace.outcome?.value, till);
    assert.equal(till.calls, 5);
    await trace.goTo(4);
  }
  const before = await session.trace("kept.add(1)");
  await before.step("continue");
  assert.equal(before.outcome?.error?.type, "RuntimeError"); // the trace is another guest, which was not given that one
  assert.equal(till.calls, 5);
});

test("calls that wait at once are followed", async () => {
  let calls = 0;
  const slow = async (name: string) => {
    calls++;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return `${name}!`;
  };
  await using session = await open({ hostFunctions: { slow } });
  const code = "import asyncio\nasync def one(name):\n    got = slow(name)\n    return got\nasync def main():\n    return await asyncio.gather(one('a'), one('b'))\nprint(asyncio.run(main()))\n";
  const plain = await session.run(code);
  assert.equal(calls, 2);
  const trace = await session.trace(code);
  for (let round = 0; round < 2; round++) {
    assert.equal(place(await trace.step("continue")), "end");
    assert.equal(trace.outcome?.stdout, plain.stdout);
    await trace.goTo(3);
  }
  assert.equal(calls, 4);
});
