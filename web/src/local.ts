// A guest on the thread at hand, and how its runs come out. worker.ts runs one in a worker.

import { type Program, type Result, type Stop, Guest, Trap, list, stop } from "./abi.ts";
import type { Backend, Page } from "./backend.ts";
import { type GuestState, hasGrown, restoreGuest, saveGuest } from "./checkpoint.ts";
import { FixedClock } from "./clock.ts";
import { Files } from "./files/files.ts";
import { type Host, Run, hostModule } from "./imports.ts";
import { type Later, isLater, then } from "./later.ts";
import type { Config } from "./options.ts";
import { type RawOutcome, endOf } from "./outcome.ts";
import { ChaCha8 } from "./random.ts";
import type { Waiting } from "./types.ts";
import { promiseIntegration } from "./waiting.ts";
import { wasiModule } from "./wasi.ts";

/** How often a suspended guest looks whether the run is to end, in milliseconds. */
const lookAgain = 20;

/** How the run at hand is asked to end, and what lets that be heard. */
export interface Interrupts {
  requested(): boolean;
  /** Where the guest can be suspended: lets messages in, now and then. */
  pause?: () => Later<void>;
}

export class LocalBackend implements Backend, Host {
  readonly waiting: Waiting;
  clock = new FixedClock();
  random = new ChaCha8();
  files: Files;
  readonly #module: WebAssembly.Module;
  readonly #config: Config;
  readonly #page: Page;
  readonly #interrupts: Interrupts;
  #stopped = false;
  #guest!: Guest;
  #run: Run;
  #deadline = Infinity;
  #stdin: Uint8Array;
  #last: GuestState | undefined;

  /** Starts a guest; waiting says how its imports may take their time. */
  static async start(module: WebAssembly.Module, config: Config, page: Page, waiting: Waiting, interrupts?: Interrupts): Promise<LocalBackend> {
    const backend = new LocalBackend(module, config, page, waiting, interrupts);
    await backend.reset();
    return backend;
  }

  private constructor(module: WebAssembly.Module, config: Config, page: Page, waiting: Waiting, interrupts?: Interrupts) {
    this.waiting = waiting;
    this.#module = module;
    this.#config = config;
    this.#page = page;
    this.#interrupts = interrupts ?? { requested: () => this.#stopped };
    this.#run = new Run(this);
    this.#stdin = config.stdin;
    this.files = new Files(config.mounts, config.quota);
  }

  async reset(): Promise<void> {
    this.clock = new FixedClock();
    this.random = new ChaCha8();
    this.files = new Files(this.#config.mounts, this.#config.quota);
    this.#run = new Run(this);
    this.#stdin = this.#config.stdin;
    this.#guest = await this.#instantiate();
    this.#guest.start(this.#config.memory);
    this.#guest.setList(list.argv, this.#config.args);
    this.#guest.setList(list.path, [...this.#config.path, ".frozen"]);
  }

  async #instantiate(): Promise<Guest> {
    const integration = this.waiting === "jspi" ? promiseIntegration() : undefined;
    const instance = await WebAssembly.instantiate(this.#module, {
      wasi_snapshot_preview1: wasiModule(this),
      mpwasm: hostModule(() => this.#run, integration && ((f) => new integration.Suspending(f))),
    });
    const guest = new Guest(instance, integration?.promising);
    this.#guest = guest; // _initialize already asks for what is granted
    guest.call("_initialize");
    return guest;
  }

  async run(program: Program): Promise<RawOutcome> {
    this.#stopped = false;
    this.#last = await this.state(this.#last?.memory);
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
    if (trap) await this.restore(this.#last);
    if (this.#run.trouble) throw this.#run.trouble.error;
    return outcome;
  }

  /** Puts together what the guest and the imports know of a run. */
  #outcome(result: Result | undefined, trap: Trap | undefined): RawOutcome {
    const heapPeakBytes = result ? result.heapPeak : this.#guest.call("mpwasm_heap_peak") >>> 0;
    return {
      ...endOf(result, trap, this.#run.stop),
      rolledBack: trap !== undefined,
      truncated: this.#run.cut,
      used: { fuel: this.#run.fuel + (result?.fuelConsumed ?? 0), heapPeakBytes, wallNS: 0 },
    };
  }

  stop(): void {
    this.#stopped = true;
  }

  async state(memory?: Uint8Array<ArrayBuffer>): Promise<GuestState> {
    return { ...saveGuest(this.#guest, memory), elapsed: this.clock.elapsed, random: this.random.state(), files: this.files.state() };
  }

  /** Memory cannot shrink: where it has grown, the guest is replaced. */
  async restore(state: GuestState): Promise<void> {
    if (hasGrown(this.#guest, state)) this.#guest = await this.#instantiate();
    restoreGuest(this.#guest, state);
    this.clock.elapsed = state.elapsed;
    this.random.restore(state.random);
    this.files.restore(state.files);
  }

  close(): void {
    this.#stopped = true;
  }

  // --- Host ---

  bytes(address: number, length: number): Uint8Array {
    return this.#guest.bytes(address, length);
  }

  write(stream: number, data: Uint8Array): void {
    this.#page.write(stream === 2 ? 2 : 1, data.slice());
  }

  read(length: number): Later<Uint8Array> {
    if (this.#stdin.length > 0 || !this.#page.input) return this.#take(length);
    return then(this.#unlessInterrupted(this.#page.input()), (more) => {
      this.#stdin = more ?? new Uint8Array(0);
      return this.#take(length);
    });
  }

  /** What is waited for, or null once the run is to end. */
  #unlessInterrupted<T>(value: Later<T>): Later<T | null> {
    if (!isLater(value)) return value;
    let timer: ReturnType<typeof setInterval>;
    const interruption = new Promise<null>((resolve) => {
      timer = setInterval(() => this.interrupted() !== 0 && resolve(null), lookAgain);
    });
    return Promise.race([value, interruption]).finally(() => clearInterval(timer));
  }

  #take(length: number): Uint8Array {
    const part = this.#stdin.subarray(0, length);
    this.#stdin = this.#stdin.subarray(length);
    return part;
  }

  interrupted(): Stop | 0 {
    if (this.#interrupts.requested()) return stop.cancelled;
    return performance.now() >= this.#deadline ? stop.deadline : 0;
  }

  pause(): Later<void> {
    return this.#interrupts.pause?.();
  }
}
