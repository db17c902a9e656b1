// An artifact that was cut in two, as the playground has it. Node.js alone: what matters is no different in browsers.

import assert from "node:assert/strict";
import test from "node:test";

import { MicroPython } from "../src/index.ts";
import { fromNode } from "../src/node.ts";
import { concat } from "../src/text.ts";
import { eventually, load } from "./host.ts";

const mark = new TextEncoder().encode("mpwasm library 1");
const memoryImport = [6, ...new TextEncoder().encode("mpwasm"), 6, ...new TextEncoder().encode("memory"), 2, 0, 0];

function unsigned(n: number): number[] {
  return n < 128 ? [n] : [(n & 127) | 128, ...unsigned(n >>> 7)];
}

function readUnsigned(data: Uint8Array, at: number): { value: number; next: number } {
  for (let value = 0, shift = 0; ; shift += 7) {
    const byte = data[at++] ?? 0;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return { value, next: at };
  }
}

const section = (id: number, body: Uint8Array) => concat([Uint8Array.of(id, ...unsigned(body.length)), body]);

/** Cuts as playground/cut.go does. */
function cut(artifact: Uint8Array): { core: Uint8Array<ArrayBuffer>; rest: Uint8Array<ArrayBuffer> } {
  const header = artifact.subarray(0, 8);
  const core = [header];
  let rest: Uint8Array | undefined;
  for (let at = 8; at < artifact.length; ) {
    const { value: size, next } = readUnsigned(artifact, at + 1);
    const id = artifact[at] ?? 0;
    const body = artifact.subarray(next, next + size);
    const count = readUnsigned(body, 0);
    if (id === 11) {
      const segments = segmentsOf(body, count);
      rest = segments.find((segment) => mark.every((byte, i) => segment[segment.length - dataLength(segment) + i] === byte));
      core.push(section(11, concat([Uint8Array.from(unsigned(count.value - 1)), ...segments.filter((segment) => segment !== rest)])));
    } else core.push(id === 12 ? section(12, Uint8Array.from(unsigned(count.value - 1))) : artifact.subarray(at, next + size));
    at = next + size;
  }
  assert.ok(rest, "the artifact has no segment of the library");
  const whole = (parts: Uint8Array[]) => concat(parts) as Uint8Array<ArrayBuffer>;
  return { core: whole(core), rest: whole([header, section(2, Uint8Array.of(1, ...memoryImport)), section(11, concat([Uint8Array.of(1), rest]))]) };
}

/** Active segments: 0, i32.const, its number, end, the length, the data. */
function segmentsOf(body: Uint8Array, count: { value: number; next: number }): Uint8Array[] {
  const segments: Uint8Array[] = [];
  for (let at = count.next; segments.length < count.value; ) {
    const length = readUnsigned(body, readUnsigned(body, at + 2).next + 1);
    segments.push(body.subarray(at, length.next + length.value));
    at = length.next + length.value;
  }
  return segments;
}

const dataLength = (segment: Uint8Array) => readUnsigned(segment, readUnsigned(segment, 2).next + 1).value;

async function loadCut(rest: (module: WebAssembly.Module) => Promise<WebAssembly.Module>): Promise<MicroPython> {
  const { readFile } = await fromNode<typeof import("node:fs/promises")>("node:fs/promises");
  const parts = cut(new Uint8Array(await readFile(process.env.MPWASM_ARTIFACT ?? "")));
  const module = await WebAssembly.compile(parts.rest);
  return MicroPython.load({ artifact: parts.core, rest: () => rest(module) });
}

const programs = ["x = [i * i for i in range(1000)]", "import json, textwrap\njson.dumps(textwrap.wrap('a b c ' * 9, 10))", "x[-1]"];

if ("process" in globalThis) {
  for (const thread of ["here", "worker"] as const) {
    test(`a guest that gets the rest later is the same as a whole one: ${thread}`, async () => {
      const whole = await (await load()).session({ thread });
      let come = () => {};
      let asked = 0;
      const engine = await loadCut(async (module) => {
        asked++;
        return new Promise((resolve) => (come = () => resolve(module)));
      });
      const session = await engine.session({ thread });
      const first = await session.run(programs[0] ?? "");
      assert.deepEqual([first.kind, asked], ["completed", 0], "what imports nothing waits for nothing");
      const second = session.run(programs[1] ?? "");
      await eventually(() => asked > 0);
      assert.equal(asked, 1);
      come();
      assert.equal((await second).kind, "completed");
      for (const program of programs.slice(0, 2)) await whole.run(program);
      const ends = [await whole.run(programs[2] ?? ""), await session.run(programs[2] ?? "")];
      assert.deepEqual(ends.map((end) => [end.value, end.used.fuel]), [[998001, ends[0]?.used.fuel], [998001, ends[0]?.used.fuel]]);
      assert.equal(await session.memorySHA256(), await whole.memorySHA256());
      await session.reset();
      assert.equal((await session.run("import csv\ncsv.__name__")).value, "csv");
      await Promise.all([whole.dispose(), session.dispose()]);
      engine.close();
    });

    test(`the rest that cannot be had is an error, and asked for again: ${thread}`, async () => {
      let asked = 0;
      const engine = await loadCut(async (module) => {
        if (++asked === 1) throw new Error("no network");
        return module;
      });
      const session = await engine.session({ thread });
      await assert.rejects(session.run("import csv"), /no network/);
      assert.equal((await session.run("1 + 1")).value, 2);
      assert.equal((await session.run("import csv\n3")).value, 3);
      await session.dispose();
      engine.close();
    });

    test(`a run that waits for the rest can be stopped: ${thread}`, async () => {
      const engine = await loadCut(() => new Promise(() => {}));
      const session = await engine.session({ thread });
      const run = session.run("import csv\nwhile True: pass");
      await new Promise((resolve) => setTimeout(resolve, 20));
      session.stop();
      assert.ok(["cancelled", "raised"].includes((await run).kind));
      assert.equal((await session.run("1 + 1")).value, 2);
      await session.dispose();
      engine.close();
    });
  }
}
