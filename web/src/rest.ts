// The rest of an artifact that was cut in two (playground/cut.go): a module of nothing but data, the frozen modules of the library, which
// may come when the guest runs already. A guest that has it is the same, to the last byte, as one that had it from the start.

import type { Program } from "./abi.ts";

/** Fetches the rest when it is first needed; what failed is tried again the next time. */
export class Rest {
  readonly #fetch: () => Promise<WebAssembly.Module>;
  #module: Promise<WebAssembly.Module> | undefined;

  constructor(fetch: () => Promise<WebAssembly.Module>) {
    this.#fetch = fetch;
  }

  get(): Promise<WebAssembly.Module> {
    this.#module ??= this.#fetch().catch((error: unknown) => {
      this.#module = undefined;
      throw error;
    });
    return this.#module;
  }
}

/** Puts the rest where it belongs in a guest's memory. */
export async function putRest(rest: WebAssembly.Module, memory: WebAssembly.Memory): Promise<void> {
  await WebAssembly.instantiate(rest, { mpwasm: { memory } });
}

/** Statements that need nothing of it: sys is in C, and imports nothing. */
const without = /^[ \t]*import sys[ \t]*$/gm;

/** Whether a program may need the rest: what it does must not depend on when that came. */
export function needsRest(program: Program): boolean {
  return program.call === true || /import|exec|eval/.test(new TextDecoder().decode(program.source).replace(without, ""));
}
