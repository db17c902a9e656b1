// Answers requests, for whatever carries them: a pipe (node/runner.ts) or a socket.

import type { MicroPython } from "./engine.ts";
import { outcomeToJSON } from "./json.ts";
import type { Request } from "./messages.ts";

/** Does what a request asks for. cpuTime gives microseconds. The answer is always a Response, as JSON. */
export async function serve(engine: MicroPython, line: string, cpuTime?: () => number): Promise<string> {
  let id = 0;
  try {
    const request = JSON.parse(line) as Request;
    id = request.id;
    if (request.op !== "run") throw new Error(`op ${JSON.stringify(request.op)}: expected "run"`);
    return `{"id":${id},${await run(engine, request, cpuTime)}}`;
  } catch (error) {
    return JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) });
  }
}

async function run(engine: MicroPython, request: Request, cpuTime?: () => number): Promise<string> {
  await using session = await engine.session(request.session);
  const outcomes: string[] = [];
  const cpuMicros: number[] = [];
  for (const { source, ...options } of request.programs) {
    const began = cpuTime?.() ?? 0;
    const outcome = await session.run(source, options);
    if (cpuTime) cpuMicros.push(cpuTime() - began);
    outcomes.push(outcomeToJSON(outcome));
  }
  const memorySha256 = await session.memorySHA256();
  const cpu = cpuTime ? `,"cpuMicros":${JSON.stringify(cpuMicros)}` : "";
  return `"outcomes":[${outcomes.join(",")}],"memorySha256":"${memorySha256}"${cpu}`;
}
