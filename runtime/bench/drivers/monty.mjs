// Monty of npm: node monty.mjs FOLDER-OF-THE-PACKAGE HEAP-BYTES. It is machine code, not WebAssembly.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { serve } from "./common.mjs";

const [, , folder, heap] = process.argv;
const { Monty } = await import(pathToFileURL(`${folder}/wrapper.js`));
const { version } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
await serve(`Monty ${version}, Node.js ${process.versions.node}`, (source) => {
  let output = "";
  const printCallback = (_stream, text) => void (output += text); // another value than undefined is refused
  new Monty(source).run({ limits: { maxMemory: Number(heap) }, printCallback });
  return output;
});
