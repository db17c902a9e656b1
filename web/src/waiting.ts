// How a guest can wait for something that takes its time, in the middle of a run.

import type { Waiting } from "./types.ts";

/** JavaScript promise integration, as far as it is used here; no release of TypeScript knows it. */
interface PromiseIntegration {
  Suspending: new (function_: (...args: never[]) => unknown) => WebAssembly.ImportValue;
  promising(function_: (...args: number[]) => number): (...args: number[]) => Promise<number>;
}

/** The engine's promise integration, if it has any. */
export function promiseIntegration(): PromiseIntegration | undefined {
  const wasm = WebAssembly as unknown as Partial<PromiseIntegration>;
  return wasm.Suspending && wasm.promising ? (wasm as PromiseIntegration) : undefined;
}

/** What a guest in a worker can wait by: shared memory stops it at once, so that comes first. */
export function waitingInWorker(): Waiting {
  const isolated = (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated ?? !("window" in globalThis);
  if (typeof SharedArrayBuffer !== "undefined" && isolated) return "shared";
  return waitingHere();
}

/** What a guest on the thread at hand can wait by. */
export function waitingHere(): Waiting {
  return promiseIntegration() ? "jspi" : "pause";
}

let cell: Int32Array | undefined;

/** Blocks the thread, without being busy where it may: a browser's page may not. */
export function sleepHere(ms: number): void {
  // Shared memory can be had this way in a page that is not isolated too; it just cannot be sent to another thread.
  cell ??= new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
  try {
    Atomics.wait(cell, 0, 0, ms);
  } catch {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }
}
