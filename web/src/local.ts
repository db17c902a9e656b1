// A session on the thread at hand: the guest, what it may do, and how a run comes out. worker.ts runs one in a worker.

import { type Program, type Result, type Stop, Guest, Trap, list, stop } from "./abi.ts";
import { FixedClock } from "./clock.ts";
import { Checkpoint } from "./checkpoint.ts";
import { type Host, Run, hostModule } from "./imports.ts";
import type { Config } from "./options.ts";
import { type RawOutcome, endOf } from "./outcome.ts";
import { ChaCha8 } from "./random.ts";
import { concat } from "./text.ts";
import { FileTable } from "./wasi.ts";

/** What the session is served with. */
export interface Services {
  /** Takes what the program writes to a stream (1 or 2); one that is not there is captured. */
  sinks: { 1?: (data: Uint8Array) => void; 2?: (data: Uint8Array) => void };
  /** Tells whether the run was asked to end. */
  stopRequested(): boolean;
}

export class LocalSession implements Host {
  readonly clock = new FixedClock();
  readonly #module: WebAssembly.Module;
  readonly #config: Config;
  readonly #services: Services;
  #random = new ChaCha8();
  #guest!: Guest;
  #run: Run;
  #deadline = Infinity;
  #captured: { 1: Uint8Array[]; 2: Uint8Array[] } = { 1: [], 2: [] };
  #stdinAt = 0;
  readonly #last = new Checkpoint();

  private constructor(module: WebAssembly.Module, config: Config, services: Services) {
    this.#module = module;
    this.#config = config;
    this.#services = services;
    this.#run = new Run(this);
  }

  /** Starts a guest. */
  static async start(module: WebAssembly.Module, config: Config, services: Services): Promise<LocalSession> {
    const session = new LocalSession(module, config, services);
    session.#guest = await session.#instantiate();
    session.#guest.start(config.memory);
    session.#guest.setList(list.argv, config.args);
    session.#guest.setList(list.path, [...config.path, ".frozen"]);
    return session;
  }

  async #instantiate(): Promise<Guest> {
    this.#random = new ChaCha8();
    const files = new FileTable({ clock: this.clock, random: this.#random });
    const instance = await WebAssembly.instantiate(this.#module, {
      wasi_snapshot_preview1: files.imports,
      mpwasm: hostModule(() => this.#run),
    });
    files.bind(instance);
    const guest = new Guest(instance);
    guest.call("_initialize");
    return guest;
  }

  /** Runs a program. One at a time. */
  async run(program: Program): Promise<RawOutcome> {
    this.#last.save(this.#guest, this.clock);
    const began = performance.now();
    this.#run = new Run(this, this.#config.fuel, this.#config.maxOutput);
    this.#deadline = began + this.#config.timeoutMs;
    let result: Result | undefined;
    let trap: Trap | undefined;
    try {
      result = await this.#guest.run(program);
    } catch (error) {
      if (!(error instanceof Trap)) throw error;
      trap = error;
    }
    const outcome = this.#outcome(result, trap);
    outcome.used.wallNS = Math.round((performance.now() - began) * 1e6);
    if (trap) await this.#rollBack();
    if (this.#run.trouble) throw this.#run.trouble.error;
    return outcome;
  }

  /** Puts together what the guest and the imports know of a run. */
  #outcome(result: Result | undefined, trap: Trap | undefined): RawOutcome {
    const heapPeakBytes = result ? result.heapPeak : this.#guest.call("mpwasm_heap_peak") >>> 0;
    const outcome: RawOutcome = {
      ...endOf(result, trap, this.#run.stop),
      rolledBack: trap !== undefined,
      stdout: concat(this.#captured[1]),
      stderr: concat(this.#captured[2]),
      truncated: this.#run.cut,
      used: { fuel: this.#run.fuel + (result?.fuelConsumed ?? 0), heapPeakBytes, wallNS: 0 },
    };
    this.#captured = { 1: [], 2: [] };
    return outcome;
  }

  /** Makes the session what it was when the run began. Memory cannot shrink: where it has grown, the guest is replaced. */
  async #rollBack(): Promise<void> {
    if (this.#last.isSmallerThan(this.#guest)) this.#guest = await this.#instantiate();
    this.#last.restore(this.#guest, this.clock);
  }

  /** A copy of the guest's memory. */
  memory(): Uint8Array<ArrayBuffer> {
    return this.#guest.bytes(0, this.#guest.memory.buffer.byteLength).slice();
  }

  // --- Host ---

  bytes(address: number, length: number): Uint8Array {
    return this.#guest.bytes(address, length);
  }

  write(stream: number, data: Uint8Array): void {
    const which = stream === 2 ? 2 : 1;
    const sink = this.#services.sinks[which];
    if (sink) sink(data.slice());
    else this.#captured[which].push(data.slice());
  }

  read(into: Uint8Array): number {
    const part = this.#config.stdin.subarray(this.#stdinAt, this.#stdinAt + into.length);
    into.set(part);
    this.#stdinAt += part.length;
    return part.length;
  }

  interrupted(): Stop | 0 {
    if (this.#services.stopRequested()) return stop.cancelled;
    return performance.now() >= this.#deadline ? stop.deadline : 0;
  }
}
