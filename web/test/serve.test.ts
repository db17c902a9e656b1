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
  for (const [session, expected] of [
    ["5", /the request's session: 5; expected an object/],
    ['{"timeoutMs":-9223372036854775808}', /option timeoutMs: -9223372036854776000; expected a number that is not negative/],
    ['{"timeoutMs":"1"}', /option timeoutMs/],
    ['{"fuel":1.5}', /option fuel: 1.5; expected a whole number/],
    ['{"fuel":1e300}', /option fuel: 1e\+300/],
    ['{"seed":"x"}', /option seed: .*; expected a decimal number/],
    ['{"env":["ABC"]}', /option env: .*expected KEY=VALUE/],
    ['{"mounts":5}', /option mounts: 5; expected an array/],
    ['{"mounts":[{"path":"/a","files":5}]}', /files: 5; expected an object/],
  ] as const) {
    const { error } = JSON.parse(await server.answer(`{"id":5,"op":"run","session":${session},"programs":[{"source":"1"}]}`)) as { error: string };
    assert.match(error, expected);
  }
  assert.match(await server.answer('{"id":6,"op":"run","session":{},"programs":5}'), /the request's programs: 5; expected an array/);
  assert.match(await server.answer('{"id":7,"op":"run","session":{},"programs":[{}]}'), /the program: undefined; expected text/);
});
