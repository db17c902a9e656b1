// A script runs its top level once. Each call then finds what that left, and nothing of other calls.
import { MicroPython } from "../lib/index.js";

export default async function (print) {
  const python = await MicroPython.load();
  const rules = await python.compile(
    `
seen = []
def check(order):
    seen.append(order)
    return order["total"] < 100, len(seen)
`,
    { fuel: 1_000_000 },
  );
  for (const total of [5, 500]) {
    const { value } = await rules.call("check", [{ total }]);
    print(value.items.join(", "));
  }
  await rules[Symbol.asyncDispose]();
  python.close();
}
// Output:
// true, 1
// false, 1
