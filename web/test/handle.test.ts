import assert from "node:assert/strict";
import test from "node:test";

import { Handle, type Outcome, Pause, PyException, type Session, type SessionOptions, Tuple, ValueError } from "../src/index.ts";
import { nameOf, openIn, places } from "./host.ts";

/** As runtime/sandbox/handle_test.go has it: functions that call back. */
const options: SessionOptions = {
  seed: 3,
  handles: 8,
  fuel: 2_000_000,
  hostFunctions: {
    each: async (items: unknown[], f: Handle) => {
      for (const [i, item] of items.entries()) items[i] = await f.call([item]);
      return items;
    },
    total: async (items: Handle) => {
      let sum = 0;
      for await (const item of items) sum += item as number;
      return sum;
    },
    safely: async (f: Handle) => {
      try {
        return await f.call();
      } catch (error) {
        return error instanceof PyException ? `${error.type}: ${error.message}` : String(error);
      }
    },
    same: (handle: Handle) => handle,
  },
};

async function give(session: Session, source: string): Promise<unknown> {
  const outcome = await session.run(source);
  assert.equal(outcome.kind, "completed", outcome.error?.traceback);
  return outcome.value;
}

const plain = (value: unknown): unknown => (value instanceof Tuple ? value.items.map(plain) : Array.isArray(value) ? value.map(plain) : value);

for (const place of places) {
  test(`objects are held: ${nameOf(place)}`, async () => {
    await using session = await openIn(place, options);
    const account = (await give(
      session,
      "class Account:\n  def __init__(self): self.total = 1\n  def add(self, n, by=1):\n    self.total += n * by\n    return self.total\nAccount()",
    )) as Handle;
    assert.equal(account.type, "Account");
    const add = (await account.attr("add")) as Handle;
    assert.equal(await add.call([3], { by: 2 }), 7);
    assert.equal(await account.attr("total"), 7);
    await assert.rejects(account.call(), (error) => error instanceof PyException && error.type === "TypeError");
    await assert.rejects(account.attr("none"), (error) => error instanceof PyException && error.type === "AttributeError");
    assert.equal((await session.call("isinstance", [account, await give(session, "Account")])).value, true);
    const items = [];
    for await (const item of (await give(session, "(n * n for n in range(4))")) as Handle) items.push(item);
    assert.deepEqual(items, [0, 1, 4, 9]);
    assert.equal(await ((await give(session, "print")) as Handle).repr(), "<built-in function print>");
  });

  test(`handles are bounded, and refused when they are over: ${nameOf(place)}`, async () => {
    await using session = await openIn(place, options);
    await using other = await openIn(place, options);
    const held = (await give(session, "[print] * 8")) as Handle[];
    await assert.rejects(other.call("repr", [held[0]]), (error) => error instanceof ValueError && /another session/.test(error.message));
    const over = await session.run("print");
    assert.equal(over.error?.message, "the host holds 8 objects already");
    for (const handle of held) handle.close();
    await assert.rejects((held[0] as Handle).call(), /a handle that is over/);
    const [kept] = (await give(session, "[print] * 8")) as Handle[];
    const stored = await session.snapshot();
    await session.restore(stored);
    await assert.rejects((kept as Handle).call(), /a handle that is over/);
    const [again] = (await give(session, "[print] * 8")) as Handle[];
    await session.reset();
    await assert.rejects((again as Handle).call(), /a handle that is over/);
    await give(session, "for _ in range(20): each([1], lambda x: x), same(print), total(x for x in (1, 2))");
    await give(session, "[print] * 8");
    await assert.rejects(session.call("#free"), { name: "OptionError" });
  });

  test(`host functions call back: ${nameOf(place)}`, async () => {
    const cases: [string, unknown][] = [
      ["each([1, 2, 3], lambda n: n * 2)", [2, 4, 6]],
      ["seen = []\neach([1, 2], seen.append)\nseen", [1, 2]],
      ["total(n * n for n in range(5))", 30],
      ["each([[1, 2], [3]], lambda row: each(row, lambda n: -n))", [[-1, -2], [-3]]],
      ["f = lambda: 0\nsame(f) is f", true],
      ["class Mine(Exception): pass\ndef f(n): raise Mine(n)\ntry:\n  each([7], f)\nexcept Mine as e: got = e.args\ngot", [7]],
      ["def f(): return 1 / 0\nsafely(f)", "ZeroDivisionError: division by zero"],
      ["import sys\ntry: each([7], sys.exit)\nexcept SystemExit as e: got = e.code\ngot", 7],
      ["r = 0\ndef f(x):\n  global r\n  r += 1\n  each([x], f)\ntry: each([1], f)\nexcept RecursionError as e: pass\nr", 32],
    ];
    for (const [source, want] of cases) {
      await using session = await openIn(place, { ...options, handles: 64 });
      assert.deepEqual(plain(await give(session, source)), want, source);
    }
  });

  test(`a run ends in what is called back: ${nameOf(place)}`, async () => {
    await using session = await openIn(place, options);
    const kept = (await give(session, "def kept(): return 5\nkept")) as Handle;
    const outcome: Outcome = await session.run("def f(x):\n  while True: pass\neach([1], lambda x: each([x], f))");
    assert.deepEqual([outcome.kind, outcome.limit], ["limited", "fuel"]);
    assert.equal(await kept.call(), 5);
    await using pausing = await openIn(place, {
      ...options,
      hostFunctions: {
        ...options.hostFunctions,
        later: () => {
          throw new Pause();
        },
      },
    });
    await assert.rejects(pausing.run("each([1], lambda x: later())"), /cannot pause the run that called back/);
  });
}
