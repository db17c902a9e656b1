// WASI preview1 as the guest sees it: an empty root folder, no environment, a fixed clock, random numbers from a seed.

import { Directory, PreopenDirectory, WASI, wasi } from "@bjorn3/browser_wasi_shim";

import type { FixedClock } from "./clock.ts";
import type { ChaCha8 } from "./random.ts";

/** What the guest gets beyond the shim's file table. */
export interface Grants {
  /** The session, whose clock may be replaced. */
  clock: { readonly clock: FixedClock };
  random: ChaCha8;
}

/** A file table for one instance. bind it before the instance runs. */
export class FileTable {
  readonly #shim: WASI;
  readonly imports: WebAssembly.ModuleImports;

  constructor(grants: Grants) {
    const root = new PreopenDirectory("/", new Directory(new Map()).contents);
    const standard = [0, 1, 2].map(() => new PreopenDirectory("", new Map()));
    this.#shim = new WASI([], [], [...standard, root], { debug: false });
    const memory = () => this.#memory();
    this.imports = {
      ...(this.#shim.wasiImport as WebAssembly.ModuleImports),
      clock_time_get(id: number, _precision: bigint, into: number): number {
        if (id !== wasi.CLOCKID_REALTIME && id !== wasi.CLOCKID_MONOTONIC) return wasi.ERRNO_INVAL;
        const now = id === wasi.CLOCKID_REALTIME ? grants.clock.clock.wall() : grants.clock.clock.monotonic();
        new DataView(memory()).setBigUint64(into, BigInt.asUintN(64, now), true);
        return wasi.ERRNO_SUCCESS;
      },
      random_get(into: number, length: number): number {
        grants.random.read(new Uint8Array(memory(), into >>> 0, length >>> 0));
        return wasi.ERRNO_SUCCESS;
      },
    };
  }

  #memory(): ArrayBuffer {
    return (this.#shim.inst.exports.memory as WebAssembly.Memory).buffer as ArrayBuffer;
  }

  /** Binds the instance whose memory the answers go to. */
  bind(instance: WebAssembly.Instance): void {
    this.#shim.inst = instance as WASI["inst"];
  }
}
