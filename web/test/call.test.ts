import assert from "node:assert/strict";
import test from "node:test";

import { OptionError, Tuple } from "../src/index.ts";
import { load, nameOf, openIn, places } from "./host.ts";

/** What ends in the midst of C code, so that the session goes back to before it. */
const stuck = "sum(range(2**30 - 1))";

for (const place of places) {
  test(`functions of a program are called: ${nameOf(place)}`, async () => {
    await using session = await openIn(place, { fuel: 1_000_000 });
    // As runtime/sandbox/call_test.go has them.
    await session.run(
      "import json as j\n" +
        "total = 0\n" +
        "def echo(*args, **kwargs): return [args, kwargs]\n" +
        "def add(n=1):\n    global total\n    total += n\n    return total\n" +
        "class Account:\n    @classmethod\n    def open(cls, owner): return 'account of ' + owner\n" +
        "def fail():\n    return [][0]\n",
    );
    const echoed = await session.call("echo", [1, "two", [3.5, null]], { b: true, a: "x" });
    assert.deepEqual(echoed.value, [new Tuple([1, "two", [3.5, null]]), new Map<string, unknown>([["a", "x"], ["b", true]])]);
    assert.equal((await session.call("add", [5])).value, 5);
    assert.equal((await session.call("add", [], { n: 2 })).value, 7);
    assert.equal((await session.call("Account.open", ["Ada"])).value, "account of Ada");
    assert.equal((await session.call("json.dumps", [[1]])).value, "[1]");
    const failed = await session.call("fail");
    assert.deepEqual([failed.kind, failed.error?.type, failed.error?.line], ["raised", "IndexError", 12]);
    assert.equal((await session.call("unknown")).error?.type, "NameError");
    for (const name of ["", ".", "a..b", "f()", "a\0"]) await assert.rejects(session.call(name), OptionError, name);
    await assert.rejects(session.call("echo", "abc" as unknown as unknown[]), OptionError);
    await assert.rejects(session.call("echo", [], { "no name": 1 }), OptionError);
  });

  test(`calls keep their turn, whether something waits or not: ${nameOf(place)}`, async () => {
    const calls: Promise<unknown>[] = [];
    await using session = await openIn(place, { hostFunctions: { again: () => void calls.push(session.call("put", [5])), later: () => Promise.resolve(7) } });
    await session.run("l = []\ndef put(x): l.append(x); return len(l)\ndef both(): again(); put(4)\ndef ask(): return later()");
    await Promise.all([session.call("put", [1]), session.run("l.append(2)"), session.call("put", [3]), session.call("both")]);
    await Promise.all(calls);
    assert.deepEqual((await session.run("l")).value, [1, 2, 3, 4, 5]);
    assert.equal((await session.call("ask")).value, 7);
    const [asked, put] = await Promise.all([session.call("ask"), session.call("put", [6])]);
    assert.deepEqual([asked.value, put.value], [7, 6]);
  });

  test(`going back repeats what was: ${nameOf(place)}`, async () => {
    let asked = 0;
    let written = "";
    await using session = await openIn(place, {
      fuel: 3_000_000,
      stdin: "first\nsecond\n",
      onStdout: (text) => (written += text),
      hostFunctions: { ask: (text: unknown) => `${String(text)}${++asked}` },
    });
    const steps = [
      "import random, time\nwas = []\ndef note(x):\n    was.append(x)\n    return was",
      "note(ask('a')); note(input()); note(random.random()); note(time.time()); print('once')",
      "open('/tmp/f', 'w').write('kept')",
      "note(1 / 0)",
      "for i in range(300000): pass",
      "note(input())",
    ];
    for (const step of steps) {
      assert.notEqual((await session.run(step)).kind, "limited", step);
      const before = await session.memorySHA256();
      assert.equal((await session.run(stuck)).rolledBack, true, step);
      assert.equal(await session.memorySHA256(), before, step);
    }
    assert.deepEqual((await session.run("[len(was), was[0], was[1], was[-1], open('/tmp/f').read()]")).value, [5, "a1", "first", "second", "kept"]);
    assert.deepEqual([asked, written], [1, "once\n"]);
  });

  test(`calls of a compiled program are isolated: ${place.thread}`, async () => {
    await using compiled = await (await load()).compile("import random\ncount = 0\ndef bump():\n    global count\n    count += 1\n    return [count, random.random()]", { thread: place.thread, seed: 3, fuel: 1_000_000 });
    assert.equal(compiled.outcome.kind, "completed", compiled.outcome.error?.traceback);
    const first = (await compiled.call("bump")).value as number[];
    assert.equal(first[0], 1);
    for (const end of ["count = 99", stuck, "1/0", "heap = [bytes(1000) for _ in range(2000)]", "open('/tmp/x', 'w').write('x')"]) {
      await compiled.run(end);
      assert.deepEqual((await compiled.call("bump")).value, first, end);
    }
    assert.deepEqual((await compiled.run("[count + n, __import__('os').listdir('/tmp')]", { inputs: { n: 5 } })).value, [5, []]);
    await using failed = await (await load()).compile("1/0", { thread: place.thread });
    assert.equal(failed.outcome.error?.type, "ZeroDivisionError");
    await assert.rejects(failed.call("bump"));
  });
}
