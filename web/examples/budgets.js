// Limits end any program. Calls of the page's functions have a budget of their own.
import { MicroPython } from "../lib/index.js";

export default async function (print) {
  const python = await MicroPython.load();
  const prices = { tea: 2.5, cake: 4 };
  const session = await python.session({
    fuel: 1_000_000,
    maxHostCalls: 3,
    hostFunctions: { names: () => Object.keys(prices), price: (name) => prices[name] },
  });
  for (const code of ["sum(price(n) for n in names())", "while True: price('tea')", "while True: pass"]) {
    const { kind, limit, value, used } = await session.run(code);
    print(`${kind} ${limit ?? value}, ${used.hostCalls} calls`);
  }
  await session.dispose();
  python.close();
}
// Output:
// completed 6.5, 3 calls
// limited host calls, 3 calls
// limited fuel, 0 calls
