import assert from "node:assert/strict";
import test from "node:test";

import { OptionError, type Outcome, Pause, type Paused, PausedError, PyException, type SessionOptions } from "../src/index.ts";
import { hex } from "../src/digest.ts";
import { nameOf, openIn, places } from "./host.ts";
import asking from "./programs/asking.py";

function price(name: string, { amount }: { amount: number }): number {
  if (name === "rice") throw new PyException("KeyError", name);
  return name.length + amount + 0.5;
}

const later = () => {
  throw new Pause();
};

const withPrice = (f: (...args: any[]) => unknown): SessionOptions => ({ seed: 5, hostFunctions: { "shop.price": f } });

/** Goes on with a run until it is over. */
async function resumeAll(first: Outcome, next: (paused: Paused) => Promise<Paused>): Promise<{ outcome: Outcome; stdout: string; pauses: number }> {
  let [outcome, stdout, pauses] = [first, first.stdout, 0];
  while (outcome.paused) {
    pauses++;
    const paused = await next(outcome.paused);
    const { pending } = paused;
    if (pending.kind !== "call") throw new Error("it waits for input");
    try {
      outcome = await paused.resume(price(pending.args[0] as string, pending.kwargs as { amount: number }));
    } catch (error) {
      if (!(error instanceof PyException)) throw error;
      outcome = await paused.throw(error);
    }
    stdout += outcome.stdout;
  }
  return { outcome, stdout, pauses };
}

/** What Go's TestPausedRunsAlone has for the same options: either goes on with what the other stored. */
const begun = "1410484e475074bce400034dc93ce7e2b0e04ace98297cc630f2332417fb2cdd";

for (const place of places) {
  test(`a run is stored without its session: ${nameOf(place)}`, async () => {
    const options: SessionOptions = { seed: 5, args: ["a"], env: { B: "1", A: "2" }, hostFunctions: { approve: later } };
    const code = "import random\n[random.random(), approve('x')]";
    await using session = await openIn(place, options);
    const { paused } = await session.run(code);
    const stored = await (paused as Paused).store({ session: false });
    assert.ok(stored.length < 4096, `${stored.length} bytes`);
    assert.ok(hex(stored).includes(begun), "another digest than Go's");
    const want = await (paused as Paused).resume("yes");
    assert.equal(want.kind, "completed");
    await using other = await openIn(place, options);
    const got = await (await other.restorePaused(stored)).resume("yes");
    assert.deepEqual([got.value, got.used.fuel], [want.value, want.used.fuel]);
    await using another = await openIn(place, { ...options, seed: 6 });
    await assert.rejects(another.restorePaused(stored), PausedError);
    const { paused: second } = await session.run(code);
    await assert.rejects((second as Paused).store({ session: false }), PausedError);
  });

  test(`a run that waits comes out as one that does not: ${nameOf(place)}`, async () => {
    await using straight = await openIn(place, withPrice(price));
    await using promising = await openIn(place, withPrice(async (name, options) => price(name, options)));
    await using waiting = await openIn(place, withPrice(later));
    await using elsewhere = await openIn(place, withPrice(later));
    const before = "kept = [1, 2]";
    for (const session of [straight, promising, waiting]) await session.run(before);
    const want = await straight.run(asking);
    assert.equal(want.kind, "completed", want.error?.traceback);
    const promised = await promising.run(asking);
    assert.deepEqual([promised.value, promised.stdout, promised.used.fuel], [want.value, want.stdout, want.used.fuel]);
    assert.equal(await promising.memorySHA256(), await straight.memorySHA256());

    const first = await waiting.run(asking);
    assert.deepEqual([first.kind, first.paused?.pending], ["paused", { kind: "call", id: 0, function: "shop.price", args: ["tea"], kwargs: { amount: 0 } }]);
    await assert.rejects(waiting.run("1"), PausedError);
    const here = await resumeAll(first, async (paused) => paused);
    assert.deepEqual([here.pauses, here.outcome.value, here.stdout, here.outcome.used.fuel], [3, want.value, want.stdout, want.used.fuel]);
    assert.equal(await waiting.memorySHA256(), await straight.memorySHA256());
    await assert.rejects((first.paused as Paused).resume(1), PausedError);

    await waiting.reset();
    await waiting.run(before);
    const there = await resumeAll(await waiting.run(asking), async (paused) => elsewhere.restorePaused(await paused.store()));
    assert.deepEqual([there.pauses, there.outcome.value, there.stdout, there.outcome.used.fuel], [3, want.value, want.stdout, want.used.fuel]);
    assert.equal(await elsewhere.memorySHA256(), await straight.memorySHA256());
  });

  test(`a run waits for input, by a real clock: ${nameOf(place)}`, async () => {
    await using session = await openIn(place, { stdin: later, clock: "real", timeoutMs: 20_000 });
    let outcome = await session.run("import time\na = time.time(), time.monotonic()\nfirst = input('? ')\nsecond = input()\nb = time.time(), time.monotonic()\n[first, second, input(), a <= b]");
    for (const text of ["one\ntwo\n", "three\n"]) {
      assert.deepEqual(outcome.paused?.pending.kind, "input", outcome.error?.traceback);
      await assert.rejects((outcome.paused as Paused).throw(new Error("no")), OptionError);
      outcome = await (outcome.paused as Paused).resume(text);
    }
    assert.deepEqual(outcome.value, ["one", "two", "three", true], outcome.error?.traceback);
  });

  test(`a paused run is dropped, or does not fit: ${nameOf(place)}`, async () => {
    await using session = await openIn(place, withPrice(later));
    const before = await session.memorySHA256();
    const { paused } = await session.run(asking);
    if (!paused) throw new Error("it is not paused");
    const stored = await paused.store();
    await paused.drop();
    await assert.rejects(paused.resume(1), PausedError);
    assert.equal(await session.memorySHA256(), before);
    assert.equal((await session.run("6 * 7")).value, 42);
    const damaged = stored.slice();
    damaged[damaged.length - 9] = (damaged[damaged.length - 9] ?? 0) ^ 1;
    for (const data of [damaged, stored.slice(0, 100), stored.slice(0, 10)]) await assert.rejects(session.restorePaused(data), PausedError);
    await using other = await openIn(place, { ...withPrice(later), hostFunctions: {} });
    await assert.rejects(other.restorePaused(stored));
    const again = await session.restorePaused(stored);
    assert.equal((await again.resume(1)).kind, "paused");
  });

  test(`a run that goes another way is an error: ${nameOf(place)}`, async () => {
    const options = (text: string): SessionOptions => ({ ...withPrice(later), mounts: [{ path: "/m", files: { f: text } }] });
    await using one = await openIn(place, options("tea"));
    const { paused } = await one.run("import shop\nshop.price(open('/m/f').read(), amount=1)");
    await using other = await openIn(place, options("ink"));
    const there = await other.restorePaused(await (paused as Paused).store());
    await assert.rejects(there.resume(1), /number 0 of its journal was a call/);
    assert.equal((await other.run("1 + 1")).value, 2);
  });
}
