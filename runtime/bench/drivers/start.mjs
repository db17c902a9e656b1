// Times starting our library in Node.js: node start.mjs FOLDER-OF-THE-BUNDLE ARTIFACT. Prints a JSON object of lists of nanoseconds.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [, , folder, artifact] = process.argv;
const now = () => Number(process.hrtime.bigint());
const began = now();
const { MicroPython } = await import(pathToFileURL(`${folder}/index.js`));
const times = {};
const timed = async (name, what) => {
  const start = now();
  const value = await what();
  (times[name] ??= []).push(now() - start);
  return value;
};
const engine = await timed("load and compile", async () => MicroPython.load({ artifact: await readFile(artifact) }));
const options = { thread: "here", hostFunctions: { add: (a, b) => a + b } };
const session = await timed("first session", () => engine.session(options));
const outcome = await timed("first output", () => session.run("print(1 + 1)"));
if (outcome.stdout !== "2\n") throw new Error(JSON.stringify(outcome));
times["import, load, session and first output"] = [now() - began];
for (let i = 0; i < 50; i++) {
  const other = await timed("session", () => engine.session(options));
  await other.dispose();
  await timed("reset and 1 + 1", async () => (await session.reset(), session.run("1 + 1")));
}
const calls = 2000;
for (let i = 0; i < 7; i++) {
  const with_ = now();
  await session.run(`for i in range(${calls}): add(i, 1)`);
  const without = now();
  await session.run(`for i in range(${calls}): pass`);
  (times["call of a host function"] ??= []).push(Math.round((without - with_ - (now() - without)) / calls));
}
await session.dispose();
process.stdout.write(JSON.stringify(times));
