import { WorkerBackend } from "./client.ts";
import { LocalBackend } from "./local.ts";
import { normalize } from "./options.ts";
import { GuestSession } from "./session.ts";
import type { Artifact, LoadOptions, Session, SessionOptions } from "./types.ts";
import { checkWaiting, waitingHere, waitingInWorker } from "./waiting.ts";

/** The artifact, compiled: make one and start any number of sessions. */
export class MicroPython {
  readonly #module: WebAssembly.Module;
  readonly #worker: string | URL | undefined;

  private constructor(module: WebAssembly.Module, worker: string | URL | undefined) {
    this.#module = module;
    this.#worker = worker;
  }

  /** Loads and compiles the artifact. */
  static async load(options: LoadOptions = {}): Promise<MicroPython> {
    const artifact = options.artifact ?? new URL("./micropython.wasm", import.meta.url);
    return new MicroPython(await compile(artifact), options.worker);
  }

  /** Starts a guest. */
  async session(options: SessionOptions = {}): Promise<Session> {
    const config = normalize(options);
    const inWorker = (options.thread ?? (typeof Worker === "undefined" ? "here" : "worker")) === "worker";
    const waiting = inWorker ? waitingInWorker() : waitingHere();
    checkWaiting(options, waiting, inWorker);
    return GuestSession.start(options, config, (page) =>
      inWorker ? WorkerBackend.start(this.#module, config, page, waiting, this.#worker) : LocalBackend.start(this.#module, config, page, waiting),
    );
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
  // Streaming would need the server to say application/wasm, which not every static one does.
  return WebAssembly.compile(await response.arrayBuffer());
}
