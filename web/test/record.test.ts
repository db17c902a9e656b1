import assert from "node:assert/strict";
import test from "node:test";

import { OptionError, Pause, PyException, RecordError, type SessionOptions } from "../src/index.ts";
import { load, nameOf, openIn, places } from "./host.ts";

/** What a recording must hold: output, input, calls, a real clock, files, and each kind of end. */
const programs = [
  "import random, sys, time\nprint(ask([1, b'x']), input('? '), random.random(), time.time() > 0)\nprint('err', file=sys.stderr)\n(1, ask('x'))",
  "open('/w/new', 'w').write('kept')\ntry: ask(None)\nexcept ValueError as e: print(e)",
  "1 / 0",
  "import sys\nsys.exit(3)",
  "while True: pass", // ends by its fuel
  "sum(range(10**9))", // so too, and is rolled back
];

function ask(what: unknown): number {
  if (what === null) throw new PyException("ValueError", "nothing asked");
  return String(what).length;
}

/** Has all recordings again; each must be as it was. */
async function replayed(recordings: readonly Uint8Array[]): Promise<string[]> {
  const all = await (await load()).replay(Uint8Array.from(recordings.flatMap((one) => [...one])));
  for (const { program, differences } of all) assert.deepEqual(differences, [], program);
  return all.map(({ merged }) => merged);
}

for (const place of places) {
  test(`runs are recorded and had again: ${nameOf(place)}`, async () => {
    const recordings: Uint8Array[] = [];
    const session = await openIn(place, {
      record: (one) => void recordings.push(one),
      clock: "real",
      fuel: 500_000,
      env: { A: "b" },
      stdin: () => "a line\n",
      hostFunctions: { ask },
      mounts: [{ path: "/w", files: {}, writable: true }],
    });
    const outcomes = [];
    for (const code of programs) outcomes.push(await session.run(code));
    outcomes.push(await session.call("len", ["four"]));
    assert.deepEqual(outcomes.map(({ kind }) => kind), ["completed", "completed", "raised", "exited", "limited", "limited", "completed"]);
    assert.equal(outcomes[5]?.rolledBack, true);
    assert.equal(recordings.length, outcomes.length);
    const written = await replayed(recordings);
    assert.deepEqual(written.slice(0, 2), [`${outcomes[0]?.stdout}err\n`, "nothing asked\n"]);
    await session.dispose();
  });

  test(`a run that was paused is recorded when it is over, with all that it wrote: ${nameOf(place)}`, async () => {
    const recordings: Uint8Array[] = [];
    const later = () => {
      throw new Pause();
    };
    const options: SessionOptions = { record: (one) => void recordings.push(one), hostFunctions: { later } };
    const session = await openIn(place, options);
    let outcome = await session.run("print('first')\nprint(later())\nprint('between', later())");
    assert.equal(recordings.length, 0);
    outcome = await (outcome.paused?.resume(1) as Promise<typeof outcome>);
    const stored = await outcome.paused?.store();
    const another = await openIn(place, options);
    await (await another.restorePaused(stored as Uint8Array)).resume(2);
    await outcome.paused?.resume(2);
    assert.deepEqual(await replayed(recordings), ["first\n1\nbetween 2\n", "first\n1\nbetween 2\n"]);
    await session.dispose();
    await another.dispose();
  });

  test(`what was stopped is not recorded, and handles are: ${nameOf(place)}`, async () => {
    const recordings: Uint8Array[] = [];
    const options: SessionOptions = { record: (one) => void recordings.push(one), handles: 5, hostFunctions: { twice: async (f: { call(args: unknown[]): Promise<unknown> }) => [await f.call([1]), await f.call([2])] } };
    const session = await openIn(place, options);
    if (place.waiting !== "pause") {
      assert.deepEqual((await session.run("twice(lambda n: n + 1)")).value, [2, 3]);
      await session.run("print");
      assert.equal(recordings.length, 2);
    }
    const before = recordings.length;
    const short = await openIn(place, { ...options, timeoutMs: 200 });
    assert.equal((await short.run("while True: pass")).limit, "deadline");
    assert.equal(recordings.length, before);
    if (before > 0) await replayed(recordings);
    await session.dispose();
    await short.dispose();
  });
}

test("what cannot be recorded is refused, or said with what came of the run", async () => {
  const record = () => undefined;
  await assert.rejects((await load()).session({ record, mounts: [{ path: "/m", files: {} }] }), OptionError);
  await assert.rejects((await load()).compile("x = 1", { record }), OptionError);
  const session = await openIn(places[0] as (typeof places)[number], {
    record: () => {
      throw new Error("the disk is full");
    },
  });
  await assert.rejects(session.run("print('done')\n6 * 7"), (error) => error instanceof RecordError && /the disk is full/.test(error.message) && error.outcome.value === 42 && error.outcome.stdout === "done\n");
  assert.equal((await session.call("abs", [-1]).catch((error: RecordError) => error.outcome)).value, 1);
  await session.dispose();
});
