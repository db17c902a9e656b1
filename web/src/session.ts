import type { Program } from "./abi.ts";
import type { Backend, Page, Questions } from "./backend.ts";
import { filesOf } from "./files/list.ts";
import { then } from "./later.ts";
import { OptionError } from "./errors.ts";
import { FunctionSet, checkIdentifier } from "./hostcall.ts";
import type { Config } from "./options.ts";
import { finish } from "./outcome.ts";
import { Output } from "./output.ts";
import { encodeText } from "./text.ts";
import type { Input, Outcome, RunOptions, Session, SessionOptions, Waiting } from "./types.ts";
import { encodeValue } from "./values.ts";

/** What users hold: a guest somewhere, what it is served with, and the order in which it is asked for things. */
export class GuestSession implements Session {
  readonly #backend: Backend;
  readonly #output: Output;
  #queue: Promise<unknown> = Promise.resolve();
  #over = false;
  #running = false;
  /** Runs that wait for their turn; whether the first of them is to end at once. */
  #waitingRuns = 0;
  #stopNext = false;

  /** open starts the guest. */
  static async start(options: SessionOptions, config: Config, open: (page: Page) => Promise<Backend>): Promise<GuestSession> {
    const output = new Output(options.onStdout, options.onStderr);
    const page: Page = { write: (stream, data) => output.write(stream, data), ...questionsOf(options, config) };
    return new GuestSession(await open(page), output);
  }

  private constructor(backend: Backend, output: Output) {
    this.#backend = backend;
    this.#output = output;
  }

  get waiting(): Waiting {
    return this.#backend.waiting;
  }

  /** Has one thing done after the other. */
  #next<T>(what: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => {
      if (this.#over) throw new Error("the session is over: it was disposed of");
      return what();
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async run(code: string | Uint8Array, options: RunOptions = {}): Promise<Outcome> {
    const program: Program = {
      name: options.name || "<string>",
      source: typeof code === "string" ? encodeText(code) : code.slice(),
      noValue: options.noValue ?? false,
      inputs: encodeInputs(options.inputs),
    };
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
      return finish(raw, this.#output.take());
    } catch (error) {
      this.#output.take();
      throw error;
    } finally {
      this.#running = false;
    }
  }

  stop(): void {
    if (this.#running) this.#backend.stop();
    else this.#stopNext = this.#waitingRuns > 0;
  }

  reset(): Promise<void> {
    return this.#next(() => this.#backend.reset());
  }

  files(): Promise<Record<string, Uint8Array>> {
    return this.#next(async () => filesOf((await this.#backend.state()).files.tree));
  }

  memorySHA256(): Promise<string> {
    return this.#next(async () => {
      const { memory } = await this.#backend.state();
      const digest = await crypto.subtle.digest("SHA-256", memory);
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
    });
  }

  async dispose(): Promise<void> {
    this.#over = true;
    this.#backend.close();
    await this.#queue;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}

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

function encodeInputs(inputs: RunOptions["inputs"]): Uint8Array {
  const names = Object.keys(inputs ?? {});
  for (const name of names) checkIdentifier(name, "input");
  return names.length > 0 ? encodeValue({ ...inputs }) : new Uint8Array(0);
}
