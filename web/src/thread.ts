// Workers, in browsers and in Node.js.

import { fromNode } from "./node.ts";

export interface Thread<Out> {
  post(message: Out, transfer?: ArrayBuffer[]): void;
  /** Says whether an answer is awaited. A Node.js process does not end meanwhile. */
  awaited(on: boolean): void;
  terminate(): void;
}

export interface Listener<In> {
  message(message: In): unknown;
  /** The worker could not be started, or ended by an error that it did not handle. */
  failed(error: unknown): unknown;
}

/** A worker that says nothing before it is asked. Whoever takes it listens. */
interface Started<Out, In> {
  thread: Thread<Out>;
  listen(listener: Listener<In>): void;
}

/**
 * Starts workers. In a browser one is kept ready, since starting one takes many times as long as starting a guest in it.
 */
export class Threads<Out, In> {
  readonly #url: string | URL | undefined;
  #spare: Started<Out, In> | undefined;

  /** The address is that of worker.js; where it stands is for bundlers to find, unless it is said. */
  constructor(url: string | URL | undefined) {
    this.#url = url;
  }

  /** Has a worker ready, in a browser. */
  prepare(): void {
    if (typeof Worker !== "undefined") this.#spare ??= startInBrowser(this.#url);
  }

  async take(listener: Listener<In>): Promise<Thread<Out>> {
    const started = this.#spare ?? (typeof Worker === "undefined" ? await startInNode<Out, In>(this.#url) : startInBrowser<Out, In>(this.#url));
    this.#spare = undefined;
    started.listen(listener);
    return started.thread;
  }

  close(): void {
    this.#spare?.thread.terminate();
    this.#spare = undefined;
  }
}

function startInBrowser<Out, In>(url: string | URL | undefined): Started<Out, In> {
  const worker = url === undefined ? new Worker(new URL("./worker.js", import.meta.url), { type: "module" }) : new Worker(url, { type: "module" });
  let failure: Error | undefined;
  let listener: Listener<In> | undefined;
  const fail = (why: string) => {
    failure = new Error(`the worker ${url === undefined ? "worker.js beside this module" : String(url)} failed: ${why}`);
    listener?.failed(failure);
  };
  worker.onmessage = (event: MessageEvent<In>) => listener?.message(event.data);
  worker.onmessageerror = () => fail("a message of it could not be read");
  worker.onerror = (event) => {
    event.preventDefault();
    fail(event.message || "it could not be loaded; the option worker of MicroPython.load says where it is");
  };
  return {
    thread: { post: (message, transfer = []) => worker.postMessage(message, transfer), awaited: () => undefined, terminate: () => worker.terminate() },
    listen: (to) => {
      listener = to;
      if (failure) queueMicrotask(() => to.failed(failure)); // once it is asked for something
    },
  };
}

async function startInNode<Out, In>(url: string | URL = "./worker.js"): Promise<Started<Out, In>> {
  const { Worker: NodeWorker } = await fromNode<typeof import("node:worker_threads")>("node:worker_threads");
  // As much stack as V8 has by default in a page and its workers; Node.js would give four times as much.
  const worker = new NodeWorker(new URL(url, import.meta.url), { resourceLimits: { stackSizeMb: 1 } });
  worker.unref(); // a session that nobody disposed of does not keep the process
  const awaited = (on: boolean) => (on ? worker.ref() : worker.unref());
  return {
    thread: { post: (message, transfer = []) => worker.postMessage(message, transfer), awaited, terminate: () => void worker.terminate() },
    listen: (listener) => {
      worker.on("message", (message: In) => listener.message(message));
      worker.on("error", (error) => listener.failed(error));
    },
  };
}
