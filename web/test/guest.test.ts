import assert from "node:assert/strict";
import test from "node:test";

import { load, open } from "./host.ts";

/** All that the artifact can ask of a host. Whoever adds to it opens a way out of the sandbox. */
const allowed = {
  mpwasm: ["call", "line", "read", "refuel", "reply", "rest", "sleep", "write"], // rest: of the core of an artifact that was cut in two
  wasi_snapshot_preview1: [
    "clock_time_get", "environ_get", "environ_sizes_get", "fd_close", "fd_fdstat_get", "fd_prestat_dir_name", "fd_prestat_get", "fd_read", "fd_readdir",
    "fd_seek", "fd_sync", "fd_write", "path_create_directory", "path_filestat_get", "path_open", "path_remove_directory", "path_rename", "path_unlink_file",
    "poll_oneoff", "proc_exit", "random_get",
  ],
};

/** Sees what a session is instantiated with. */
async function importsOf(): Promise<WebAssembly.Imports> {
  const instantiate = WebAssembly.instantiate;
  let seen: WebAssembly.Imports = {};
  WebAssembly.instantiate = ((module: WebAssembly.Module, imports: WebAssembly.Imports) => {
    seen = imports;
    return instantiate(module, imports);
  }) as typeof instantiate;
  try {
    await using session = await (await load()).session({ thread: "here" });
    await session.run("1");
  } finally {
    WebAssembly.instantiate = instantiate;
  }
  return seen;
}

test("the guest gets these imports, and no others", async () => {
  const seen = await importsOf();
  for (const [module, names] of Object.entries(allowed)) {
    assert.deepEqual(Object.keys(seen[module] ?? {}).sort(), names);
    for (const name of names) assert.ok(typeof seen[module]?.[name] === "function" || "Suspending" in WebAssembly, `${module}.${name}`);
  }
  assert.deepEqual(Object.keys(seen).sort(), Object.keys(allowed));
});

test("nothing in Python leads to the page", async () => {
  await using session = await open({ thread: "here" });
  for (const name of ["js", "jsffi", "pyodide", "machine", "uctypes", "socket", "network", "ctypes", "subprocess", "ffi", "esp", "host", "mpwasm"]) {
    const { error } = await session.run(`import ${name}`);
    assert.equal(error?.type, "ModuleNotFoundError", name);
  }
  const { value } = await session.run("sorted(n for n in dir() if n[:2] != '__')");
  assert.deepEqual(value, []);
  for (const source of ["document", "window", "globalThis", "fetch", "Function", "eval('window')"]) {
    assert.equal((await session.run(source)).error?.type, "NameError", source);
  }
});

test("the page gets no globals from a session", async () => {
  const before = Object.getOwnPropertyNames(globalThis).sort().join();
  await using session = await open({ hostFunctions: { f: () => 1 }, thread: "here" });
  await session.run("x = f()");
  assert.equal(Object.getOwnPropertyNames(globalThis).sort().join(), before);
});

test("what a function is given and gives is a copy", async () => {
  const list = [1];
  let seen: unknown;
  await using session = await open({
    thread: "here",
    hostFunctions: {
      give: () => list,
      take: (value: unknown) => {
        seen = value;
      },
    },
  });
  await session.run("a = give()\na.append(2)\nb = [3]\ntake(b)\nb.append(4)");
  assert.deepEqual(list, [1]);
  assert.deepEqual(seen, [3]);
});

test("names in objects of the page do no harm", async () => {
  await using session = await open({ thread: "here", hostFunctions: { f: (...args: unknown[]) => args.length } });
  const { value } = await session.run("d = {'__proto__': 1, 'constructor': 2}\n[f(**d), d]");
  assert.deepEqual((value as unknown[])[0], 1);
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
  const back = await session.run("x", { inputs: { x: JSON.parse('{"__proto__": {"polluted": 1}}') } });
  assert.deepEqual(back.value, new Map([["__proto__", new Map([["polluted", 1]])]]));
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
});
