// The examples, in the order of the page, and what each prints as it says.

export const examples = ["call", "compile", "value", "budgets", "objects", "handles", "pause", "record", "show", "trace"];

/** Parts the text of an example: what it is about, its code, and what it says that it prints. */
export function parse(text) {
  const [about, ...rest] = text.split("\n");
  const [code, output] = rest.join("\n").split("// Output:\n");
  return { about: about.replace(/^\/\/ /, ""), code: code.trim(), output: output.trim().split("\n").map((line) => line.replace(/^\/\/ ?/, "")).join("\n") };
}

/** Runs one, and gives what it prints. */
export async function run(name) {
  const { default: example } = await import(`./${name}.js`);
  let printed = "";
  await example((value) => (printed += `${String(value).replace(/\n$/, "")}\n`));
  return printed.trimEnd();
}
