// Runs programs that come as JSON lines on stdin, and answers on stdout: runtime/protocol's Request and Response.
//
//     node runner.js micropython.wasm

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

import { MicroPython } from "../src/engine.ts";
import { Server } from "../src/serve.ts";

const path = process.argv[2];
if (path === undefined) throw new Error("usage: node runner.js micropython.wasm");
const engine = await MicroPython.load({ artifact: await readFile(path) });

const cpuTime = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const server = new Server(engine, cpuTime);
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  process.stdout.write(`${await server.answer(line)}\n`);
}
