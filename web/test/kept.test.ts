import assert from "node:assert/strict";
import test from "node:test";

import { OptionError, type Outcome, Pause, type Paused, type Session } from "../src/index.ts";
import { KeptRuns } from "../src/kept.ts";
import { loadAnother, nameOf, openIn, places } from "./host.ts";

const program = "import random\nfound = [random.random()]\nfor _ in range(10_000): pass\nfor i in range(3):\n    found.append(ask(i))\n    print(i, found[-1], random.random())\nfound.append(input())\nfound";

const options = { seed: 3, hostFunctions: { ask: later }, stdin: later };

function later(): never {
  throw new Pause();
}

/** Answers whatever a run waits for, and tells what came of it. */
async function goOn(session: Session, first: Outcome, between: (paused: Paused) => Promise<void> = async () => undefined) {
  let [outcome, stdout] = [first, first.stdout];
  while (outcome.paused) {
    const { paused } = outcome;
    await between(paused);
    outcome = await paused.resume(paused.pending.kind === "input" ? "a line\nmore\n" : `answer ${paused.pending.id}`);
    stdout += outcome.stdout;
  }
  const { wallNS: _, ...used } = outcome.used;
  return { value: outcome.value, stdout, used, memory: await session.memorySHA256(), left: (await session.run("input()")).value };
}

/** Tells of which sessions a guest waited where it asked, once each time, and which of them were told to let it go, meanwhile. */
async function watched(act: () => Promise<void>) {
  const kept: unknown[] = [];
  const gone: unknown[] = [];
  const { add } = KeptRuns.prototype;
  KeptRuns.prototype.add = function (session) {
    kept.push(session);
    const letGo = session.letGo.bind(session);
    session.letGo = () => (gone.push(session), letGo());
    add.call(this, session);
  };
  try {
    await act();
  } finally {
    KeptRuns.prototype.add = add;
  }
  return { kept, gone };
}

for (const place of places) {
  test(`a run that waits goes on at once where it can, with the same end: ${nameOf(place)}`, async () => {
    const none = await loadAnother({ keptRuns: 0 });
    const [keeping, going] = [await openIn(place, options), await openIn(place, options, none)];
    const { kept } = await watched(async () => {
      const atOnce = await goOn(keeping, await keeping.run(program));
      assert.deepEqual(atOnce, await goOn(going, await going.run(program)));
    });
    assert.deepEqual(kept.map((session) => session === keeping), place.waiting === "pause" ? [] : [true, true, true, true]);
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
    assert.deepEqual(again, once);

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
    const { kept, gone } = await watched(async () => {
      for (const session of sessions) firsts.push(await session.run(program));
    });
    const numbers = (of: unknown[]) => of.map((session) => sessions.indexOf(session as Session));
    assert.deepEqual([numbers(kept), numbers(gone)], place.waiting === "pause" ? [[], []] : [[0, 1, 2, 3], [0, 1]]);
    const ends = [];
    for (const [i, session] of sessions.entries()) ends.push(await goOn(session, firsts[i] as Outcome));
    for (const end of ends) assert.deepEqual(end, ends[0]);
    for (const session of sessions) await session.dispose();
    python.close();
  });
}

test("a number of kept runs is one", async () => {
  await assert.rejects(loadAnother({ keptRuns: -1 }), OptionError);
});
