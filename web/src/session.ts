import type { Program } from "./abi.ts";
import type { Backend, Page, Questions } from "./backend.ts";
import { expect, text as isText } from "./check.ts";
import { hex, sha256 } from "./digest.ts";
import { OptionError, SnapshotError, disposed } from "./errors.ts";
import { filesOf } from "./files/list.ts";
import { finish } from "./finish.ts";
import { FunctionSet, checkIdentifier } from "./hostcall.ts";
import { then } from "./later.ts";
import { type Config, checkCall, checkRun } from "./options.ts";
import { Output } from "./output.ts";
import { encodeText } from "./text.ts";
import type { Input, Outcome, RunOptions, Session, SessionOptions, Waiting } from "./types.ts";
import { encodeValue } from "./values.ts";

/** What bundlers look for where the browser does not know it yet. */
const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

/** What a session is made by, and others like it are. */
export interface Origin {
  options: SessionOptions;
  config: Config;
  /** Starts a guest. */
  open(page: Page): Promise<Backend>;
  /** Gives the artifact's SHA-256. */
  artifact(): Promise<Uint8Array>;
}

/** What users hold: a guest somewhere, what it is served with, and the order in which it is asked for things. */
export class GuestSession implements Session {
  readonly #backend: Backend;
  readonly #output: Output;
  readonly #origin: Origin;
  #queue: Promise<unknown> = Promise.resolve();
  #over = false;
  #running = false;
  /** Runs that wait for their turn; whether the first of them is to end at once. */
  #waitingRuns = 0;
  #stopNext = false;

  static async start(origin: Origin): Promise<GuestSession> {
    const { options, config } = origin;
    const output = new Output(options.onStdout, options.onStderr);
    const page: Page = { write: (stream, data) => output.write(stream, data), ...questionsOf(options, config) };
    return new GuestSession(await origin.open(page), output, origin);
  }

  private constructor(backend: Backend, output: Output, origin: Origin) {
    this.#backend = backend;
    this.#output = output;
    this.#origin = origin;
  }

  get waiting(): Waiting {
    return this.#backend.waiting;
  }

  /** Has one thing done after the other. */
  #next<T>(what: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => {
      if (this.#over) throw new Error(disposed);
      return what();
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async run(code: string | Uint8Array, options: RunOptions = {}): Promise<Outcome> {
    checkRun(code, options);
    const program: Program = {
      name: options.name || "<string>",
      source: typeof code === "string" ? encodeText(code) : code.slice(),
      noValue: options.noValue ?? false,
      inputs: encodeInputs(options.inputs),
    };
    return this.#queueRun(program);
  }

  async call(name: string, args: readonly unknown[] = [], kwargs: { readonly [name: string]: unknown } = {}): Promise<Outcome> {
    checkCall(name, args, kwargs);
    return this.#queueRun({ name: "", source: encodeText(name), noValue: false, inputs: encodeArguments(args, kwargs), call: true });
  }

  #queueRun(program: Program): Promise<Outcome> {
    this.#waitingRuns++;
    return this.#next(() => this.#runNow(program));
  }

  async #runNow(program: Program): Promise<Outcome> {
    this.#waitingRuns--;
    this.#running = true;
    try {
      const run = this.#backend.run(program);
      if (this.#stopNext) this.#backend.stop();
      this.#stopNext = false;
      const raw = await run;
      if (this.#over) throw new Error(disposed);
      return finish(raw, this.#output.take());
    } catch (error) {
      this.#output.take();
      throw error;
    } finally {
      this.#running = false;
    }
  }

  async continues(text: string): Promise<boolean> {
    expect("the text", text, isText);
    return this.#next(() => this.#backend.continues(text));
  }

  stop(): void {
    if (this.#running) this.#backend.stop();
    else this.#stopNext = this.#waitingRuns > 0;
  }

  reset(): Promise<void> {
    return this.#next(() => this.#backend.reset());
  }

  files(): Promise<Record<string, Uint8Array>> {
    return this.#next(async () => filesOf((await this.#backend.filesState()).tree));
  }

  memorySHA256(): Promise<string> {
    return this.#next(async () => hex(await sha256((await this.#backend.state()).memory)));
  }

  snapshot(): Promise<Uint8Array> {
    return this.#next(async () => {
      const { encodeSnapshot } = await storing();
      return encodeSnapshot(await this.#backend.state(), this.#origin.config, await this.#origin.artifact());
    });
  }

  async restore(snapshot: Uint8Array): Promise<void> {
    expect("the snapshot", snapshot, (value) => (value instanceof Uint8Array ? undefined : "a Uint8Array"));
    const data = snapshot.slice();
    return this.#next(async () => {
      const { decodeSnapshot } = await storing();
      const state = await decodeSnapshot(data, this.#origin.config, await this.#origin.artifact());
      if ("refused" in state) throw new SnapshotError(`using a snapshot: ${state.refused}`, { cause: state.cause });
      await this.#backend.restore(state);
    });
  }

  fork(): Promise<GuestSession> {
    return this.#next(async () => {
      const state = await this.#backend.state();
      const session = await GuestSession.start(this.#origin);
      await session.#backend.restore(state);
      return session;
    });
  }

  async dispose(): Promise<void> {
    this.#over = true;
    this.#backend.close();
    await this.#queue;
  }

  [asyncDispose](): Promise<void> {
    return this.dispose();
  }
}

/** Loads what reads and writes snapshots, which most pages need not. */
const storing = () => import("./snapshot.ts");

/** Host functions and stdin by function, as bytes. */
function questionsOf(options: SessionOptions, config: Config): Partial<Questions> {
  const { stdin, hostFunctions } = options;
  const functions = new FunctionSet(hostFunctions ?? {}, config.maxRequest, config.maxReply);
  return {
    ...(functions.names.length > 0 && { call: (request: Uint8Array) => functions.serve(request) }),
    ...(typeof stdin === "function" && { input: () => then(stdin(), inputBytes) }),
  };
}

function inputBytes(data: Input): Uint8Array {
  if (data === null) return new Uint8Array(0);
  if (data instanceof Uint8Array) return data;
  if (typeof data === "string") return encodeText(data);
  throw new OptionError(`option stdin: the function returned ${typeof data}; expected a string, a Uint8Array, or null at the end`);
}

/** The array [[args...], {kwargs}]; keyword arguments are sorted by name, as in Go. */
function encodeArguments(args: readonly unknown[], kwargs: { readonly [name: string]: unknown }): Uint8Array {
  const names = Object.keys(kwargs).sort((a, b) => (a < b ? -1 : 1));
  for (const name of names) checkIdentifier(name, "keyword argument");
  return encodeValue([[...args], Object.fromEntries(names.map((name) => [name, kwargs[name]]))]);
}

function encodeInputs(inputs: RunOptions["inputs"]): Uint8Array {
  const names = Object.keys(inputs ?? {});
  for (const name of names) checkIdentifier(name, "input");
  return names.length > 0 ? encodeValue({ ...inputs }) : new Uint8Array(0);
}
