// How a guest can wait for something that takes its time, in the middle of a run.

import { type Later, isLater } from "./later.ts";
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

/** How often a waiting guest looks whether the run is to end, in milliseconds. */
const lookAgain = 20;

/** What is waited for, or undefined once the run is to end. Without a way to wait, what is to be waited for otherwise. */
export function unlessInterrupted<T>(value: Later<T>, waiting: Waiting, interrupted: () => boolean): Later<T | undefined | { waits: Promise<T> }> {
  if (!isLater(value)) return value;
  if (waiting !== "jspi") return { waits: value };
  let timer: ReturnType<typeof setInterval>;
  const interruption = new Promise<undefined>((resolve) => {
    timer = setInterval(() => interrupted() && resolve(undefined), lookAgain);
  });
  return Promise.race([value, interruption]).finally(() => clearInterval(timer));
}

/** Sleeps in naps, between which the run can be ended. */
export function sleepUntil(end: number, waiting: Waiting, deadline: () => number, interrupted: () => boolean): Later<unknown> {
  for (;;) {
    const left = Math.min(end, deadline()) - performance.now();
    if (left <= 0 || interrupted()) return undefined;
    const nap = Math.min(left, lookAgain);
    if (waiting === "jspi") return new Promise((resolve) => setTimeout(resolve, nap)).then(() => sleepUntil(end, waiting, deadline, interrupted));
    sleepHere(nap);
  }
}

let cell: Int32Array | undefined;

/** Blocks the thread, without being busy where it may: a browser's page may not. */
function sleepHere(ms: number): void {
  // Shared memory can be had this way in a page that is not isolated too; it just cannot be sent to another thread.
  cell ??= new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
  try {
    Atomics.wait(cell, 0, 0, ms);
  } catch {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }
}

/** Lets in what else the thread has to do: timers would take their time. */
export function othersTurn(): Promise<void> {
  return new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
