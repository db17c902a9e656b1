// Pyodide of npm.

export async function open({ url, folder, version }) {
  const { loadPyodide } = await import(`${url}pyodide.mjs`);
  let output = "";
  const python = await loadPyodide({ indexURL: folder, stdout: (line) => (output += `${line}\n`) });
  return {
    version: `Pyodide ${version}, CPython ${python.runPython("import sys; sys.version.split()[0]")}`,
    prepare: () => python.runPython("import gc; gc.collect()"),
    run(source) {
      output = "";
      const globals = python.toPy({ __name__: "__main__" });
      try {
        python.runPython(source, { globals });
      } finally {
        globals.destroy();
      }
      return output;
    },
  };
}
