import assert from "node:assert/strict";
import test from "node:test";

import { type Outcome, Pause, PyException, type Session, type SessionOptions, Tuple, closeObject } from "../src/index.ts";
import { eventually, nameOf, openIn, places } from "./host.ts";

/** As runtime/sandbox/object_test.go has it. */
class Account {
  static python = { type: "account", methods: ["add", "refuse"], attributes: ["owner", "total"], iterable: true };
  owner = "ann";
  total = 5;
  history: number[] = [];
  secret = "s";
  add(n: number) {
    this.history.push(n);
    return (this.total += n);
  }
  async refuse() {
    throw new PyException("PermissionError", "not today");
  }
  [Symbol.iterator]() {
    return this.history.values();
  }
}

class Table {
  static python = { type: "Table", iterable: true };
  rows = 0;
  ended = false;
  async *[Symbol.asyncIterator]() {
    try {
      for (;;) yield this.rows++;
    } finally {
      this.ended = true;
    }
  }
}

class Fresh {
  static python = { type: "Fresh" };
}

class Wrong {
  static python = { type: "Wrong", methods: ["nothing"] };
}

function offer() {
  const [ann, table] = [new Account(), new Table()];
  const options: SessionOptions = {
    fuel: 5_000_000,
    objects: 8,
    hostFunctions: {
      account: () => ann,
      owner: (account: Account) => account.owner,
      table: () => table,
      fresh: () => [new Fresh()],
      wrong: () => new Wrong(),
      "bank.rate": (name: string, days: object) => [name, days],
      "bank.pay": async () => 1,
    },
  };
  return { ann, table, options };
}

const plain = (value: unknown): unknown => (value instanceof Tuple ? value.items.map(plain) : Array.isArray(value) ? value.map(plain) : value);

async function give(session: Session, source: string): Promise<unknown> {
  const outcome = await session.run(source);
  assert.equal(outcome.kind, "completed", outcome.error?.traceback);
  return plain(outcome.value);
}

const errorOf = ({ error }: Outcome) => error && `${error.type}: ${error.message}`;

for (const place of places) {
  test(`programs hold objects: ${nameOf(place)}`, async () => {
    for (const [source, want] of [
      ["a = account()\n(a.add(3), a.total, a.owner)", [8, 8, "ann"]],
      ["dir(account())", ["__iter__", "add", "owner", "refuse", "total"]],
      ["repr(account()) + repr(account().add)", "<host object account><host method account.add>"],
      ["a, b = account(), account()\n(a == b, len({a, b}), a == table(), type(a) is type(b))", [true, 1, false, true]],
      ["owner(account())", "ann"],
      ["a = account()\na.add(1), a.add(2)\n(list(a), sum(a))", [[1, 2], 3]],
      ["a = account()\na.add(7)\ni = iter(a)\n(next(i), next(i, None), next(i, None))", [7, null, null]],
    ] as const) {
      await using session = await openIn(place, offer().options);
      assert.deepEqual(await give(session, source), want, source);
    }
    for (const [source, want] of [
      ["account().secret", "AttributeError: 'account' object has no attribute 'secret'"],
      ["account().total = 4", "AttributeError: attribute 'total' of 'account' objects is not writable"],
      ["account().refuse()", "PermissionError: not today"],
      ["next(table())", "TypeError: 'Table' object is not an iterator"],
      ["wrong()", "TypeError: wrong() gave what cannot be passed: encoding value: the class Wrong has no method nothing"],
      ["all = [fresh() for _ in range(9)]", "TypeError: fresh() gave what cannot be passed: encoding value[0]: the program holds 8 objects of the host's already"],
      ["import bank\nbank.rates", "AttributeError: module 'bank' has no attribute 'rates'; the host offers bank.rate(name, days); bank.pay()"],
    ] as const) {
      await using session = await openIn(place, offer().options);
      assert.equal(errorOf(await session.run(source)), want, source);
    }
  });

  test(`items stream: ${nameOf(place)}`, async () => {
    const { table, options } = offer();
    await using session = await openIn(place, options);
    assert.deepEqual(await give(session, "rows = iter(table())\n[next(rows) for _ in range(3)]"), [0, 1, 2]);
    assert.equal(table.rows, 3);
    assert.equal(await give(session, "next(rows)"), 3);
    assert.equal(table.ended, false);
    await session.reset();
    await eventually(() => table.ended);
    assert.equal(table.ended, true);
  });

  test(`objects end: ${nameOf(place)}`, async () => {
    const { ann, options } = offer();
    await using session = await openIn(place, options);
    assert.equal(await give(session, "a = account()\na"), ann);
    assert.equal((await session.call("owner", [ann])).value, "ann");
    const over = "RuntimeError: account.total: the object of the host is over";
    const forked = await session.fork();
    await give(forked, "b = fresh()[0]");
    assert.equal(errorOf(await forked.run("a.total")), over);
    await forked.dispose();
    await session.restore(await session.snapshot());
    await give(session, "b = fresh()[0]");
    assert.equal(errorOf(await session.run("a.total")), over);
    const rolledBack = await session.run("a = account()\nsum(range(10**9))");
    assert.ok(rolledBack.rolledBack);
    assert.equal(errorOf(await session.run("a.total")), over);
    assert.equal(await give(session, "b == fresh()[0]"), false);
    await give(session, "a = account()");
    closeObject(ann);
    assert.equal(errorOf(await session.run("a.total")), over);
  });

  test(`a run that holds objects pauses: ${nameOf(place)}`, async () => {
    class Shop {
      static python = { type: "Shop", methods: ["price", "buy"] };
      bought = 0;
      price() {
        throw new Pause();
      }
      buy() {
        return ++this.bought;
      }
    }
    const shop = new Shop();
    await using session = await openIn(place, { hostFunctions: { shop: () => shop } });
    const { paused } = await session.run("s = shop()\nfirst = s.buy()\nprice = s.price('tea')\n(first, price, s.buy(), s == shop())");
    assert.deepEqual(paused?.pending, { kind: "call", id: 2, function: "Shop.price", args: ["tea"], kwargs: {} });
    const outcome = await paused.resume(2.5);
    assert.deepEqual(plain(outcome.value), [1, 2.5, 2, true]);
  });
}
