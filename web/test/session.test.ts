import assert from "node:assert/strict";
import test from "node:test";

import { MicroPython, OptionError, PyException, type SessionOptions, SnapshotError, Tuple } from "../src/index.ts";
import { inTime, nameOf, open, openIn, places } from "./host.ts";

/** Where a run can be stopped while it is busy. */
const stoppable = places.filter((place) => place.thread === "worker" || place.waiting === "jspi");
/** Where programs can call functions of the page, and where these can take their time. */

for (const place of places) {
  test(`runs see what earlier ones left: ${nameOf(place)}`, async () => {
    await using session = await openIn(place);
    assert.equal((await session.run("x = 6")).kind, "completed");
    const outcome = await session.run("print('é')\nx * 7");
    assert.deepEqual([outcome.kind, outcome.value, outcome.stdout], ["completed", 42, "é\n"]);
  });

  test(`a prompt is told whether to ask for another line: ${nameOf(place)}`, async () => {
    await using session = await openIn(place);
    // As runtime/sandbox/prompt_test.go has them.
    const complete = ["", "1 + 1", "f(1,\n2)", "if x:\n  1\n", ")", "'text"];
    const open = ["f(", "x = '''a", "if x:", "if x:\n  1", "@d", "x = 1 + \\", "def f():\n  return [1, 2\n", "(\0"];
    for (const text of complete) assert.equal(await session.continues(text), false, text);
    for (const text of open) assert.equal(await session.continues(text), true, text);
    assert.equal((await session.run("6 * 7")).value, 42);
  });

  test(`an exception is part of the outcome: ${nameOf(place)}`, async () => {
    await using session = await openIn(place);
    const { kind, error } = await session.run("\nint('x')", { name: "prog.py" });
    assert.equal(kind, "raised");
    assert.equal(error?.type, "ValueError");
    assert.equal(error?.line, 2);
    assert.match(error?.traceback ?? "", /File "prog.py", line 2/);
  });

  test(`limits end a run, and the session goes on: ${nameOf(place)}`, async () => {
    await using session = await openIn(place, { fuel: 200_000, maxOutput: 10, timeoutMs: 60_000 });
    const loop = await session.run("x = 1\nwhile True: pass");
    assert.deepEqual([loop.kind, loop.limit, loop.used.fuel, loop.rolledBack], ["limited", "fuel", 200_000, false]);
    const output = await session.run("while True: print('abcd')");
    assert.deepEqual([output.kind, output.limit, output.stdout, output.truncated], ["limited", "output", "abcd\nabcd\n", true]);
    assert.equal((await session.run("x")).value, 1);
    const power = await session.run("x = 2; n = 3\nn ** 10**7");
    assert.deepEqual([power.kind, power.limit, power.rolledBack], ["limited", "fuel", true]);
    assert.equal((await session.run("x")).value, 1);
  });

  test(`a first run that is rolled back leaves what a session begins with: ${nameOf(place)}`, async () => {
    const options: SessionOptions = { fuel: 1_000_000, args: ["a"], stdin: "one\ntwo\n", mounts: [{ path: "/", files: { "in.txt": "in" }, writable: true }], hostFunctions: { f: () => 1 } };
    await using fresh = await openIn(place, options);
    await using session = await openIn(place, options);
    const stuck = "n = 3\nn ** 10**7";
    const begun = await session.memorySHA256();
    assert.equal(begun, await fresh.memorySHA256());
    const sees = "import os, random, sys, time\n[sys.argv, os.listdir('/'), open('/in.txt').read(), random.random(), time.time_ns(), f(), input()]";
    for (const source of ["open('/in.txt', 'w').write('x')\nx = bytearray(3 << 20)\nimport random, time\nrandom.random(); time.sleep(5); f()\nn = 3\nn ** 10**7", stuck]) {
      assert.equal((await session.run(source)).rolledBack, true);
      assert.equal(await session.memorySHA256(), begun);
    }
    assert.deepEqual((await session.run(sees)).value, (await fresh.run(sees)).value);
    assert.equal((await session.run(stuck)).rolledBack, true);
    assert.equal(await session.memorySHA256(), await fresh.memorySHA256());
    assert.deepEqual((await session.run("[input(), random.random()]")).value, (await fresh.run("[input(), random.random()]")).value);
  });

  test(`files that a program wrote can be had: ${nameOf(place)}`, async () => {
    await using session = await openIn(place, { mounts: [{ path: "/", files: { "in.txt": "in" }, writable: true }], filesLimitBytes: 1 << 16 });
    const text = (files: Record<string, Uint8Array>) => Object.fromEntries(Object.entries(files).map(([name, data]) => [name, new TextDecoder().decode(data)]));
    assert.deepEqual(text(await session.files()), { "in.txt": "in" });
    await session.run("import os; os.mkdir('a'); os.makedirs('b/c'); open('a/out.txt', 'w').write('out'); os.remove('in.txt')");
    const written = await session.files();
    assert.deepEqual(text(written), { "a/out.txt": "out", "b/c/": "" });
    await using next = await openIn(place, { files: written });
    assert.equal((await next.run("import os; print(os.listdir('b'), os.listdir('b/c'))")).stdout, "['c'] []\n");
  });

  test(`the deadline ends a run: ${nameOf(place)}`, async () => {
    await using session = await openIn(place, { timeoutMs: 50 });
    const outcome = await session.run("while True: pass");
    assert.deepEqual([outcome.kind, outcome.limit], ["limited", "deadline"]);
    assert.equal((await inTime(() => session.run("1"))).value, 1);
  });

  test(`output is streamed as text: ${nameOf(place)}`, async () => {
    const seen: string[] = [];
    await using session = await openIn(place, { onStdout: (text) => seen.push(text) });
    const outcome = await session.run("import sys\nsys.stdout.buffer.write(b'a\\xc3')\nsys.stdout.buffer.write(b'\\xa9\\xc3')\nsys.stderr.write('e')");
    assert.deepEqual([seen.join(""), outcome.stdout, outcome.stderr], ["aé\udcc3", "", "e"]);
  });

  test(`a callback that throws rejects the run: ${nameOf(place)}`, async () => {
    const mistake = new Error("mistake");
    await using session = await openIn(place, {
      onStdout: () => {
        throw mistake;
      },
    });
    await assert.rejects(session.run("print(1)"), mistake);
    assert.equal((await session.run("1")).value, 1);
  });

  test(`reset makes a new session: ${nameOf(place)}`, async () => {
    await using session = await openIn(place);
    const fresh = await session.memorySHA256();
    await session.run("x = [0] * 100000");
    assert.notEqual(await session.memorySHA256(), fresh);
    await session.reset();
    assert.equal(await session.memorySHA256(), fresh);
  });

  test(`a disposed session refuses: ${nameOf(place)}`, async () => {
    const session = await openIn(place);
    await session.dispose();
    await assert.rejects(session.run("1"), /disposed/);
  });
}

for (const place of stoppable) {
  test(`stop ends a run: ${nameOf(place)}`, async () => {
    let begun: () => void;
    const printed = new Promise<void>((resolve) => (begun = resolve));
    await using session = await openIn(place, { onStdout: () => begun() });
    await session.run("x = 'before'");
    for (const source of ["while True: pass", "try:\n  while True: pass\nfinally:\n  while True: pass", "n = 3\nn ** 10**7"]) {
      const running = session.run(`x = 'during'\nfor i in range(10**5): pass\nprint(1)\n${source}`);
      await printed;
      session.stop();
      const { kind, rolledBack } = await running;
      assert.equal(kind, "cancelled");
      assert.equal((await session.run("x")).value, rolledBack ? "before" : "during");
      await session.run("x = 'before'");
    }
  });

  test(`stop at once ends a run that has not begun: ${nameOf(place)}`, async () => {
    await using session = await openIn(place);
    session.stop(); // nothing to end
    const running = session.run("while True: pass");
    session.stop();
    assert.equal((await running).kind, "cancelled");
    assert.equal((await session.run("1")).value, 1);
  });

  test(`a session that is disposed of in the midst of a run rejects it: ${nameOf(place)}`, async () => {
    const session = await openIn(place);
    const running = assert.rejects(session.run("while True: pass"), /disposed/);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await session.dispose();
    await running;
  });
}

test("many sessions run side by side", async () => {
  const sessions = await Promise.all(Array.from({ length: 4 }, () => open({ thread: "worker" })));
  const outcomes = await Promise.all(sessions.map((session, i) => session.run(`x = ${i}\nx`)));
  assert.deepEqual(outcomes.map((outcome) => outcome.value), [0, 1, 2, 3]);
  await Promise.all(sessions.map((session) => session.dispose()));
});

test("stdin is asked for", async () => {
  for (const place of places) {
    const lines = ["one\n", "two\nthree", null];
    await using session = await openIn(place, { stdin: () => lines.shift() ?? null });
    const outcome = await session.run("[input(), input(), input()]");
    assert.deepEqual(outcome.value, ["one", "two", "three"]);
    assert.equal((await session.run("input()")).error?.type, "EOFError");
  }
});

test("stdin may come later where the guest can wait", async () => {
  const long = "x".repeat(300_000);
  for (const place of places) {
    await using session = await openIn(place, { stdin: async () => `${long}\n` });
    assert.equal((await session.run("len(input())")).value, 300_000);
    await using never = await openIn(place, { stdin: () => new Promise(() => undefined), timeoutMs: 100 });
    assert.equal((await never.run("input()")).limit, "deadline");
    const slow = () => new Promise<string>((resolve) => setTimeout(() => resolve("x\n"), 150));
    await using lenient = await openIn(place, { stdin: slow, timeoutMs: 100, countInputTime: false });
    assert.equal((await inTime(() => lenient.run("input()"))).value, "x");
    assert.equal((await lenient.run("while True: pass")).limit, "deadline");
  }
});

test("wrong options are refused with what is right", async () => {
  const wrong: [Record<string, unknown>, RegExp][] = [
    [{ memory: 1000 }, /between 1048576 \(1 MiB\)/],
    [{ memory: 2 ** 31 }, /1073741824 \(1 GiB\)/],
    [{ fuel: -1 }, /option fuel/],
    [{ fuel: 1.5 }, /whole number/],
    [{ timeoutMs: NaN }, /option timeoutMs/],
    [{ maxOutput: -1 }, /option maxOutput/],
    [{ args: ["a\0"] }, /NUL/],
    [{ timeout: 1 }, /there are memory/],
    [{ toString: 1 }, /option toString: there is none of that name/],
    [{ memory: "16" }, /option memory: "16"; expected a whole number/],
    [{ memory: Infinity }, /1073741824 \(1 GiB\)/],
    [{ fuel: null }, /option fuel: null; expected/],
    [{ fuel: 2 ** 53 }, /option fuel/],
    [{ timeoutMs: -1e300 }, /option timeoutMs/],
    [{ timeoutMs: "1" }, /option timeoutMs/],
    [{ maxRequest: 2 ** 31 }, /option maxRequest: 2147483648 bytes; it must be between 1 and/],
    [{ maxReply: NaN }, /option maxReply: NaN/],
    [{ filesLimit: -1 }, /option filesLimit: -1/],
    [{ filesLimitBytes: 0.5 }, /option filesLimitBytes/],
    [{ filesLimit: 1, filesLimitBytes: 0 }, /filesLimitBytes says that the guest cannot write/],
    [{ mounts: [{ path: "/a", files: {}, writable: true }], filesLimitBytes: 0 }, /filesLimitBytes says that it cannot write/],
    [{ args: "abc" }, /option args: "abc"; expected an array of texts/],
    [{ args: [5] }, /option args: an array; expected .*; item 0 is 5, expected text/],
    [{ args: ["\udcff"] }, /surrogates/],
    [{ args: { 0: "a", length: 1 } }, /option args: an object; expected an array/],
    [{ path: "/lib" }, /option path: "\/lib"; expected an array/],
    [{ env: ["A=1"] }, /option env: an array; expected an object/],
    [{ env: { A: 1 } }, /option env: .*"A" is 1, expected text/],
    [{ env: { "A=": "1" } }, /option env/],
    [{ env: { A: "x".repeat(17 << 20) } }, /option env: 1 variables, 1782\d+ bytes/],
    [{ mounts: 5 }, /option mounts: 5; expected an array of mounts/],
    [{ mounts: [5] }, /item 0 is 5, expected an object/],
    [{ mounts: [{ path: "/a" }] }, /option mounts: files: undefined; expected an object/],
    [{ mounts: [{ files: {} }] }, /option mounts: path: undefined; expected text/],
    [{ mounts: [{ path: 5, files: {} }] }, /option mounts: path: 5/],
    [{ mounts: [{ path: "/a", files: { b: 5 } }] }, /option mounts: files: .*"b" is 5/],
    [{ mounts: [{ path: "/a", files: {}, writeable: true }] }, /option mounts: writeable: there is none of that name; there are path, files, writable/],
    [{ mounts: [{ path: "/a", files: {}, writable: 1 }] }, /option mounts: writable: 1; expected true or false/],
    [{ mounts: [{ path: "a", files: {} }] }, /absolute/],
    [{ files: [] }, /option files: an array/],
    [{ files: { a: null } }, /"a" is null/],
    [{ files: "text" }, /option files: "text"/],
    [{ hostFunctions: [] }, /option hostFunctions: an array; expected an object of functions/],
    [{ hostFunctions: { f: 5 } }, /option hostFunctions: .*"f" is 5, expected a function/],
    [{ hostFunctions: () => 1 }, /option hostFunctions: a function/],
    [{ stdin: 5 }, /option stdin: 5; expected text, a Uint8Array or a function/],
    [{ stdin: "\ud800" }, /surrogates/],
    [{ onStdout: console }, /option onStdout: an object.*; expected a function/],
    [{ onStderr: "x" }, /option onStderr/],
    [{ seed: 1.5 }, /option seed: 1.5; expected a whole number/],
    [{ seed: -1 }, /option seed: -1; expected 0 to/],
    [{ seed: "1" }, /option seed: "1"/],
    [{ clock: "sundial" }, /option clock: "sundial"; expected "fixed" or "real"/],
    [{ clockStart: 5 }, /option clockStart: 5; expected a Date/],
    [{ clockStart: new Date(NaN) }, /option clockStart: expected a year/],
    [{ countHostTime: "yes" }, /option countHostTime: "yes"; expected true or false/],
    [{ thread: "elsewhere" }, /option thread: "elsewhere"; expected "worker" or "here"/],
  ];
  const refused = (pattern: RegExp) => (error: unknown) => error instanceof OptionError && pattern.test(error.message) ? true : assert.fail(`got ${String(error)}, want ${String(pattern)}`);
  for (const [options, pattern] of wrong) await assert.rejects(open(options), refused(pattern), Object.keys(options).join());
  for (const options of [null, 5, "abc", [], true, () => 1, 5n, Symbol("x")]) {
    await assert.rejects(open(options as never), refused(/^the options of a session: .*; expected an object/), typeof options);
    await assert.rejects(MicroPython.load(options as never), refused(/^the options of MicroPython.load: .*; expected an object/), typeof options);
  }
  for (const [options, pattern] of [[{ artifact: 5 }, /option artifact: 5/], [{ artifact: null }, /option artifact: null/], [{ worker: {} }, /option worker: an object/], [{ url: "x" }, /there are artifact, worker/]] as const) {
    await assert.rejects(MicroPython.load(options as never), refused(pattern));
  }
  await using session = await open();
  for (const code of [5, null, undefined, {}, ["1"], () => 1]) await assert.rejects(session.run(code as never), refused(/^the program: .*; expected text or a Uint8Array/));
  for (const [options, pattern] of [
    [null, /^the options of a run: null; expected an object/],
    [5, /^the options of a run: 5/],
    [{ name: 5 }, /option name: 5; expected text/],
    [{ name: "é".repeat(128) }, /option name: .*; expected text of at most 255 bytes/],
    [{ name: "a\0" }, /option name: .*NUL/],
    [{ inputs: { ["x".repeat(256)]: 1 } }, /at most 255 bytes/],
    [{ noValue: 1 }, /option noValue: 1/],
    [{ inputs: [] }, /option inputs: an array/],
    [{ input: {} }, /option input: there is none of that name; there are name, noValue, assignedValue, interactive, inputs/],
  ] as const) {
    await assert.rejects(session.run("1", options as never), refused(pattern));
  }
  await assert.rejects(session.run("'\ud800'"), refused(/surrogates/));
  await assert.rejects(session.continues(5 as never), refused(/^the text: 5/));
  await assert.rejects(session.restore("x" as never), refused(/^the snapshot: "x"; expected a Uint8Array/));
  assert.throws(() => new Tuple(5 as never), /expected an array/);
  assert.equal((await session.run("6 * 7")).value, 42);
});

test("what a guest has no room for is refused", async () => {
  for (const place of places) {
    const large = "x".repeat(2 << 20);
    const refused = (pattern: RegExp) => (error: unknown) => error instanceof OptionError && pattern.test(error.message);
    await assert.rejects(openIn(place, { memory: 1 << 20, args: [large] }), refused(/option args: 1 strings, 2097152 bytes; a guest with a memory limit of 1048576 bytes/), nameOf(place));
    await assert.rejects(openIn(place, { memory: 1 << 20, args: Array<string>(300_000).fill("") }), refused(/option args: 300000 strings/), nameOf(place));
    await assert.rejects(openIn(place, { memory: 1 << 20, path: [large] }), refused(/option path/), nameOf(place));
    await using session = await openIn(place, { args: ["a", "b"], memory: 1 << 20 });
    assert.equal((await session.run("import sys; len(sys.argv)")).value, 2);
  }
});

test("programs call functions of the page", async () => {
  for (const place of places) {
    await using session = await openIn(place, {
      hostFunctions: {
        add: (a: number, b: number) => a + b,
        "db.query": (text: string, options?: { limit: number }) => [text, options?.limit ?? null, new Map([["k", new Tuple([1n << 70n])]])],
        nothing: () => undefined,
        refuse: () => {
          throw new PyException("KeyError", "no such thing");
        },
        fail: () => {
          throw new Error("went wrong");
        },
        wrong: () => Symbol("x"),
        big: () => new Uint8Array(2 << 20),
      },
    });
    const outcome = await session.run("import db\n[add(1, 2), db.query('q', limit=3), db.query('q'), nothing()]");
    const query = (limit: number | null) => ["q", limit, new Map([["k", new Tuple([1n << 70n])]])];
    assert.deepEqual(outcome.value, [3, query(3), query(null), null], outcome.error?.traceback);
    for (const [call, type, text] of [
      ["refuse()", "KeyError", "no such thing"],
      ["fail()", "RuntimeError", "went wrong"],
      ["wrong()", "TypeError", "cannot be passed"],
      ["big()", "ValueError", "the program takes 1048576"],
      ["add(bytes(2 << 20), 1)", "ValueError", "the host takes 1048576"],
      ["add(object(), 1)", "TypeError", ""],
    ] as const) {
      const { error } = await session.run(call);
      assert.equal(error?.type, type, `${call}: ${error?.traceback}`);
      assert.ok(error?.message.includes(text), `${call}: ${error?.message}`);
    }
  }
});

test("a call waits for a promise where it can", async () => {
  let called = 0;
  const later = async (n: number) => {
    called++;
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (n < 0) throw new PyException("ValueError", "negative");
    return n * 2;
  };
  for (const place of places) {
    called = 0;
    await using session = await openIn(place, { hostFunctions: { later }, timeoutMs: 60_000 });
    const outcome = await session.run("try: later(-1)\nexcept ValueError as e: print(e)\nsum(later(i) for i in range(5))");
    assert.deepEqual([outcome.value, outcome.stdout, called], [20, "negative\n", 6], outcome.error?.traceback);
  }
});

test("a run that waits for a promise can be stopped", async () => {
  for (const place of places) {
    let call = () => {};
    const called = new Promise<void>((resolve) => (call = resolve));
    await using session = await openIn(place, { hostFunctions: { never: () => (call(), new Promise(() => undefined)) } });
    await session.run("x = 1");
    const running = session.run("x = 2\ntry: never()\nexcept BaseException: x = 3");
    await called;
    await new Promise((resolve) => setTimeout(resolve, 50));
    session.stop();
    const { kind, rolledBack } = await running;
    assert.deepEqual([kind, rolledBack], ["cancelled", place.waiting === "pause"]);
    assert.equal((await session.run("x")).value, rolledBack ? 1 : 2);
  }
});

test("the deadline waits while a host function runs, unless that counts", async () => {
  const slow = () => new Promise((resolve) => setTimeout(resolve, 150));
  for (const place of places) {
    await using lenient = await openIn(place, { hostFunctions: { slow }, timeoutMs: 100 });
    assert.equal((await inTime(() => lenient.run("slow()"))).kind, "completed");
    await using strict = await openIn(place, { hostFunctions: { slow }, timeoutMs: 100, countHostTime: true });
    assert.equal((await strict.run("slow()")).limit, "deadline");
  }
});

test("inputs are variables, and stay", async () => {
  for (const place of places) {
    await using session = await openIn(place);
    const outcome = await session.run("[a, b + 1, c]", { inputs: { a: "é", b: 2n ** 64n, c: { y: [1.5], x: null } } });
    assert.deepEqual(outcome.value, ["é", 2n ** 64n + 1n, new Map<unknown, unknown>([["x", null], ["y", [1.5]]])]);
    assert.equal((await session.run("a")).value, "é");
    await assert.rejects(session.run("1", { inputs: { "a b": 1 } }), OptionError);
    await assert.rejects(session.run("1", { inputs: { a: () => 1 } }), /value\["a"\].*function/);
  }
});

test("names of host functions are checked", async () => {
  const f = () => 1;
  const taken = ["sys.exit", "json.loads", "asyncio.run", "os.system", "print", "ValueError", "__import__", "db.__name__"].map((name) => [name]);
  for (const place of places) {
    for (const names of [["x".repeat(256)], ["m." + "x".repeat(254)], ["1a"], ["a.b.c"], ["class"], ["a", "a.b"], ["__main__.x"], [""], ...taken]) {
      await assert.rejects(openIn(place, { hostFunctions: Object.fromEntries(names.map((name) => [name, f])) }), OptionError, String(names));
    }
    await using session = await openIn(place, { hostFunctions: { match: f, "system.exit": f, "db.len": f } });
    assert.deepEqual((await session.run("import system, db\n[match(), system.exit(), db.len()]")).value, [1, 1, 1]);
  }
});

test("files can be granted, written, and are rolled back with the rest", async () => {
  for (const place of places) {
    await using session = await openIn(place, { files: { "lib/mod.py": "x = 7", "a.txt": "text" }, filesLimitBytes: 1000, path: ["/lib"], fuel: 1_000_000 });
    const outcome = await session.run("import mod, os\nwith open('/b.txt', 'w') as f: f.write('b' * 10)\n[mod.x, open('/a.txt').read(), os.listdir('/')]");
    assert.deepEqual(outcome.value, [7, "text", ["a.txt", "b.txt", "lib", "tmp"]], outcome.error?.traceback);
    const ended = await session.run("open('/b.txt', 'w').close()\nn = 3\nn ** 10**7");
    assert.deepEqual([ended.limit, ended.rolledBack], ["fuel", true]);
    assert.equal((await session.run("open('/b.txt').read()")).value, "bbbbbbbbbb");
    assert.equal((await session.run("open('/c.txt', 'w').write('c' * 2000)")).error?.type, "OSError");
  }
});

test("without a grant, files are written into memory, unless that is turned off", async () => {
  for (const place of places) {
    await using session = await openIn(place);
    const outcome = await session.run("import os\nopen('a.txt', 'w').write('a')\nos.mkdir('/tmp/d')\nopen('/tmp/d/b', 'wb').write(b'\\0')\nos.getcwd(), os.listdir('/')");
    assert.deepEqual(outcome.value, new Tuple(["/", ["a.txt", "tmp"]]), outcome.error?.traceback);
    const files = Object.entries(await session.files()).sort(([a], [b]) => (a < b ? -1 : 1)); // in whichever order the guest made them
    assert.deepEqual(files, [["a.txt", Uint8Array.of(97)], ["tmp/d/b", Uint8Array.of(0)]]);
    await session.reset();
    assert.deepEqual(await session.files(), {});
    await using changed = await openIn(place, { files: { "a.txt": "a" } });
    await changed.run("open('a.txt', 'a').write('b')");
    assert.deepEqual(await changed.files(), { "a.txt": Uint8Array.of(97, 98) });
    await using off = await openIn(place, { files: { "a.txt": "a" }, filesLimitBytes: 0 });
    assert.equal((await off.run("open('a.txt', 'a')")).error?.type, "OSError");
    assert.deepEqual((await off.run("import os; os.listdir('/')")).value, ["a.txt"]);
    assert.deepEqual(await off.files(), {});
  }
});

test("snapshots are restored and forked", async () => {
  for (const place of places) {
    const options = { filesLimitBytes: 1000, hostFunctions: { f: () => 1 } };
    await using session = await openIn(place, options);
    await session.run("x = [1]\nopen('/a', 'w').write('a')");
    const taken = await session.snapshot();
    await session.run("x.append([0] * 100000)\nopen('/a', 'w').write('b')");
    await using fork = await session.fork();
    await session.restore(taken);
    assert.deepEqual((await session.run("[x, open('/a').read()]")).value, [[1], "a"]);
    assert.deepEqual((await fork.run("[len(x), open('/a').read()]")).value, [2, "b"]);
    await assert.rejects(session.restore(taken.slice(0, 100)), SnapshotError);
    assert.deepEqual((await session.run("x")).value, [1]);
  }
});

test("a worker that cannot be loaded is an error that says so", async () => {
  const { MicroPython } = await import("../src/index.ts");
  const compiled = await WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  const engine = await MicroPython.load({ artifact: compiled, worker: new URL("./nothing.js", import.meta.url) });
  await assert.rejects(engine.session({ thread: "worker" }), /nothing\.js/);
  engine.close();
});

test("calls of host functions are counted, and bounded", async () => {
  for (const place of places) {
    await using session = await openIn(place, { hostFunctions: { echo: (x: unknown) => x }, maxHostCalls: 3, maxHostBytes: 1000 });
    const within = await session.run("[echo(i) for i in range(3)]");
    assert.deepEqual([within.value, within.used.hostCalls, within.used.hostBytes], [[0, 1, 2], 3, 24]);
    assert.equal((await session.run("try:\n  for i in range(9): echo(i)\nexcept BaseException: pass")).limit, "host calls");
    assert.equal((await session.run("echo('x' * 600)")).limit, "host bytes");
    assert.equal((await session.run("1")).used.hostCalls, 0);
  }
});

test("a program that ends in an assignment gives its value if asked", async () => {
  for (const place of places) {
    await using session = await openIn(place);
    assert.deepEqual([(await session.run("x = 6 * 7")).value, (await session.run("x = 6 * 7", { assignedValue: true })).value], [null, 42]);
  }
});
