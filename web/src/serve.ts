// Answers requests, for whatever carries them: a pipe (node/runner.ts) or a socket.

import { expect, listOf, record, recordOf, text } from "./check.ts";
import type { MicroPython } from "./engine.ts";
import { type HostFunction, Pause, PyException } from "./hostcall.ts";
import { base64, outcomeToJSON } from "./json.ts";
import type { MountMessage, Request, SessionMessage } from "./messages.ts";
import { defaults } from "./options.ts";
import { concat, encodeText } from "./text.ts";
import type { Mount, Outcome, Paused, Session, SessionOptions } from "./types.ts";

/** What came out of a session so far. */
interface Written {
  stdout: string;
  stderr: string;
  merged: string;
  recordings: Uint8Array[];
}

export class Server {
  readonly #engine: MicroPython;
  /** Gives microseconds. */
  readonly #cpuTime: (() => number) | undefined;
  /** Of requests under way, by their number; null where one is being started. */
  readonly #sessions = new Map<number, Session | null>();
  readonly #folders = new Map<string, Mount["files"]>();

  constructor(engine: MicroPython, cpuTime?: () => number) {
    this.#engine = engine;
    this.#cpuTime = cpuTime;
  }

  /** Does what a request asks for. The answer is always a Response, as JSON. */
  async answer(line: string): Promise<string> {
    let id = 0;
    try {
      const request = JSON.parse(line) as Request;
      id = request.id;
      return `{"id":${id}${await this.#do(request)}}`;
    } catch (error) {
      return JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) });
    }
  }

  async #do(request: Request): Promise<string> {
    switch (request.op) {
      case "run":
        return this.#run(request);
      case "replay":
        return this.#replay(fromBase64(request.recording));
      case "cancel":
        void this.#sessions.get(request.cancel)?.dispose();
        this.#sessions.delete(request.cancel); // which one that is being started finds
        return "";
      case "folder":
        this.#folders.set(request.folder.name, decodeFiles(request.folder.files));
        return "";
      default:
        throw new Error(`op ${JSON.stringify((request as Request).op)}: expected "run", "replay", "cancel" or "folder"`);
    }
  }

  async #run(request: Request & { op: "run" }): Promise<string> {
    expect("the request's session", request.session, record);
    expect("the request's programs", request.programs, listOf(record, "programs"));
    this.#sessions.set(request.id, null);
    try {
      return await this.#runInSession(request);
    } finally {
      this.#sessions.delete(request.id);
    }
  }

  async #runInSession(request: Request & { op: "run" }): Promise<string> {
    const wrote: Written = { stdout: "", stderr: "", merged: "", recordings: [] };
    const session = await this.#engine.session({
      ...this.#options(request.session),
      onStdout: (text) => ((wrote.stdout += text), (wrote.merged += text)),
      onStderr: (text) => ((wrote.stderr += text), (wrote.merged += text)),
      ...(request.session.record && { record: (one) => void wrote.recordings.push(one) }),
    });
    try {
      if (!this.#sessions.has(request.id)) throw new Error("the request was cancelled");
      this.#sessions.set(request.id, session);
      if (request.snapshot !== undefined) await session.restore(fromBase64(request.snapshot));
      const paused = request.paused === undefined ? undefined : await session.restorePaused(fromBase64(request.paused));
      const steps = request.programs.map(({ source, ...options }) => () => session.run(source, options));
      if (paused) steps.unshift(() => resumeTest(paused, request.session.stdin ?? ""));
      return await this.#runAll(session, request, steps, wrote);
    } finally {
      await session.dispose(); // "await using" wants what not all browsers of 2025 have
    }
  }

  async #runAll(session: Session, request: Request & { op: "run" }, steps: (() => Promise<Outcome>)[], wrote: Written): Promise<string> {
    const outcomes: string[] = [];
    const cpuMicros: number[] = [];
    let waits: Paused | null = null;
    for (const step of steps) {
      const began = this.#cpuTime?.() ?? 0;
      const outcome = await step();
      if (this.#cpuTime) cpuMicros.push(this.#cpuTime() - began);
      const { stdout, stderr } = wrote;
      wrote.stdout = wrote.stderr = "";
      outcomes.push(outcomeToJSON({ ...outcome, stdout, stderr }));
      if ((waits = outcome.paused)) break;
    }
    const paused = waits && { paused: base64(await waits.store()), pausedForInput: waits.pending.kind === "input" };
    const rest = { merged: wrote.merged, memorySha256: await session.memorySHA256(), ...(this.#cpuTime && { cpuMicros }), ...(wrote.recordings.length > 0 && { recording: base64(concat(wrote.recordings)) }), ...(request.keep && { snapshot: base64(await session.snapshot()) }), ...paused };
    return `,"outcomes":[${outcomes.join(",")}],${JSON.stringify(rest).slice(1, -1)}`;
  }

  async #replay(recording: Uint8Array): Promise<string> {
    const replayed = await this.#engine.replay(recording);
    const rest = {
      merged: replayed.map(({ merged }) => merged).join(""),
      memorySha256: replayed.at(-1)?.memorySHA256,
      differences: replayed.flatMap(({ program, differences }) => differences.map((one) => ({ program, ...one }))),
    };
    return `,"outcomes":[${replayed.map(({ outcome }) => outcomeToJSON(outcome)).join(",")}],${JSON.stringify(rest).slice(1, -1)}`;
  }

  #options({ mounts, seed, env, testFunctions: withFunctions, pause, record: _, ...options }: SessionMessage): SessionOptions {
    return {
      ...(withFunctions && { hostFunctions: pause ? Object.fromEntries(Object.keys(testFunctions).map((name) => [name, pausing])) : testFunctions }),
      maxOutput: defaults.maxOutput, // streams with callbacks have no limit of their own
      ...options,
      ...(pause && { stdin: pausing }),
      ...(mounts !== undefined && { mounts: this.#mounts(mounts) }),
      ...(seed !== undefined && { seed: decodeSeed(seed) }),
      ...(env !== undefined && { env: decodeEnv(env) }),
    };
  }

  #mounts(mounts: unknown): Mount[] {
    expect("option mounts", mounts, listOf(record, "mounts"));
    return (mounts as MountMessage[]).map((mount) => this.#mount(mount));
  }

  #mount({ files, folder, ...mount }: MountMessage): Mount {
    if (folder === undefined) return { ...mount, files: decodeFiles(files ?? {}) };
    const found = this.#folders.get(folder);
    if (!found) throw new Error(`mounting ${folder} at ${mount.path}: no folder of that name was sent`);
    return { ...mount, files: found };
  }
}

function decodeSeed(seed: unknown): bigint {
  expect("option seed", seed, (value) => (typeof value === "string" && /^[0-9]+$/.test(value) ? undefined : "a decimal number, as text"));
  return BigInt(seed as string);
}

function decodeEnv(env: unknown): Record<string, string> {
  expect("option env", env, listOf((entry) => (typeof entry === "string" && entry.indexOf("=") > 0 ? undefined : "KEY=VALUE"), "texts KEY=VALUE"));
  return Object.fromEntries((env as string[]).map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)]));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

function pausing(): never {
  throw new Pause();
}

/** Goes on with a run that waits for a test function, or for input. */
async function resumeTest(paused: Paused, stdin: string): Promise<Outcome> {
  const { pending } = paused;
  if (pending.kind === "input") return paused.resume(stdin);
  const call = testFunctions[pending.function];
  if (!call) throw new Error(`resuming a run that waits for ${pending.function}, which is no test function`);
  let value: unknown;
  try {
    value = call(...pending.args, ...(Object.keys(pending.kwargs).length > 0 ? [pending.kwargs] : []));
  } catch (error) {
    return paused.throw(error);
  }
  return paused.resume(value);
}

/** What runtime/protocol's SessionOptions.TestFunctions describes. */
const testFunctions: { readonly [name: string]: HostFunction } = {
  echo: (x) => x,
  "host.fail": (type: string, message: string) => {
    throw new PyException(type, message);
  },
};

function decodeFiles(files: Record<string, string>): Record<string, Uint8Array> {
  expect("files", files, recordOf(text, "files, each text"));
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encodeText(text)]));
}
