// Times programs on this library and on the official npm MicroPython, in turn, in the same page. The least of several counts:
// the machine may be busy.

import { MicroPython } from "./index.js";
import { loadMicroPython } from "./peer/micropython.mjs";

const rounds = 15;

const programs = {
  "fib(24)": "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(24)",
  "2M-iteration loop": "def f():\n  x = 0\n  for i in range(2000000): x += i & 3\n  return x\nf()",
};

const engine = await MicroPython.load();
const session = await engine.session({ thread: "here", memory: 64 << 20 });
const official = await loadMicroPython({ url: new URL("./peer/micropython.wasm", import.meta.url).href, heapsize: 64 << 20 });

const ours = async (source) => {
  const outcome = await session.run(source);
  if (outcome.kind !== "completed") throw new Error(JSON.stringify(outcome.error));
};
const theirs = async (source) => official.runPython(source);

async function timed(run, source) {
  const began = performance.now();
  await run(source);
  return performance.now() - began;
}

const results = {};
try {
  for (const [name, source] of Object.entries(programs)) {
    const least = { ours: Infinity, theirs: Infinity };
    for (let round = 0; round < rounds; round++) {
      least.ours = Math.min(least.ours, await timed(ours, source));
      least.theirs = Math.min(least.theirs, await timed(theirs, source));
    }
    results[name] = least;
  }
  await fetch("/result", { method: "POST", body: JSON.stringify({ name: JSON.stringify(results), error: "" }) });
} catch (error) {
  await fetch("/result", { method: "POST", body: JSON.stringify({ name: "error", error: String(error) }) });
}
