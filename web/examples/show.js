// A program's display, plot and turtle: without a place in the page, tables are printed, and pictures become files of the session.
import { MicroPython } from "../lib/index.js";
import { Rich } from "../lib/rich.js";

export default async function (print) {
  const python = await MicroPython.load();
  const rich = new Rich();
  const session = await python.session({ hostFunctions: rich.hostFunctions });
  const program = "import plot\ndisplay([{'tea': 3, 'cake': 12}])\ndisplay(plot.bars({'tea': 3}))";
  await rich.prepare(session, [program]);
  const { stdout } = await session.run(program);
  print(stdout.trimEnd());
  print(Object.keys(await session.files()).join());
  await session.dispose();
  python.close();
}
// Output:
// tea  cake
// ---  ----
//   3    12
// [display-1.svg]
// display-1.svg
