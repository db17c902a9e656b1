// The official MicroPython of npm: node official.mjs FOLDER-OF-THE-PACKAGE HEAP-BYTES

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { serve } from "./common.mjs";

const [, , folder, heap] = process.argv;
const { loadMicroPython } = await import(pathToFileURL(`${folder}/micropython.mjs`));
const { version } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
let output = "";
const python = await loadMicroPython({ heapsize: Number(heap), stdout: (line) => (output += `${line}\n`), linebuffer: true });
await serve(
  `MicroPython ${version} of npm, Node.js ${process.versions.node}`,
  (source) => {
    output = "";
    python.globals.set("_source", source);
    python.runPython('exec(_source, {"__name__": "__main__"})');
    return output;
  },
  () => python.runPython("import gc; gc.collect()"),
);
