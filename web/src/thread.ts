// Workers, in browsers and in Node.js.

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

/** Starts worker.js; where it stands is for bundlers to find, unless it is said. */
export async function startThread<Out, In>(url: string | URL | undefined, listener: Listener<In>): Promise<Thread<Out>> {
  if (typeof Worker === "undefined") return startNodeThread(url ?? new URL("./worker.js", import.meta.url), listener);
  const worker = url === undefined ? new Worker(new URL("./worker.js", import.meta.url), { type: "module" }) : new Worker(url, { type: "module" });
  worker.onmessage = (event: MessageEvent<In>) => listener.message(event.data);
  worker.onmessageerror = () => listener.failed(new Error("a message of the worker could not be read"));
  worker.onerror = (event) => {
    event.preventDefault();
    listener.failed(new Error(`the worker ${url === undefined ? "worker.js beside this module" : String(url)} failed: ${event.message || "it could not be loaded; the option worker of MicroPython.load says where it is"}`));
  };
  return { post: (message, transfer = []) => worker.postMessage(message, transfer), awaited: () => undefined, terminate: () => worker.terminate() };
}

async function startNodeThread<Out, In>(url: string | URL, listener: Listener<In>): Promise<Thread<Out>> {
  const { Worker: NodeWorker } = await import("node:worker_threads");
  // As much stack as V8 has by default in a page and its workers; Node.js would give four times as much.
  const worker = new NodeWorker(url instanceof URL ? url : new URL(url, import.meta.url), { resourceLimits: { stackSizeMb: 1 } });
  worker.on("message", (message: In) => listener.message(message));
  worker.on("error", (error) => listener.failed(error));
  worker.unref(); // a session that nobody disposed of does not keep the process
  const awaited = (on: boolean) => (on ? worker.ref() : worker.unref());
  return { post: (message, transfer = []) => worker.postMessage(message, transfer), awaited, terminate: () => void worker.terminate() };
}
