// Runs the library's examples in Node.js: the folder of a site is the argument.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const folder = new URL("examples/", pathToFileURL(`${process.argv[2]}/`));
const { examples, parse, run } = await import(new URL("list.js", folder));
for (const name of examples) {
  const { output } = parse(await readFile(new URL(`${name}.js`, folder), "utf8"));
  const printed = await run(name);
  const right = printed === output && output !== "";
  if (!right) process.exitCode = 1;
  console.log(right ? `${name}: as it says` : `${name} prints\n${printed}\nand says that it prints\n${output}`);
}
