import assert from "node:assert/strict";
import test from "node:test";

import { type Outcome, Pause, type Paused, PyException, type SessionOptions, awaitable } from "../src/index.ts";
import { nameOf, openIn, places } from "./host.ts";
import gathering from "./programs/gathering.py";

const options = (ask: (name: string) => unknown): SessionOptions => ({ hostFunctions: { ask: awaitable(ask) } });

function answerTo(name: string): string {
  if (name === "b") throw new PyException("KeyError", "no b");
  return name.toUpperCase();
}

const text = (outcome: Outcome) => JSON.stringify(outcome.value, (_, value) => (value && typeof value === "object" && "items" in value ? value.items : value));
const want = JSON.stringify([["A", "KeyError('no b')", "C"], "D"]);

for (const place of places) {
  test(`awaited functions are at work at once: ${nameOf(place)}`, async () => {
    let begun = 0;
    let go = () => {};
    const three = new Promise<void>((resolve) => (go = resolve));
    await using session = await openIn(
      place,
      options(async (name) => {
        if (++begun === 3) go();
        await three; // none is done before all have begun
        return answerTo(name);
      }),
    );
    const outcome = await session.run(gathering);
    assert.equal(text(outcome), want, outcome.error?.traceback);
    assert.ok(outcome.stdout.startsWith("asking for a\nasking for b\nasking for c\n"), outcome.stdout);
    const { value } = await session.run("import asyncio\nasync def polls():\n  t = asyncio.create_task(ask('x'))\n  while not t.done(): await asyncio.sleep(0)\n  return t.result()\nasyncio.run(polls())");
    assert.equal(value, "X");
    await using quick = await openIn(place, options(answerTo));
    assert.equal(text(await quick.run(gathering)), want);
  });

  test(`several calls wait at once, and are answered in any order: ${nameOf(place)}`, async () => {
    const later = options(() => {
      throw new Pause();
    });
    await using session = await openIn(place, later);
    for (const order of [[2, 0, 1], [1, 2, 0]]) {
      let { paused, stdout } = await session.run(gathering);
      assert.equal(stdout, "asking for a\nasking for b\nasking for c\n");
      const all = (paused as Paused).pendingCalls;
      assert.equal(all.length, 3);
      await using other = await openIn(place, later);
      for (const [i, which] of order.entries()) {
        const call = all[which];
        if (!paused || call?.kind !== "call") throw new Error("it waits for no call");
        if (i === 1) {
          const stored = await paused.store();
          await paused.drop();
          paused = await other.restorePaused(stored);
        }
        assert.deepEqual(paused.pendingCalls.length, 3 - i);
        const before = paused;
        const name = String(call.args[0]);
        if (name === "b") ({ paused, stdout } = await paused.throw(new PyException("KeyError", "no b"), call.id));
        else ({ paused, stdout } = await paused.resume(answerTo(name), call.id));
        assert.ok(stdout.startsWith(`${name} is `), stdout);
        await assert.rejects(before.resume(1, call.id));
      }
      const outcome = await (paused as Paused).resume("D");
      assert.equal(text(outcome), want, outcome.error?.traceback);
    }
  });
}
