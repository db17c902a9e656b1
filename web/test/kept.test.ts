import assert from "node:assert/strict";
import test from "node:test";

import { OptionError, type Outcome, Pause, type Paused, type Session } from "../src/index.ts";
import { loadAnother, nameOf, openIn, places } from "./host.ts";

/** It does much before it waits, so that to have it again takes much longer than to go on. */
const program = "import random\nfound = [random.random()]\nfor _ in range(1_500_000): pass\nfor i in range(3):\n    found.append(ask(i))\n    print(i, found[-1], random.random())\nfound.append(input())\nfound";

const options = { seed: 3, hostFunctions: { ask: later }, stdin: later };

function later(): never {
  throw new Pause();
}

/** Answers whatever a run waits for, and tells what came of it and how long each answer took. */
async function goOn(session: Session, first: Outcome, between: (paused: Paused) => Promise<void> = async () => undefined) {
  const took: number[] = [];
  let [outcome, stdout] = [first, first.stdout];
  while (outcome.paused) {
    const { paused } = outcome;
    await between(paused);
    const began = performance.now();
    outcome = await paused.resume(paused.pending.kind === "input" ? "a line\nmore\n" : `answer ${paused.pending.id}`);
    took.push(performance.now() - began);
    stdout += outcome.stdout;
  }
  const { wallNS: _, ...used } = outcome.used;
  return { took, came: { value: outcome.value, stdout, used, memory: await session.memorySHA256(), left: (await session.run("input()")).value } };
}

for (const place of places) {
  test(`a run that waits goes on at once where it can, with the same end: ${nameOf(place)}`, async () => {
    const keeping = await openIn(place, options);
    const began = performance.now();
    const first = await keeping.run(program);
    const whole = performance.now() - began;
    const kept = await goOn(keeping, first);

    const none = await loadAnother({ keptRuns: 0 });
    const going = await openIn(place, options, none);
    const again = await goOn(going, await going.run(program));
    assert.deepEqual(kept.came, again.came);
    if (place.waiting !== "pause") assert.ok(Math.min(...kept.took) < whole / 4, `it took ${kept.took} ms to go on, the run before it ${whole} ms`);
    await keeping.dispose();
    await going.dispose();
    none.close();
  });

  test(`a session that is asked for something else goes back to before the run that it keeps: ${nameOf(place)}`, async () => {
    const session = await openIn(place, options);
    await session.run("before = 1");
    const memory = await session.memorySHA256();
    const first = await session.run(program);
    assert.equal(await session.memorySHA256(), memory);
    const once = await goOn(session, first);

    const another = await openIn(place, options);
    await another.run("before = 1");
    const asks = [() => another.memorySHA256(), () => another.snapshot(), (paused: Paused) => paused.store(), () => another.files()];
    let n = 0;
    const again = await goOn(another, await another.run(program), async (paused) => void (await asks[n++ % asks.length]?.(paused)));
    assert.equal(n, 4);
    assert.deepEqual(again.came, once.came);

    for (const drop of [(paused: Paused) => paused.drop(), () => another.reset()]) {
      await another.reset();
      await drop((await another.run(program)).paused as Paused);
      assert.equal((await another.run("6 * 7")).value, 42);
    }
    await session.dispose();
    await another.dispose();
  });

  test(`the oldest of too many go back: ${nameOf(place)}`, async () => {
    const python = await loadAnother({ keptRuns: 2 });
    const sessions = await Promise.all([0, 1, 2, 3].map(() => openIn(place, options, python)));
    const firsts: Outcome[] = [];
    for (const session of sessions) firsts.push(await session.run(program));
    const ends = [];
    for (const [i, session] of sessions.entries()) ends.push(await goOn(session, firsts[i] as Outcome));
    for (const { came } of ends) assert.deepEqual(came, ends[0]?.came);
    if (place.waiting !== "pause") {
      const [oldest, newest] = [ends[0]?.took[0] as number, ends[3]?.took[0] as number];
      assert.ok(newest < oldest, `the newest took ${newest} ms to go on, the oldest ${oldest} ms`);
    }
    for (const session of sessions) await session.dispose();
    python.close();
  });
}

test("a number of kept runs is one", async () => {
  await assert.rejects(loadAnother({ keptRuns: -1 }), OptionError);
});
