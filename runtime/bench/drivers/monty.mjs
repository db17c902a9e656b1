// Monty of npm. It is machine code, not WebAssembly, so no page has it.

export async function open({ url, version, heap }) {
  const { Monty } = await import(`${url}wrapper.js`);
  return {
    version: `Monty ${version}`,
    prepare() {},
    run(source) {
      let output = "";
      const printCallback = (_stream, text) => void (output += text); // another value than undefined is refused
      new Monty(source).run({ limits: { maxMemory: heap }, printCallback });
      return output;
    },
  };
}
