// A guest on the thread at hand, and how its runs come out. worker.ts runs one in a worker.

import { type Program, type Result, type Stop, Guest, Trap, list, stop } from "./abi.ts";
import type { Backend, Page } from "./backend.ts";
import { type GuestState, hasGrown, restoreGuest, saveGuest } from "./checkpoint.ts";
import { Clock } from "./clock.ts";
import { OptionError } from "./errors.ts";
import { Files, type FilesState } from "./files/files.ts";
import { type Event, History, newEvent } from "./history.ts";
import { takenName } from "./hostcall.ts";
import { type Host, Run, type Wrap, hostModule } from "./imports.ts";
import { type Later, isLater, then } from "./later.ts";
import type { Config } from "./options.ts";
import { type RawOutcome, endOf } from "./outcome.ts";
import { ChaCha8 } from "./random.ts";
import { encodeText } from "./text.ts";
import type { Waiting } from "./types.ts";
import { noPromises, promiseIntegration, sleepHere } from "./waiting.ts";
import { type Grants, wasiModule } from "./wasi.ts";

/** How often a waiting guest looks whether the run is to end, in milliseconds. */
const lookAgain = 20;

/** How long a guest that can be suspended may run before the thread's other work is let in, in milliseconds. */
const pauseAfter = 10;

/** How the run at hand is asked to end from outside, and what is to be done every now and then. */
export interface Interrupts {
  requested(): boolean;
  between(): void;
}

export class LocalBackend implements Backend, Host, Grants {
  readonly waiting: Waiting;
  random: ChaCha8;
  files: Files;
  readonly env: readonly Uint8Array[];
  readonly #module: WebAssembly.Module;
  readonly #config: Config;
  readonly #page: Page;
  readonly #interrupts: Interrupts;
  #clock!: Clock;
  #stdin!: Uint8Array;
  #guest!: Guest;
  #run!: Run;
  #stopped = false;
  #deadline = Infinity;
  /** Only a run can be suspended. */
  #nextPause = Infinity;
  readonly #history = new History();

  /** Starts a guest; waiting says how its imports may take their time. */
  static async start(module: WebAssembly.Module, config: Config, page: Page, waiting: Waiting, interrupts?: Interrupts): Promise<LocalBackend> {
    const backend = new LocalBackend(module, config, page, waiting, interrupts);
    await backend.reset();
    return backend;
  }

  private constructor(module: WebAssembly.Module, config: Config, page: Page, waiting: Waiting, interrupts?: Interrupts) {
    this.waiting = waiting;
    this.env = config.env;
    this.random = new ChaCha8(config.seed);
    this.files = new Files(config.mounts, config.quota);
    this.#module = module;
    this.#config = config;
    this.#page = page;
    this.#interrupts = interrupts ?? { requested: () => false, between: () => undefined };
  }

  async reset(): Promise<void> {
    const config = this.#config;
    this.#clock = new Clock(config.realClock, config.clockStart);
    this.random = new ChaCha8(config.seed);
    this.files = new Files(config.mounts, config.quota);
    this.#run = new Run(this);
    this.#stdin = config.stdin;
    this.#deadline = Infinity;
    this.#history.starts(undefined);
    this.#guest = await this.#instantiate();
    this.#guest.start(config.memory);
    this.#setList("args", list.argv, config.args);
    this.#setList("path", list.path, [...config.path, ".frozen"]);
    if (config.functions.length > 0) this.#setList("hostFunctions", list.functions, config.functions);
  }

  #setList(option: string, which: number, strings: readonly string[]): void {
    const answer = this.#guest.setList(which, strings);
    if (answer === 0) return;
    if (answer > 0) throw new OptionError(takenName(this.#config.functions[answer - 1] ?? ""));
    throw new OptionError(`option ${option}: ${strings.length} strings, ${encodeText(strings.join("")).length} bytes; a guest with a memory limit of ${this.#config.memory} bytes has no room for them`);
  }

  async #instantiate(): Promise<Guest> {
    const integration = this.waiting === "jspi" ? promiseIntegration() : undefined;
    const wrap: Wrap = (f) => (integration ? new integration.Suspending(f) : f);
    const instance = await WebAssembly.instantiate(this.#module, {
      wasi_snapshot_preview1: wasiModule(this, wrap),
      mpwasm: hostModule(() => this.#run, wrap),
    });
    const guest = new Guest(instance, integration?.promising);
    this.#guest = guest; // whose memory the answers go to
    guest.call("_initialize");
    return guest;
  }

  async run(program: Program): Promise<RawOutcome> {
    this.#stopped = false;
    this.#history.keepWayBack((memory) => this.#save(memory));
    this.#history.begins(this.#repeatable ? newEvent({ program }) : undefined);
    const began = performance.now();
    this.#run = new Run(this, this.#config.fuel, this.#config.maxOutput);
    this.#deadline = began + this.#config.timeoutMs;
    this.#nextPause = began + pauseAfter;
    let result: Result | undefined;
    let trap: Trap | undefined;
    try {
      result = await this.#guest.run(program);
    } catch (error) {
      if (!(error instanceof Trap)) {
        this.#history.starts(undefined);
        throw error;
      }
      trap = error;
    } finally {
      this.#nextPause = Infinity;
    }
    const outcome = this.#outcome(result, trap);
    outcome.used.wallNS = Math.round((performance.now() - began) * 1e6);
    if (trap) await this.#goBackAndRepeat();
    else this.#history.ends(this.#run.stop === 0 && !this.#run.trouble, outcome.used.fuel); // when a run was stopped is nobody's to repeat
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

  async continues(text: string): Promise<boolean> {
    this.#history.begins(newEvent({ continues: text }));
    const more = this.#guest.continues(text);
    this.#history.ends(this.#history.hasBase, 0);
    return more;
  }

  /** Whether what runs are told can be told again: a real clock does not stand still. */
  get #repeatable(): boolean {
    return !this.#config.realClock;
  }

  async #goBackAndRepeat(): Promise<void> {
    this.#history.drops();
    const trouble = this.#run.trouble;
    const { base, since } = this.#history.way;
    await this.#goBack(base);
    for (const event of since) await this.#history.again(event, () => this.#repeat(event));
    this.#run.trouble = trouble;
  }

  /** Does again what happened. */
  async #repeat({ what, fuel }: Event): Promise<void> {
    if ("continues" in what) {
      this.#guest.continues(what.continues);
      return;
    }
    this.#stopped = false;
    this.#deadline = Infinity;
    this.#run = new Run(this, this.#config.fuel, this.#config.maxOutput);
    const result = await this.#guest.run(what.program);
    const used = this.#run.fuel + result.fuelConsumed;
    if (this.#run.trouble) throw this.#run.trouble.error;
    if (used !== fuel) throw new Error(`a run of ${fuel} units of fuel took ${used} when it was repeated: a defect of this library`);
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Copies the session's state. Memory that is given is used again. */
  #save(memory?: Uint8Array<ArrayBuffer>): GuestState {
    return { ...saveGuest(this.#guest, memory), clock: this.#clock.state(), random: this.random.state(), files: this.files.state() };
  }

  /** Memory cannot shrink: where it has grown, the guest is replaced. */
  async #goBack(state: GuestState): Promise<void> {
    if (hasGrown(this.#guest, state)) this.#guest = await this.#instantiate();
    restoreGuest(this.#guest, state);
    this.#clock.restore(state.clock);
    this.random.restore(state.random);
    this.files.restore(state.files);
  }

  async state(): Promise<GuestState> {
    return this.#save();
  }

  async filesState(): Promise<FilesState> {
    return this.files.state();
  }

  async restore(state: GuestState): Promise<void> {
    this.#history.starts(undefined);
    await this.#goBack(state);
  }

  close(): void {
    this.#stopped = true;
  }

  // --- what imports ask for ---

  bytes(address: number, length: number): Uint8Array {
    return this.#guest.bytes(address, length);
  }

  write(stream: number, data: Uint8Array): void {
    if (this.#history.repeating) return; // it was written before
    this.#page.write(stream === 2 ? 2 : 1, data.slice());
  }

  read(length: number): Later<Uint8Array> {
    return this.#history.told("reads", () => this.#readNow(length));
  }

  #readNow(length: number): Later<Uint8Array> {
    if (this.#stdin.length > 0 || !this.#page.input) return this.#take(length);
    const input = this.#page.input;
    return then(this.#timed(this.#config.countInputTime, () => input(new Uint8Array(0))), (more) => {
      this.#stdin = more ?? new Uint8Array(0);
      return this.#take(length);
    });
  }

  #take(length: number): Uint8Array {
    const part = this.#stdin.subarray(0, length);
    this.#stdin = this.#stdin.subarray(length);
    return part;
  }

  call(request: Uint8Array): Later<Uint8Array | undefined> {
    const call = this.#page.call;
    if (!call) throw new Error("the guest calls a host function; there is none");
    return this.#history.told("replies", () => this.#timed(this.#config.countHostTime, () => call(request)));
  }

  /** Asks the page for something. Unless the session counts the time that this takes, the run's deadline waits meanwhile. */
  #timed<T>(counts: boolean, ask: () => Later<T>): Later<T | undefined> {
    const deadline = this.#deadline;
    const began = performance.now();
    if (!counts) this.#deadline = Infinity;
    return then(this.#unlessInterrupted(ask()), (answer) => {
      if (!counts) this.#deadline = deadline + (performance.now() - began);
      return answer;
    });
  }

  /** What is waited for, or undefined once the run is to end. */
  #unlessInterrupted<T>(value: Later<T>): Later<T | undefined> {
    if (!isLater(value)) return value;
    if (this.waiting !== "jspi") throw new Error(noPromises);
    let timer: ReturnType<typeof setInterval>;
    const interruption = new Promise<undefined>((resolve) => {
      timer = setInterval(() => this.interrupted() !== 0 && resolve(undefined), lookAgain);
    });
    return Promise.race([value, interruption]).finally(() => clearInterval(timer));
  }

  sleep(nanoseconds: bigint): Later<unknown> {
    if (!this.#clock.real) return this.#clock.pass(nanoseconds);
    return this.#sleepUntil(performance.now() + Number(nanoseconds) / 1e6);
  }

  /** Sleeps in naps, between which the run can be ended. */
  #sleepUntil(end: number): Later<unknown> {
    for (;;) {
      const left = Math.min(end, this.#deadline) - performance.now();
      if (left <= 0 || this.interrupted() !== 0) return undefined;
      const nap = Math.min(left, lookAgain);
      if (this.waiting === "jspi") return new Promise((resolve) => setTimeout(resolve, nap)).then(() => this.#sleepUntil(end));
      sleepHere(nap);
    }
  }

  wall(): bigint {
    return this.#clock.wall();
  }

  monotonic(): bigint {
    return this.#clock.monotonic();
  }

  interrupted(): Stop | 0 {
    if (this.#history.repeating) return 0;
    if (this.#stopped || this.#interrupts.requested()) return stop.cancelled;
    return performance.now() >= this.#deadline ? stop.deadline : 0;
  }

  /** Where the guest can be suspended, lets in what else the thread has to do: messages, or a page's life. */
  pause(): Later<void> {
    this.#interrupts.between();
    if (this.waiting !== "jspi" || performance.now() < this.#nextPause) return undefined;
    return new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel(); // timers would take their time
      port1.onmessage = () => {
        port1.close();
        this.#nextPause = performance.now() + pauseAfter;
        resolve();
      };
      port2.postMessage(null);
    });
  }
}
