// Runs programs that come as JSON lines, for package bench (process.go), on an engine that is an npm package:
// node node.mjs ENGINE FOLDER-OF-THE-PACKAGE ITS-VERSION HEAP-BYTES. ENGINE.mjs opens it.

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [, , engine, folder, version, heap] = process.argv;
const { open } = await import(`./${engine}.mjs`);
const python = await open({ url: `${pathToFileURL(folder)}/`, folder, version, heap: Number(heap) });
const answer = (what) => process.stdout.write(`\x01${JSON.stringify(what)}\n`);

answer({ version: `${python.version}, Node.js ${process.versions.node}` });
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { source } = JSON.parse(line);
  try {
    python.prepare();
    const began = process.hrtime.bigint();
    const output = python.run(source);
    answer({ ns: Number(process.hrtime.bigint() - began), output });
  } catch (error) {
    answer({ error: String(error?.message ?? error) });
  }
}
