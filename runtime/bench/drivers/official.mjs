// The official MicroPython of npm.

export async function open({ url, version, heap }) {
  const { loadMicroPython } = await import(`${url}micropython.mjs`);
  let output = "";
  const python = await loadMicroPython({ heapsize: heap, stdout: (line) => (output += `${line}\n`), linebuffer: true });
  return {
    version: `MicroPython ${version} of npm`,
    prepare: () => python.runPython("import gc; gc.collect()"),
    run(source) {
      output = "";
      python.globals.set("_source", source);
      python.runPython('exec(_source, {"__name__": "__main__"})');
      return output;
    },
  };
}
