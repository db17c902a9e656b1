// What programs defined, or imported, is called by its name. No source is compiled, and limits are those of each call.
import { MicroPython } from "../lib/index.js";

export default async function (print) {
  const python = await MicroPython.load();
  const session = await python.session({ fuel: 1_000_000 });
  await session.run(`
import math
def quote(price, tax=0):
    return round(price * (1 + tax), 2)
`);
  print((await session.call("quote", [100], { tax: 0.25 })).value);
  print((await session.call("math.gcd", [12, 18])).value);
  const { kind, error } = await session.call("quote");
  print(`${kind}: ${error.type}: ${error.message}`);
  await session.dispose();
  python.close();
}
// Output:
// 125
// 6
// raised: TypeError: quote() missing 1 required positional argument: 'price'
