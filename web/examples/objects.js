// A program holds an object of the page's: the methods, attributes and items that its class lists, and nothing else.
import { MicroPython, PyException } from "../lib/index.js";

class Jar {
  static python = { methods: ["deposit"], attributes: ["owner"], iterable: true };
  constructor(owner) {
    this.owner = owner;
    this.history = [];
  }
  deposit(n) {
    if (n <= 0) throw new PyException("ValueError", "a deposit is more than nothing");
    this.history.push(n);
  }
  *[Symbol.iterator]() {
    yield* this.history;
  }
}

export default async function (print) {
  const python = await MicroPython.load();
  const session = await python.session({ hostFunctions: { jar: () => new Jar("ann") } });
  const { stdout } = await session.run(`
a = jar()
a.deposit(5)
a.deposit(7)
print(a.owner, list(a), dir(a))
try:
    a.deposit(0)
except ValueError as e:
    print(e)
print(hasattr(a, "history"))
`);
  print(stdout);
  await session.dispose();
  python.close();
}
// Output:
// ann [5, 7] ['__iter__', 'deposit', 'owner']
// a deposit is more than nothing
// False
