import assert from "node:assert/strict";
import test from "node:test";

import { Server } from "../src/serve.ts";
import { load } from "./host.ts";

const run = (id: number, source: string) => JSON.stringify({ id, op: "run", session: { thread: "worker", timeoutMs: 60_000 }, programs: [{ source }] });
const cancel = (id: number, of: number) => JSON.stringify({ id, op: "cancel", cancel: of });

test("a request is cancelled, before its session has begun or in the midst of its run, and others go on", async () => {
  const server = new Server(await load());
  for (const wait of [0, 200]) {
    const endless = server.answer(run(1, "while True: pass"));
    const other = server.answer(run(2, "6 * 7"));
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    assert.equal(await server.answer(cancel(3, 1)), '{"id":3}');
    const given = JSON.parse(await endless) as { id: number; error?: string };
    assert.equal(given.id, 1);
    assert.match(given.error ?? "", /cancelled|disposed/);
    const { outcomes } = JSON.parse(await other) as { outcomes: { value: number }[] };
    assert.equal(outcomes[0]?.value, 42);
  }
});

test("what is no request is answered with an error", async () => {
  const server = new Server(await load());
  assert.match(await server.answer("{"), /"error":/);
  assert.match(await server.answer('{"id":4,"op":"jump"}'), /"id":4,"error":"op \\"jump\\": expected/);
});
