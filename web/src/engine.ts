import { CompiledProgram } from "./compiled.ts";
import { WorkerBackend } from "./client.ts";
import { hex, sha256 } from "./digest.ts";
import { expect } from "./check.ts";
import { OptionError } from "./errors.ts";
import { finish } from "./finish.ts";
import { Handles } from "./handles.ts";
import { KeptRuns } from "./kept.ts";
import { fromNode } from "./node.ts";
import { checkLoad, normalize } from "./options.ts";
import { Rest } from "./rest.ts";
import { GuestSession } from "./session.ts";
import type { Compiled, LoadOptions, Replayed, RunOptions, Session, SessionOptions } from "./types.ts";
import { Threads } from "./thread.ts";
import { waitingHere, waitingInWorker } from "./waiting.ts";
import type { FromWorker, ToWorker } from "./workermessages.ts";

/** As Go's DefaultKeptRuns. */
const defaultKeptRuns = 64;

/** The artifact, compiled: make one and start any number of sessions. */
export class MicroPython {
  readonly #module: WebAssembly.Module;
  /** Its bytes, until their digest is asked for. */
  #artifact: Uint8Array | undefined;
  #sha256: Promise<Uint8Array> | undefined;
  readonly #threads: Threads<ToWorker, FromWorker>;
  readonly #rest: Rest | undefined;
  readonly #kept: KeptRuns;

  private constructor(module: WebAssembly.Module, artifact: Uint8Array | undefined, threads: Threads<ToWorker, FromWorker>, { rest, keptRuns = defaultKeptRuns }: LoadOptions) {
    this.#module = module;
    this.#artifact = artifact;
    this.#threads = threads;
    this.#rest = rest && new Rest(rest);
    this.#kept = new KeptRuns(keptRuns);
  }

  /** Loads and compiles the artifact. In a browser a worker is started meanwhile, for the first session. */
  static async load(options: LoadOptions = {}): Promise<MicroPython> {
    checkLoad(options);
    const threads = new Threads<ToWorker, FromWorker>(options.worker);
    threads.prepare();
    if (noWorkers()) import("./local.ts").catch(() => undefined); // it comes while the artifact compiles; a session says what failed
    try {
      const artifact = options.artifact instanceof Promise ? await options.artifact : (options.artifact ?? new URL("./micropython.wasm", import.meta.url));
      if (artifact instanceof WebAssembly.Module) return new MicroPython(artifact, undefined, threads, options);
      const bytes = await read(artifact);
      return new MicroPython(await WebAssembly.compile(bytes), bytes, threads, options);
    } catch (error) {
      threads.close();
      throw error;
    }
  }

  /** Ends the worker that is kept ready for the next session. Sessions go on; there can be new ones. */
  close(): void {
    this.#threads.close();
  }

  /** The digest of the artifact, in hex. */
  async artifactSHA256(): Promise<string> {
    return hex(await this.#digest());
  }

  #digest(): Promise<Uint8Array> {
    if (!this.#sha256) {
      if (!this.#artifact) throw new Error("snapshots name the artifact's digest, which a WebAssembly.Module does not tell: give MicroPython.load its bytes or its address");
      this.#sha256 = sha256(this.#artifact);
      this.#artifact = undefined;
    }
    return this.#sha256;
  }

  /**
   * Runs a program's top level, once, and keeps what it left: functions, classes, imports. Each call and each program that runs then finds exactly
   * that, and nothing of what others left. The options are the session's, and its limits each run's.
   */
  async compile(code: string | Uint8Array, options: SessionOptions = {}, run: RunOptions = {}): Promise<Compiled> {
    if (options.record) throw new OptionError("option record: calls of what was compiled are not recorded");
    return CompiledProgram.of(await this.#session(options), code, run);
  }

  /**
   * Runs again what a session's option record was given, in Go SessionConfig.Record, or mpwasm run --record wrote: each run of the file, which calls nothing and reads nothing, on the thread at
   * hand. A run that goes another way rejects the promise; what comes out otherwise is among the differences.
   */
  async replay(recordings: Uint8Array): Promise<Replayed[]> {
    expect("the recordings", recordings, (value) => (value instanceof Uint8Array ? undefined : "a Uint8Array"));
    const [{ replayAll }, { LocalBackend }] = await Promise.all([import("./snapshot.ts"), import("./local.ts")]);
    const nobody = () => Promise.reject(new Error("the run of a recording is over"));
    try {
      return await replayAll(recordings.slice(), await this.#digest(), {
        open: async (config) => {
          const guest = await LocalBackend.start(this.#module, config, { write: () => undefined }, "pause", undefined, await this.#rest?.get());
          return guest;
        },
        finish: (raw, output, { handles, objects }) => finish(raw, output, null, new Handles(nobody, handles > 0, objects)),
      });
    } catch (error) {
      throw error instanceof Error && error.name === "OptionError" ? new OptionError(error.message, { cause: error }) : error;
    }
  }

  /** Starts a guest. */
  session(options: SessionOptions = {}): Promise<Session> {
    return this.#session(options);
  }

  async #session(options: SessionOptions): Promise<GuestSession> {
    const config = normalize(options, this.#kept.most);
    const inWorker = (options.thread ?? (noWorkers() ? "here" : "worker")) === "worker";
    const waiting = inWorker ? waitingInWorker() : waitingHere();
    return GuestSession.start({
      options,
      config,
      open: async (page, rest) => {
        if (inWorker) return WorkerBackend.start(this.#module, config, page, waiting, this.#threads, rest);
        const { LocalBackend } = await import("./local.ts"); // which pages with workers need not load
        try {
          return await LocalBackend.start(this.#module, config, page, waiting, undefined, rest);
        } catch (error) {
          // local.js is bundled apart, with a class OptionError of its own.
          throw error instanceof Error && error.name === "OptionError" ? new OptionError(error.message, { cause: error }) : error;
        }
      },
      openHere: async (page) => (await import("./local.ts")).LocalBackend.start(this.#module, config, page, "pause", undefined, await this.#rest?.get()),
      artifact: () => this.#digest(),
      kept: this.#kept,
      ...(this.#rest && { rest: this.#rest }),
    });
  }
}

/** Whether sessions begin on the thread at hand if nothing else is asked for, as in Node.js. */
const noWorkers = () => typeof Worker === "undefined";

async function read(artifact: string | URL | ArrayBuffer | Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  if (artifact instanceof Uint8Array) return artifact.slice();
  if (artifact instanceof ArrayBuffer) return new Uint8Array(artifact.slice(0));
  const url = new URL(artifact, globalThis.location?.href ?? import.meta.url);
  if (url.protocol === "file:") {
    const { readFile } = await fromNode<typeof import("node:fs/promises")>("node:fs/promises");
    const { buffer, byteOffset, length } = await readFile(url);
    return new Uint8Array(buffer as ArrayBuffer, byteOffset, length);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`loading the artifact from ${url.href}: the server answered ${response.status} ${response.statusText}`);
  // Compiling as it comes would need the server to say application/wasm, which not every static one does.
  return new Uint8Array(await response.arrayBuffer());
}
