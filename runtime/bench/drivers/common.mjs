// Runs programs that come as JSON lines, for package bench: see process.go. What all drivers in Node.js share.

import { createInterface } from "node:readline";

const answer = (what) => process.stdout.write(`\x01${JSON.stringify(what)}\n`);

/** Serves an engine: run runs a program to its end, prepared by prepare, and returns what it printed, or throws. */
export async function serve(version, run, prepare = () => {}) {
  answer({ version });
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { source } = JSON.parse(line);
    try {
      await prepare();
      const began = process.hrtime.bigint();
      const output = await run(source);
      answer({ ns: Number(process.hrtime.bigint() - began), output });
    } catch (error) {
      answer({ error: String(error?.message ?? error) });
    }
  }
}
