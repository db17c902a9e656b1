import { LocalSession } from "./local.ts";
import { normalize } from "./options.ts";
import { finish } from "./outcome.ts";
import { TextStream } from "./text.ts";
import type { Artifact, LoadOptions, Outcome, RunOptions, Session, SessionOptions } from "./types.ts";

/** The artifact, compiled: make one and start any number of sessions. */
export class MicroPython {
  readonly #module: WebAssembly.Module;

  private constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  /** Loads and compiles the artifact. */
  static async load(options: LoadOptions = {}): Promise<MicroPython> {
    return new MicroPython(await compile(options.artifact ?? new URL("./micropython.wasm", import.meta.url)));
  }

  /** Starts a guest. */
  async session(options: SessionOptions = {}): Promise<Session> {
    return HereSession.start(this.#module, options);
  }
}

async function compile(artifact: Artifact): Promise<WebAssembly.Module> {
  if (artifact instanceof WebAssembly.Module) return artifact;
  if (artifact instanceof ArrayBuffer || artifact instanceof Uint8Array) return WebAssembly.compile(artifact as BufferSource);
  const url = new URL(artifact, globalThis.location?.href ?? import.meta.url);
  if (url.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return WebAssembly.compile(await readFile(url));
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`loading the artifact from ${url.href}: the server answered ${response.status} ${response.statusText}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** A session on this thread. */
class HereSession implements Session {
  readonly #local: LocalSession;
  readonly #streams: Stream[];
  readonly #stop: { requested: boolean };
  #queue: Promise<unknown> = Promise.resolve();
  #over = false;

  private constructor(local: LocalSession, streams: Stream[], stop: { requested: boolean }) {
    this.#local = local;
    this.#streams = streams;
    this.#stop = stop;
  }

  static async start(module: WebAssembly.Module, options: SessionOptions): Promise<HereSession> {
    const stop = { requested: false };
    const streams = { 1: stream(options.onStdout), 2: stream(options.onStderr) };
    const sinks = { ...(streams[1] && { 1: streams[1].push }), ...(streams[2] && { 2: streams[2].push }) };
    const local = await LocalSession.start(module, normalize(options), { sinks, stopRequested: () => stop.requested });
    return new HereSession(local, Object.values(streams).filter((s) => s !== undefined), stop);
  }

  run(code: string | Uint8Array, options: RunOptions = {}): Promise<Outcome> {
    const result = this.#queue.then(() => this.#runNow(code, options));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #runNow(code: string | Uint8Array, options: RunOptions): Promise<Outcome> {
    if (this.#over) throw new Error("running a program: the session is over");
    this.#stop.requested = false;
    try {
      return finish(await this.#local.run({ name: options.name || "<string>", source: code, noValue: options.noValue ?? false }));
    } finally {
      for (const stream of this.#streams) stream.end();
    }
  }

  async memorySHA256(): Promise<string> {
    await this.#queue;
    const digest = await crypto.subtle.digest("SHA-256", this.#local.memory());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  stop(): void {
    this.#stop.requested = true;
  }

  async dispose(): Promise<void> {
    this.#over = true;
    await this.#queue;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}

interface Stream {
  push(data: Uint8Array): void;
  end(): void;
}

function stream(callback: ((text: string) => void) | undefined): Stream | undefined {
  if (!callback) return undefined;
  const decoder = new TextStream();
  const hand = (text: string) => {
    if (text !== "") callback(text);
  };
  return { push: (data) => hand(decoder.push(data)), end: () => hand(decoder.end()) };
}
