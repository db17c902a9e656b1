import assert from "node:assert/strict";
import test from "node:test";

import { nameOf, openIn, places } from "./host.ts";

/** A program that recurs until something gives way, and what came of it in Go. */
interface Deep {
  name: string;
  source: string;
  stdout: string;
  fuel: number;
  memorySha256: string;
}

/** The server, or the file system, has what web/library/recursion_test.go put there. */
async function programs(): Promise<Deep[]> {
  const url = new URL("./recursion.json", import.meta.url);
  if (url.protocol !== "file:") return (await fetch(url)).json() as Promise<Deep[]>;
  const { readFile } = await import("node:fs/promises");
  return JSON.parse(await readFile(url, "utf8")) as Deep[];
}

for (const place of places) {
  test(`recursion ends as in Go: ${nameOf(place)}`, async () => {
    for (const { name, source, stdout, fuel, memorySha256 } of await programs()) {
      await using session = await openIn(place, { memory: 64 << 20 });
      const outcome = await session.run(source);
      const got = { kind: outcome.kind, stdout: outcome.stdout, fuel: outcome.used.fuel, memorySha256: await session.memorySHA256() };
      assert.deepEqual(got, { kind: "completed", stdout, fuel, memorySha256 }, `${name}: ${outcome.trap ?? ""}`);
    }
  });
}
