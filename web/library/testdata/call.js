// Times calls of Python functions: prints nanoseconds, the median of batches.

import { readFileSync } from "node:fs";

import { MicroPython } from "./index.js";

const batches = 2000;
const calls = 100;

const python = await MicroPython.load({ artifact: readFileSync(process.argv[2]) });
const session = await python.session({ thread: "here" });
await session.run("def nothing(): pass\ndef add(a, b): return a + b");
const p50 = {};
for (const [name, args] of [["nothing", []], ["add", [1, 2]]]) {
  const took = [];
  for (let i = 0; i < batches; i++) {
    const began = performance.now();
    for (let j = 0; j < calls; j++) await session.call(name, args);
    took.push(((performance.now() - began) / calls) * 1e6);
  }
  p50[name] = Math.round(took.sort((a, b) => a - b)[batches / 2]);
}
console.log(JSON.stringify(p50));
await session.dispose();
python.close();
