// What tests of sessions share.

import { type LoadOptions, MicroPython, type Outcome, type Session, type SessionOptions, type Waiting } from "../src/index.ts";

/** A place where a guest can run, and how it can wait there. */
export interface Place {
  thread: "here" | "worker";
  waiting: Waiting;
}

const inNode = "process" in globalThis;

let engine: Promise<MicroPython> | undefined;

/** The engine under test. In Node.js, MPWASM_ARTIFACT names the artifact's file. */
export function load(): Promise<MicroPython> {
  engine ??= loadAnother({});
  return engine;
}

/** Another engine, with options. */
export function loadAnother(options: LoadOptions): Promise<MicroPython> {
  return MicroPython.load(inNode ? { artifact: new URL(`file://${process.env.MPWASM_ARTIFACT ?? ""}`), ...options } : options);
}

export async function open(options: SessionOptions = {}): Promise<Session> {
  return (await load()).session(options);
}

/**
 * The places of this process or page. Node.js takes for isolated what openIn says; in a browser the server decides, and
 * there is JSPI unless the page took it away.
 */
export const places: readonly Place[] = inNode
  ? [
      { thread: "here", waiting: "pause" },
      { thread: "worker", waiting: "shared" },
      { thread: "worker", waiting: "pause" },
    ]
  : [
      { thread: "here", waiting: "Suspending" in WebAssembly ? "jspi" : "pause" },
      { thread: "worker", waiting: crossOriginIsolated ? "shared" : "Suspending" in WebAssembly ? "jspi" : "pause" },
    ];

/** Makes a run of a session with a short deadline again where the machine was too slow for it. */
export async function inTime(run: () => Promise<Outcome>): Promise<Outcome> {
  for (let tries = 100; ; tries--) {
    const outcome = await run();
    if (outcome.limit !== "deadline" || tries === 1) return outcome;
  }
}

/** Waits until something holds that nothing tells of. */
export async function eventually(holds: () => boolean): Promise<void> {
  for (let tries = 3000; tries > 0 && !holds(); tries--) await new Promise((resolve) => setTimeout(resolve, 10));
}

export const nameOf = (place: Place) => `${place.thread}, ${place.waiting}`;

/** Opens a session in a place. */
export async function openIn(place: Place, options: SessionOptions = {}, python?: MicroPython): Promise<Session> {
  const scope = globalThis as { crossOriginIsolated?: boolean };
  if (inNode) scope.crossOriginIsolated = place.waiting === "shared";
  try {
    const session = await (python ?? (await load())).session({ thread: place.thread, ...options });
    if (session.waiting !== place.waiting) throw new Error(`the guest waits by ${session.waiting}, expected ${place.waiting}`);
    return session;
  } finally {
    if (inNode) delete scope.crossOriginIsolated;
  }
}
