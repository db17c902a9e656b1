// A run is followed, forwards and back: what a variable was, and where it became that.
import { MicroPython } from "../lib/index.js";

export default async function (print) {
  const python = await MicroPython.load();
  const session = await python.session();
  const trace = await session.trace("total = 0\nfor n in range(5):\n    total += n\nprint(total)\n", { name: "sum.py" });
  trace.setBreakpoints("sum.py", [4]);
  for (const stride of ["continue", "back", "back", "continue", "in"]) {
    const moment = await trace.step(stride);
    if (moment.ended) print(`${stride}: the end: ${trace.output().stdout}`);
    else print(`${stride}: line ${moment.line}, total is ${(await trace.evaluate(0, "total")).text}`);
  }
  await session.dispose();
  python.close();
}
// Output:
// continue: line 4, total is 10
// back: line 2, total is 10
// back: line 3, total is 6
// continue: line 4, total is 10
// in: the end: 10
