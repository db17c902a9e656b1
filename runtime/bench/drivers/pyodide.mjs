// Pyodide of npm: node pyodide.mjs FOLDER-OF-THE-PACKAGE

import { pathToFileURL } from "node:url";
import { serve } from "./common.mjs";

const [, , folder] = process.argv;
const { loadPyodide, version } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
let output = "";
const python = await loadPyodide({ indexURL: folder, stdout: (line) => (output += `${line}\n`) });
await serve(
  `Pyodide ${version}, CPython ${python.runPython("import sys; sys.version.split()[0]")}, Node.js ${process.versions.node}`,
  (source) => {
    output = "";
    const globals = python.toPy({ __name__: "__main__" });
    try {
      python.runPython(source, { globals });
    } finally {
      globals.destroy();
    }
    return output;
  },
  () => python.runPython("import gc; gc.collect()"),
);
