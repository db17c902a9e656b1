// How this page was made. The bundler puts the constant in (see playground/assemble.go).

import type { SessionOptions } from "../src/index.ts";

interface Build {
  /** The artifact, without its rest, and the worker, in the folder of this script. */
  artifact: string;
  /** What was cut out of the artifact, to come later; empty if nothing was. */
  rest: string;
  worker: string;
  /** The debugger's thread, which is loaded with it. */
  debugger: string;
  /** The page reloads itself when its sources change. */
  live: boolean;
  /** The most that the server grants to a program that it runs as well, where it does so. */
  compare: Required<Pick<SessionOptions, "memory" | "fuel" | "timeoutMs" | "maxOutput" | "filesLimitBytes" | "filesLimit">> | null;
  /** Who may embed the page: see framed.ts. */
  ancestors: readonly string[];
  /** The page about the modules, from this script's folder; empty if there is none. */
  modules: string;
  /** The artifact's manifest (see builder/artifact/manifest.go). */
  manifest: {
    inputs: { mpwasm: string; micropython: { version: string }; variant: string; toolchain: { name?: string; version: string } };
    outputs: { sha256: string; size_bytes: number };
  };
}

declare const BUILD: Build;

export const build: Build = BUILD;

/** The address of a file in this script's folder. */
export function asset(name: string): URL {
  return new URL(name, import.meta.url);
}
