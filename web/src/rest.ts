// The rest of an artifact that was cut in two (builder/split): functions that few programs call, and the frozen modules of the library. It may
// come when the guest runs already. A guest that has it is the same, to the last byte, as one that had it from the start.
//
// A run that calls what is not there ends there and then. It is had again when the rest has come, from its beginning: what it was told before it
// is told again, and what it showed is not shown again (local.ts). That is the one way that every browser has, however a guest waits there.

import type { Guest } from "./abi.ts";

/** Says that the guest called a function of the rest, and that it has none. Bundles have this class more than once: its name is what counts. */
export class LacksRestError extends Error {
  override readonly name = "LacksRestError";
  constructor() {
    super("the guest needs the rest of its artifact, which has not come");
  }
}

export const lacksRest = (error: unknown) => error instanceof Error && error.name === "LacksRestError";

/** Fetches the rest when it is first needed; what failed is tried again the next time. */
export class Rest {
  /** The rest, once it is there. */
  here: WebAssembly.Module | undefined;
  readonly #fetch: () => Promise<WebAssembly.Module>;
  #module: Promise<WebAssembly.Module> | undefined;

  constructor(fetch: () => Promise<WebAssembly.Module>) {
    this.#fetch = fetch;
  }

  get(): Promise<WebAssembly.Module> {
    this.#module ??= this.#fetch().then(
      (module) => (this.here = module),
      (error: unknown) => {
        this.#module = undefined;
        throw error;
      },
    );
    return this.#module;
  }
}

/** Links the rest with a guest, which has its functions then. What is returned puts the data into memory. */
export async function linkRest(rest: WebAssembly.Module, guest: Guest): Promise<() => void> {
  const { exports } = await WebAssembly.instantiate(rest, { core: guest.instance.exports });
  return exports.put as () => void;
}
