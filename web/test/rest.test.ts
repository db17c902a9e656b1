// An artifact that was cut in two, as the playground has it. Node.js alone: what matters is no different in browsers.

import assert from "node:assert/strict";
import test from "node:test";

import { MicroPython, type Outcome, type SessionOptions } from "../src/index.ts";
import { fromNode } from "../src/node.ts";
import { eventually, load, nameOf, openIn, places } from "./host.ts";

async function part(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const { readFile } = await fromNode<typeof import("node:fs/promises")>("node:fs/promises");
  return Uint8Array.from(await readFile(`${process.env.MPWASM_PARTS ?? ""}/${name}.wasm`));
}

/** An engine of the core, which gets the rest by what a test says. */
async function loadCore(rest: (module: WebAssembly.Module) => Promise<WebAssembly.Module>): Promise<MicroPython> {
  const module = await WebAssembly.compile(await part("rest"));
  return MicroPython.load({ artifact: await part("core"), rest: () => rest(module) });
}

/** One whose rest comes when come is called. */
async function held() {
  let come = () => {};
  const state = { asked: 0, come: () => come() };
  const engine = await loadCore((module) => {
    state.asked++;
    return new Promise((resolve) => (come = () => resolve(module)));
  });
  return { engine, state };
}

/** What must be the same. */
const shown = ({ used, ...outcome }: Outcome) => ({ ...outcome, fuel: used.fuel, heap: used.heapPeakBytes, calls: used.hostCalls, bytes: used.hostBytes });

/** Programs that need the rest in their midst, after they wrote something, or were told something. */
const cold: [string, string, () => SessionOptions][] = [
  ["import", "print('before')\nimport json, textwrap\nprint(json.dumps(textwrap.wrap('a b c ' * 9, 10)))", () => ({})],
  ["no import", "x = [i * i for i in range(1000)]\nprint('a', 'b')\nprint(bytearray(b'abc').hex(), memoryview(b'x')[0], complex(1, 2) * 2j)\nprint(x[-1])", () => ({})],
  ["exec", "exec('import csv\\nprint(csv.__name__)')\neval('1 + 1')", () => ({})],
  ["stdin", "a = input('? ')\nb = input()\nimport string\nprint(a, b, string.digits)\nprint(input())", () => ({ stdin: "one\ntwo\nthree\n" })],
  ["stdin by function", "a = input('? ')\nimport string\nprint(a, string.digits)\nprint(input())", () => {
    const lines = ["one\n", "two\n"];
    return { stdin: async () => lines.shift() ?? null };
  }],
  ["host functions", "import host\nprint(host.next())\nprint(host.next())\nimport string\nprint(host.next(), string.digits)", () => {
    let calls = 0;
    return { hostFunctions: { "host.next": async () => ++calls } };
  }],
  ["a clock", "import time, host\na = time.time()\nprint('a')\ntime.sleep(0.01)\nimport string\nprint(time.time() >= a + 0.01, string.digits)", () => ({ hostFunctions: { "host.none": () => null } })],
  ["files", "with open('/tmp/a', 'w') as f: f.write('x')\nimport string\nprint(open('/tmp/a').read())", () => ({})],
  ["random", "import random\nprint(random.random())\nimport string\nprint(random.random())", () => ({})],
  ["an exception", "def f():\n    import string\n    raise KeyError(string.digits)\ntry:\n    print('x')\n    f()\nexcept KeyError as e:\n    print(e)\nf()", () => ({})],
  ["fuel", "print('x')\nimport string\nwhile True: pass", () => ({ fuel: 300_000 })],
  ["too much output", "print('x')\nimport string\nwhile True: print('y')", () => ({ maxOutput: 1000 })],
  ["exit", "print('x')\nimport string, sys\nsys.exit(3)", () => ({})],
];

if ("process" in globalThis) {
  for (const place of places) {
    const label = nameOf(place);

    for (const [name, code, options] of cold) {
      test(`a run that needs the rest before it comes: ${name}: ${label}`, async () => {
        const { engine, state } = await held();
        const whole = await openIn(place, options());
        const session = await openIn(place, options(), engine);
        const first = await session.run("y = 1\nprint('first')");
        assert.equal(state.asked, 0, "a plain program waits for nothing");
        const run = session.run(code);
        await eventually(() => state.asked > 0);
        state.come();
        const want = [await whole.run("y = 1\nprint('first')"), await whole.run(code)];
        assert.deepEqual([first, await run].map(shown), want.map(shown));
        assert.equal(await session.memorySHA256(), await whole.memorySHA256());
        assert.deepEqual(shown(await session.run("import csv\ny")), shown(await whole.run("import csv\ny")), "what comes after is at once");
        await session.reset();
        await whole.reset();
        assert.deepEqual(shown(await session.run("import csv\ncsv.__name__")), shown(await whole.run("import csv\ncsv.__name__")));
        assert.equal(state.asked, 1);
        await Promise.all([whole.dispose(), session.dispose()]);
        engine.close();
      });
    }

    test(`output of a run that is had again is shown once: ${label}`, async () => {
      const { engine, state } = await held();
      let out = "";
      const session = await openIn(place, { onStdout: (text) => void (out += text), clock: "real" }, engine);
      const run = session.run("import time\nprint('é' * 20000)\ntime.sleep(0.2)\nimport string\nprint(string.digits)");
      await eventually(() => state.asked > 0);
      assert.equal(out, `${"é".repeat(20000)}\n`);
      state.come();
      const began = performance.now();
      assert.equal((await run).kind, "completed");
      assert.ok(performance.now() - began < 190, "it slept twice");
      assert.equal(out, `${"é".repeat(20000)}\n0123456789\n`);
      await session.dispose();
      engine.close();
    });

    test(`the wait for the rest does not count: ${label}`, async () => {
      const { engine, state } = await held();
      const session = await openIn(place, { timeoutMs: 500 }, engine);
      const run = session.run("import string\nstring.digits");
      await eventually(() => state.asked > 0);
      await new Promise((resolve) => setTimeout(resolve, 600));
      state.come();
      assert.equal((await run).value, "0123456789");
      await session.dispose();
      engine.close();
    });

    test(`the rest that cannot be had is an error, and asked for again: ${label}`, async () => {
      let asked = 0;
      const engine = await loadCore(async (module) => {
        if (++asked === 1) throw new Error("no network");
        return module;
      });
      const session = await openIn(place, {}, engine);
      await assert.rejects(session.run("z = 1\nimport csv"), /no network/);
      assert.equal((await session.run("1 + 1")).value, 2);
      assert.equal((await session.run("z")).kind, "raised", "a run that did not come to its end left something");
      assert.equal((await session.run("import csv\n3")).value, 3);
      await session.dispose();
      engine.close();
    });

    test(`a run that waits for the rest can be stopped: ${label}`, async () => {
      const { engine, state } = await held();
      const session = await openIn(place, {}, engine);
      await session.run("x = 1");
      const run = session.run("x = 2\nimport csv");
      await eventually(() => state.asked > 0);
      session.stop();
      const { kind, rolledBack } = await run;
      assert.deepEqual([kind, rolledBack], ["cancelled", true]);
      assert.equal((await session.run("x")).value, 1);
      await session.dispose();
      engine.close();
    });

    test(`a session is over while a run waits for the rest: ${label}`, async () => {
      const { engine, state } = await held();
      const session = await openIn(place, {}, engine);
      const run = session.run("import csv");
      await eventually(() => state.asked > 0);
      const over = assert.rejects(run, /disposed/);
      await session.dispose();
      await over;
      engine.close();
    });
  }

  test("snapshots, forks, calls and digests are those of a whole artifact", async () => {
    const engine = await loadCore(async (module) => module);
    const whole = await (await load()).session();
    const session = await engine.session();
    await Promise.all([session.run("def f(): return 1"), whole.run("def f(): return 1")]);
    assert.equal(await session.memorySHA256(), await whole.memorySHA256());
    const fork = await session.fork();
    assert.equal((await fork.call("f")).value, 1);
    assert.equal((await fork.run("import csv\ncsv.__name__")).value, "csv");
    await Promise.all([fork.dispose(), session.dispose(), whole.dispose()]);
    engine.close();
  });
}
