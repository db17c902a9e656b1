// A recording of a run holds all that it depends on: it can be had again elsewhere, without the functions, to the last byte of memory. mpwasm replay takes it too.
import { MicroPython } from "../lib/index.js";

export default async function (print) {
  const python = await MicroPython.load();
  const recordings = [];
  const session = await python.session({
    clock: "real",
    hostFunctions: { weather: (town) => ({ town, degrees: 21.5 }) },
    record: (recording) => recordings.push(recording),
  });
  await session.run(`
import time
began = time.time()
print(weather("Bern"))
`);
  await session.call("len", ["four"]);
  await session.dispose();

  const file = new Blob(recordings); // what a bug report consists of
  for (const { program, outcome, differences } of await python.replay(new Uint8Array(await file.arrayBuffer()))) {
    print(`${program}: ${outcome.kind}, printed ${JSON.stringify(outcome.stdout)}, value ${outcome.value}, ${differences.length} differences`);
  }
  python.close();
}
// Output:
// <string>: completed, printed "{'town': 'Bern', 'degrees': 21.5}\n", value null, 0 differences
// len(): completed, printed "", value 4, 0 differences
