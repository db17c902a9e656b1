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
  return promiseIntegration() ? "jspi" : "none";
}

export const noWaiting =
  "the guest cannot wait for the page here: this browser has no JavaScript promise integration (JSPI), and the page is not cross-origin isolated. " +
  "Serve it with the headers Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp";
