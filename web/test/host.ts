// What tests of sessions share.

import { MicroPython, type Session, type SessionOptions } from "../src/index.ts";

let engine: Promise<MicroPython> | undefined;

/** The engine under test; MPWASM_ARTIFACT names the artifact's file. */
export function load(): Promise<MicroPython> {
  engine ??= MicroPython.load({ artifact: new URL(`file://${process.env.MPWASM_ARTIFACT ?? ""}`) });
  return engine;
}

export async function open(options: SessionOptions = {}): Promise<Session> {
  return (await load()).session(options);
}

/** The places where a guest can run, and the ways in which it can wait there in this process. */
export const places = [
  { name: "here", options: { thread: "here" }, isolated: true },
  { name: "worker, shared memory", options: { thread: "worker" }, isolated: true },
  { name: "worker, no waiting", options: { thread: "worker" }, isolated: false },
] as const;

export type Place = (typeof places)[number];

/** Opens a session in a place. */
export async function openIn(place: Place, options: SessionOptions = {}): Promise<Session> {
  const scope = globalThis as { crossOriginIsolated?: boolean };
  scope.crossOriginIsolated = place.isolated;
  try {
    return await open({ ...place.options, ...options });
  } finally {
    delete scope.crossOriginIsolated;
  }
}
