// The value of a program is that of its last expression; of a last assignment too, if that is asked for.
import { MicroPython } from "../lib/index.js";

export default async function (print) {
  const python = await MicroPython.load();
  const session = await python.session();
  print((await session.run("n * 7", { inputs: { n: 6 } })).value);
  print((await session.run("answer = 6 * 7")).value);
  print((await session.run("answer = 6 * 7", { assignedValue: true })).value);
  await session.dispose();
  python.close();
}
// Output:
// 42
// null
// 42
