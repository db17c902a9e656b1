// A function that has its answer tomorrow pauses the run, which is stored, and goes on in another session. Nothing is called or written twice.
import { MicroPython, Pause, PyException } from "../lib/index.js";

export default async function (print) {
  const python = await MicroPython.load();
  const options = {
    hostFunctions: {
      approve: (what) => {
        print(`asked to approve: ${what}`);
        throw new Pause();
      },
    },
  };
  const session = await python.session(options);
  const before = await session.run(`
print("before")
try:
    allowed = approve("a payment of 10")
except PermissionError as e:
    allowed = str(e)
print("after")
allowed
`);
  print(`${before.kind}, printed ${JSON.stringify(before.stdout)}`);
  const stored = await before.paused.store();
  await session.dispose();

  const another = await python.session(options); // tomorrow, elsewhere
  const paused = await another.restorePaused(stored);
  print(`waits for ${paused.pending.function}(${paused.pending.args})`);
  const after = await paused.throw(new PyException("PermissionError", "not today"));
  print(`${after.kind}, printed ${JSON.stringify(after.stdout)}, value ${after.value}`);
  await another.dispose();
  python.close();
}
// Output:
// asked to approve: a payment of 10
// paused, printed "before\n"
// waits for approve(a payment of 10)
// completed, printed "after\n", value not today
