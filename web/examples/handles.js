// What has no plain value is held: a function that a function of the page calls back, a generator between runs.
import { MicroPython } from "../lib/index.js";

export default async function (print) {
  const python = await MicroPython.load();
  const session = await python.session({
    handles: 100, // at most
    hostFunctions: {
      each: async (items, f) => {
        for (const [i, item] of items.entries()) items[i] = await f.call([item]);
        return items;
      },
    },
  });
  print((await session.run("str(each([1, 2, 3], lambda n: n * n))")).value);
  const { value: countdown } = await session.run("(n for n in (3, 2, 1))");
  print(countdown.type);
  for await (const n of countdown) print(n);
  countdown.close();
  await session.dispose();
  python.close();
}
// Output:
// [1, 4, 9]
// generator
// 3
// 2
// 1
