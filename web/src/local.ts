// A guest on the thread at hand, and how its runs come out. worker.ts runs one in a worker.

import { type Program, type Result, type Stop, Guest, Trap, stop } from "./abi.ts";
import { type Backend, type LaterOn, type Page, type PausedRun, laterOn } from "./backend.ts";
import { type GuestState, hasGrown, restoreGuest, saveGuest } from "./checkpoint.ts";
import { Clock } from "./clock.ts";
import { Files, type FilesState } from "./files/files.ts";
import { type Event, History, newEvent } from "./history.ts";
import { type Asked, type EntryKind, DivergedError, clockEntry, entries, entrySize, maxJournalBytes, sizeBytes, sizeOf } from "./journal.ts";
import { type Host, Run, type Wrap, hostModule } from "./imports.ts";
import { type Later, isLater, then } from "./later.ts";
import type { Followed, Follower, Interrupts } from "./follower.ts";
import type { Config } from "./options.ts";
import { type RawOutcome, type Wrote, outcomeOf } from "./outcome.ts";
import { ChaCha8 } from "./random.ts";
import { lacksRest, linkRest } from "./rest.ts";
import { startGuest } from "./start.ts";
import { concat } from "./text.ts";
import type { Waiting } from "./types.ts";
import { type Answer, type Waiter, runOf, waits } from "./waiter.ts";
import { othersTurn, promiseIntegration, sleepUntil, unlessInterrupted } from "./waiting.ts";
import { type Grants, wasiModule } from "./wasi.ts";

/** How long a guest that can be suspended may run before the thread's other work is let in, in milliseconds. */
const pauseAfter = 10;

/** How many times the session's timeout it may take to come to where a run was paused. */
const replayPatience = 10;

const noCalls = () => {
  throw new Error("the guest calls a host function; there is none");
};

/** A run that lacked the rest, how much it had written by then, how often it had slept, and what its clock showed. */
interface Lacked {
  event: Event;
  /** What it goes on from, if it had not come so far. */
  rest: PausedRun | undefined;
  written: number;
  naps: number;
  elapsed: bigint;
}

export class LocalBackend implements Backend, Host, Grants {
  readonly waiting: Waiting;
  readonly runNow: Backend["runNow"];
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
  /** For how long the run at hand ran before it was paused, and when it began or went on. */
  #ran = 0;
  #began = 0;
  /** What the run at hand is to be paused for. */
  #pending: Waiter | undefined;
  /** Answers a guest that waits, suspended, in the midst of a paused run; undefined has it come back. */
  #kept: ((answer: Uint8Array | undefined) => void) | undefined;
  /** What comes of the run at hand once the guest is back, and who is told that it is paused before that. */
  #end: Promise<RawOutcome> | undefined;
  #suspended: ((outcome: RawOutcome) => void) | undefined;
  #paused: PausedRun | undefined;
  #mark: GuestState | undefined;
  #follower: Follower | undefined;
  /** What it waits for, and whether the page said that it comes later. */
  #answer: Answer;
  #rest: WebAssembly.Module | undefined;
  /** Puts the rest's data into the guest's memory, if the guest has the rest. */
  #putData = () => {};
  /** The run that is to be had again when the rest has come, and what is not shown and not slept again then. */
  #lacked: Lacked | undefined;
  /** How many bytes the run at hand has written, and of how many nobody is told, since they were shown before; the same of its naps. */
  #written = 0;
  #shown = 0;
  #naps = 0;
  #napped = 0;
  /** What the run at hand wrote, if it is to be recorded. */
  #wrote: Wrote[] | undefined;

  /** Starts a guest; waiting says how its imports may take their time. */
  static async start(module: WebAssembly.Module, config: Config, page: Page, waiting: Waiting, interrupts?: Interrupts, rest?: WebAssembly.Module): Promise<LocalBackend> {
    const backend = new LocalBackend(module, config, page, waiting, interrupts);
    backend.#rest = rest;
    await backend.reset();
    return backend;
  }

  private constructor(module: WebAssembly.Module, config: Config, page: Page, waiting: Waiting, interrupts?: Interrupts) {
    this.waiting = waiting;
    this.runNow = waiting === "pause" ? (program) => this.#execute(newEvent({ program })) : undefined;
    this.env = config.env;
    this.random = new ChaCha8(config.seed);
    this.files = new Files(config.mounts, config.quota);
    this.#module = module;
    this.#config = config;
    this.#page = page;
    this.#interrupts = interrupts ?? { requested: () => false, between: () => undefined };
  }

  async reset(): Promise<void> {
    await this.letGo();
    this.#history.starts(undefined);
    this.#stdin = this.#config.stdin;
    this.#paused = this.#lacked = undefined;
    await this.#begins();
    if (this.#repeatable) this.#history.starts("beginning");
  }

  /** Makes everything but stdin what a session begins with. */
  async #begins(): Promise<void> {
    const config = this.#config;
    this.#clock = new Clock(config.realClock, config.clockStart);
    this.random = new ChaCha8(config.seed);
    this.files = new Files(config.mounts, config.quota);
    this.#run = new Run(this);
    this.#stopped = false;
    this.#deadline = Infinity;
    this.#guest = await this.#instantiate();
    startGuest(this.#guest, config);
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
    if (this.#rest) await this.#link(this.#rest);
    guest.call("_initialize");
    return guest;
  }

  async attach(rest: WebAssembly.Module): Promise<void> {
    await this.letGo();
    this.#rest = rest;
    await this.#link(rest);
  }

  async #link(rest: WebAssembly.Module): Promise<void> {
    this.#putData = await linkRest(rest, this.#guest);
    this.#putData();
  }

  async run(program: Program): Promise<RawOutcome> {
    return this.#execute(newEvent({ program }));
  }

  /** Has something happen, or the rest of it, and sees to what is left of it. */
  #execute(event: Event, rest?: PausedRun, lacked?: Lacked): Later<RawOutcome> {
    this.#stopped = false;
    this.#pending = undefined;
    this.#history.keepWayBack(this.#saver);
    this.#history.begins(event, rest ? () => this.#arrive(rest) : lacked && event.journal.length > 0 ? () => this.#notBack(lacked.elapsed) : undefined);
    [this.#written, this.#shown, this.#naps, this.#napped] = [0, lacked?.written ?? 0, 0, lacked?.naps ?? 0];
    if (this.waiting === "pause") this.#run.begins(this.#config); // nobody has the one before any more
    else this.#run = new Run(this, this.#config);
    this.#wrote = this.#config.record ? [] : undefined;
    this.#begin(rest ? replayPatience : 1);
    let result: Later<Result>;
    try {
      result = this.#guest.run((event.what as { program: Program }).program);
    } catch (error) {
      return this.#failed(error, event, rest);
    }
    if (!isLater(result)) return this.#over(event, rest, result, undefined);
    const end = result.then(
      (result) => this.#over(event, rest, result, undefined),
      (error) => this.#failed(error, event, rest),
    );
    return this.#config.keeps ? this.#untilPaused(end) : end;
  }

  /** What comes of the run, or that it is paused and the guest kept. */
  #untilPaused(end: Promise<RawOutcome>): Promise<RawOutcome> {
    end.catch(() => undefined); // whoever waits for it hears of it
    this.#end = end;
    return Promise.race([end, new Promise<RawOutcome>((resolve) => (this.#suspended = resolve))]);
  }

  /** The guest did not come back. */
  #failed(error: unknown, event: Event, rest: PausedRun | undefined): Later<RawOutcome> {
    if (error instanceof Trap) return this.#over(event, rest, undefined, error);
    if (lacksRest(error)) return this.#lacks(event, rest);
    this.#nextPause = Infinity;
    this.#history.starts(undefined);
    this.#history.drops();
    throw error;
  }

  /** The guest came back, or trapped. */
  #over(event: Event, rest: PausedRun | undefined, result: Result | undefined, trap: Trap | undefined): Later<RawOutcome> {
    this.#nextPause = Infinity;
    const outcome = this.#outcome(result, trap);
    const wrote = this.#wrote;
    this.#wrote = undefined;
    if (this.#history.onTheWay && (rest || this.#run.stop === 0)) return this.#notResumed(outcome, rest);
    if (this.#pending && !this.#run.trouble) return this.#pauseAt(this.#pending, outcome);
    if (trap) return this.#goBackAndRepeat().then(() => this.#settled(event, outcome, wrote));
    this.#history.ends(this.#repeatable && this.#run.stop === 0 && !this.#run.trouble, outcome.used.fuel); // when a run was stopped is nobody's to repeat
    return this.#settled(event, outcome, wrote);
  }

  /** The guest is as the run left it, or as it was before. */
  #settled(event: Event, outcome: RawOutcome, wrote: Wrote[] | undefined): RawOutcome {
    if (this.#run.trouble) throw this.#run.trouble.error;
    if (wrote) outcome.taken = { program: (event.what as { program: Program }).program, journal: event.journal, told: event.told, wrote };
    return outcome;
  }

  /** Sets the time of a run. */
  #begin(patience: number): void {
    this.#began = performance.now();
    this.#ran = 0;
    this.#deadline = this.#began + this.#config.timeoutMs * patience;
    this.#nextPause = this.#began + pauseAfter;
  }

  /** The run called what has not come: the guest goes back to before it. */
  async #lacks(event: Event, rest: PausedRun | undefined): Promise<RawOutcome> {
    this.#nextPause = Infinity;
    const outcome = this.#outcome();
    const forgotten = event.told > maxJournalBytes;
    const lacked = { event, rest: this.#history.onTheWay ? rest : undefined, written: this.#written, naps: this.#naps, elapsed: this.#clock.state().elapsed };
    await this.#goBackAndRepeat();
    if (forgotten) throw new Error(`a run that was told more than ${maxJournalBytes} bytes before the rest of the engine came cannot be had again: run it now`);
    this.#lacked = lacked;
    return { ...outcome, rolledBack: true, lacksRest: true };
  }

  async again(): Promise<RawOutcome> {
    const lacked = this.#lacked;
    if (!lacked) throw new Error("having a run again: none lacked anything");
    this.#lacked = undefined;
    return this.#execute(lacked.event, lacked.rest, lacked);
  }

  // --- runs that wait ---

  /** From here on a run that was paused is a run like others. */
  #arrive(rest: Pick<PausedRun, "ran" | "elapsed">): void {
    this.#begin(1);
    this.#ran = rest.ran;
    this.#deadline -= rest.ran;
    this.#notBack(rest.elapsed);
  }

  /** A real clock that has shown something does not go back. */
  #notBack(elapsed: bigint): void {
    const now = this.#clock.state();
    if (this.#clock.real && now.elapsed < elapsed) this.#clock.restore({ ...now, elapsed });
  }

  /** Ends the run for now, or has the guest wait. Undefined is no answer for the guest, which comes back. */
  #pause(kind: EntryKind, request: Uint8Array, answer: Answer): Later<Uint8Array | undefined> {
    const event = this.#history.happening;
    if (!event) throw new Error(`a run that was told more than ${maxJournalBytes} bytes cannot be paused: nothing is kept of it to go on with`);
    // The deadline was moved by what did not count.
    const ran = this.#config.timeoutMs === Infinity ? this.#ran + performance.now() - this.#began : this.#config.timeoutMs - (this.#deadline - performance.now());
    if (isLater(answer)) answer.catch(() => undefined); // who waits for it hears of it
    const pending = { kind, fuel: this.#run.burnt, request: request.slice(), answer, ran, elapsed: this.#clock.state().elapsed, event };
    this.#pending = pending;
    if (answer !== laterOn || !this.#config.keeps) return undefined;
    const { hold } = this.#interrupts;
    if (hold) {
      const given = hold(waits(pending, this.#outcome(), true), runOf(pending, this.#stdin));
      if (given) this.#goesOn(pending, given.counted);
      return given?.data;
    }
    if (this.waiting !== "jspi") return undefined;
    return new Promise((resolve) => {
      this.#kept = resolve;
      this.#suspended?.(waits(pending, this.#outcome(), true));
    });
  }

  /** What the guest waited for is there. */
  #goesOn({ ran, elapsed }: Waiter, counted: number): void {
    this.#pending = undefined;
    this.#stopped = false;
    this.#arrive({ ran: ran + counted, elapsed });
  }

  async letGo(): Promise<void> {
    const kept = this.#kept;
    if (!kept) return;
    this.#kept = undefined;
    kept(undefined);
    await this.#end;
  }

  /** The run waits; the guest goes back to before it. */
  async #pauseAt(pending: Waiter, outcome: RawOutcome): Promise<RawOutcome> {
    const [run, paused] = [runOf(pending), waits(pending, outcome, false)];
    await this.#goBackAndRepeat();
    this.#paused = run;
    this.#answer = pending.answer;
    return paused;
  }

  /** A run did not come to where it was paused. Unless it went another way, it is still to be gone on with. */
  async #notResumed(outcome: RawOutcome, rest: PausedRun | undefined): Promise<never> {
    const { trouble, stop: by } = this.#run;
    await this.#goBackAndRepeat();
    if (trouble) throw trouble.error;
    if (by === 0 && outcome.kind !== "trapped") throw new DivergedError(`it ended before it asked for all: ${outcome.kind}`);
    this.#paused = rest;
    throw new Error(`getting to where the run was paused: it was ended: ${outcome.kind} ${outcome.limit ?? ""}`);
  }

  answer(): Later<Uint8Array | LaterOn | undefined> {
    return this.#answer;
  }

  async resume(data: Uint8Array, counted: number): Promise<RawOutcome> {
    const [kept, waiter, end] = [this.#kept, this.#pending, this.#end];
    if (kept && waiter && end) {
      this.#kept = undefined;
      this.#goesOn(waiter, counted);
      const outcome = this.#untilPaused(end);
      kept(data.slice());
      return outcome;
    }
    const rest = this.#paused;
    if (!rest) throw new Error("resuming a run: none is paused");
    const { pending, program } = rest;
    const take = pending.kind === entries.read ? Math.min(data.length, sizeOf(pending.request)) : data.length;
    const journal = [...rest.journal, { ...pending, data: data.slice(0, take) }];
    const event: Event = { ...newEvent({ program }), journal, told: journal.reduce((sum, entry) => sum + entrySize(entry), 0) };
    const unread = this.#stdin;
    if (take < data.length) this.#stdin = concat([data.subarray(take), unread]);
    this.#paused = undefined;
    try {
      return await this.#execute(event, { ...rest, ran: rest.ran + counted });
    } finally {
      if (this.#paused === rest) this.#stdin = unread;
    }
  }

  async pausedRun(): Promise<PausedRun> {
    if (this.#kept && this.#pending) return runOf(this.#pending, this.#stdin);
    if (!this.#paused) throw new Error("storing a paused run: none is paused");
    return { ...this.#paused, unread: this.#stdin };
  }

  async setPaused(run: PausedRun | undefined): Promise<void> {
    await this.letGo();
    this.#lacked = undefined;
    this.#paused = run;
    if (run) this.#stdin = concat([run.unread, this.#stdin]);
  }

  /** Puts together what the guest and the imports know of a run, which may be in its midst. */
  #outcome(result?: Result, trap?: Trap): RawOutcome {
    const wallNS = Math.round((this.#ran + performance.now() - this.#began) * 1e6);
    return outcomeOf(this.#run, result, trap, result ? result.heapPeak : this.#guest.call("mpwasm_heap_peak") >>> 0, wallNS);
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
    this.#pending = undefined;
    const trouble = this.#run.trouble;
    const { base, since } = this.#history.way;
    await (base === "beginning" ? this.#begins() : this.#goBack(base));
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
    this.#run = new Run(this, this.#config);
    const result = await this.#guest.run(what.program);
    const used = this.#run.fuel + result.fuelConsumed;
    if (this.#run.trouble) throw this.#run.trouble.error;
    if (used !== fuel) throw new Error(`a run of ${fuel} units of fuel took ${used} when it was repeated: a defect of this library`);
  }

  stop(): void {
    this.#stopped = true;
  }

  readonly #saver = (memory?: Uint8Array<ArrayBuffer>) => this.#save(memory);

  /** Copies the session's state. Memory that is given is used again. */
  #save(memory?: Uint8Array<ArrayBuffer>): GuestState {
    return { ...saveGuest(this.#guest, memory), clock: this.#clock.state(), random: this.random.state(), files: this.files.state() };
  }

  /** Memory cannot shrink: where it has grown, the guest is replaced. */
  async #goBack(state: GuestState): Promise<void> {
    if (hasGrown(this.#guest, state)) this.#guest = await this.#instantiate();
    restoreGuest(this.#guest, state);
    this.#putData(); // the state may be one without it
    this.#clock.restore(state.clock);
    this.random.restore(state.random);
    this.files.restore(state.files);
  }

  async state(): Promise<GuestState> {
    await this.letGo();
    return this.#save();
  }

  async mark(): Promise<void> {
    await this.letGo();
    this.#mark = this.#save();
    this.#history.starts(this.#mark);
  }

  async backToMark(): Promise<void> {
    await this.letGo();
    if (!this.#mark) throw new Error("going back to a mark: there is none");
    await this.#goBack(this.#mark);
    this.#history.starts(this.#mark);
  }

  async filesState(): Promise<FilesState> {
    await this.letGo();
    return this.files.state();
  }

  async restore(state: GuestState): Promise<void> {
    await this.letGo();
    this.#paused = this.#lacked = undefined;
    this.#history.starts(undefined);
    await this.#goBack(state);
  }

  close(): void {
    this.#stopped = true;
  }

  // --- runs that are followed ---

  get guest(): Guest {
    return this.#guest;
  }

  get followed(): Run {
    return this.#run;
  }

  /** Has a run from a state, until its follower gives it up. */
  async follow(program: Program, from: GuestState, follower: Follower): Promise<Followed> {
    await this.#goBack(from);
    this.#stopped = false;
    this.#deadline = Infinity;
    [this.#began, this.#ran] = [performance.now(), 0];
    this.#run = new Run(this, this.#config);
    this.#follower = follower;
    follower.begins();
    let result: Result | undefined;
    let trap: Trap | undefined;
    try {
      result = await this.#guest.run(program);
    } catch (error) {
      if (!(error instanceof Trap)) throw error;
      trap = error;
    } finally {
      this.#follower = undefined;
    }
    if (this.#run.trouble) throw this.#run.trouble.error;
    return this.#run.stop === stop.cancelled ? {} : { outcome: this.#outcome(result, trap) };
  }

  /** Runs a program in the midst of a run that is followed. The state is to be put back afterwards. */
  look(program: Program, fuel: number): RawOutcome {
    const [run, follower] = [this.#run, this.#follower];
    this.#run = new Run(this, { fuel, maxOutput: 1 << 20, maxHostCalls: 0, maxHostBytes: 0 });
    this.#follower = { begins: () => undefined, told: () => undefined, wrote: () => undefined, statement: () => 0, refuelled: () => undefined };
    try {
      return this.#outcome(this.#guest.runWithin(program));
    } finally {
      [this.#run, this.#follower] = [run, follower];
    }
  }

  /** Puts a state into the guest in the midst of a run. Memory must not have grown since. */
  put(state: GuestState): void {
    restoreGuest(this.#guest, state);
    this.#clock.restore(state.clock);
    this.random.restore(state.random);
    this.files.restore(state.files);
  }

  copy(): GuestState {
    return this.#save();
  }

  line(address: number): number {
    if (!this.#follower) throw new Error("the guest of a run that nobody follows asks");
    return this.#follower.statement(address);
  }

  refuelled(): void {
    this.#follower?.refuelled();
  }

  // --- what imports ask for ---

  bytes(address: number, length: number): Uint8Array {
    return this.#guest.bytes(address, length);
  }

  write(stream: number, data: Uint8Array): void {
    if (this.#follower) {
      this.#follower.wrote(stream, data.slice());
      return;
    }
    if (this.#pending) return; // it is written when the run has gone on
    const piece = data.slice();
    this.#wrote?.push({ stream, data: piece });
    const known = this.#shown - this.#written; // of a run that is had again
    this.#written += piece.length;
    if (known >= piece.length || this.#history.repeating) return; // it was written before
    this.#page.write(stream === 2 ? 2 : 1, known > 0 ? piece.slice(known) : piece);
  }

  read(length: number): Later<Uint8Array | undefined> {
    const request = sizeBytes(length);
    if (this.#follower) return this.#follower.told(this.#asked(entries.read, request), () => this.#readFollowed(length));
    return this.#history.told(this.#asked(entries.read, request), () => this.#readNow(length, request));
  }

  #asked(kind: EntryKind, request: Uint8Array): Asked {
    return { kind, fuel: this.#run.burnt, request };
  }

  #readNow(length: number, request: Uint8Array): Later<Uint8Array | undefined> {
    if (this.#stdin.length > 0 || !this.#page.input) return this.#take(length);
    const input = this.#page.input;
    return then(this.#timed(this.#config.countInputTime, entries.read, request, () => input(new Uint8Array(0))), (more) => {
      if (more === undefined) return this.#pending ? undefined : new Uint8Array(0);
      this.#stdin = more;
      return this.#take(length);
    });
  }

  #readFollowed(length: number): Later<Uint8Array | LaterOn | undefined> {
    const input = this.#page.input;
    if (this.#stdin.length > 0 || !input) return this.#take(length);
    return then(input(new Uint8Array(0)), (more) => {
      if (more === undefined || more === laterOn) return more;
      this.#stdin = more;
      return this.#take(length);
    });
  }

  #take(length: number): Uint8Array {
    const part = this.#stdin.subarray(0, length);
    this.#stdin = this.#stdin.subarray(length);
    return part;
  }

  call(request: Uint8Array): Later<Uint8Array | undefined> {
    const call = this.#page.call ?? noCalls;
    if (this.#follower) return this.#follower.told(this.#asked(entries.call, request), () => call(request));
    return this.#history.told(this.#asked(entries.call, request), () => this.#timed(this.#config.countHostTime, entries.call, request, () => call(request)));
  }

  /** Asks the page for something. Unless the session counts the time that this takes, the run's deadline waits meanwhile. */
  #timed(counts: boolean, kind: EntryKind, request: Uint8Array, ask: () => Answer): Later<Uint8Array | undefined> {
    const deadline = this.#deadline;
    const began = performance.now();
    if (!counts) this.#deadline = Infinity;
    return then(unlessInterrupted(ask(), this.waiting, () => this.interrupted() !== 0), (answer) => {
      if (!counts) this.#deadline = deadline + (performance.now() - began);
      if (answer === laterOn) return this.#pause(kind, request, laterOn);
      if (answer && "waits" in answer) return this.#pause(kind, request, answer.waits);
      return answer;
    });
  }

  sleep(nanoseconds: bigint): Later<unknown> {
    if (!this.#clock.real) return this.#clock.pass(nanoseconds);
    if (this.#naps++ < this.#napped || this.#history.repeating || this.#follower?.replays) return undefined; // it slept before
    return sleepUntil(performance.now() + Number(nanoseconds) / 1e6, this.waiting, () => this.#deadline, () => this.interrupted() !== 0);
  }

  wall(): bigint {
    return this.#now(() => this.#clock.wall());
  }

  monotonic(): bigint {
    return this.#now(() => this.#clock.monotonic());
  }

  /** Reads the clock. What a real one showed is taken down, for it shows that once. */
  #now(read: () => bigint): bigint {
    if (!this.#clock.real) return read();
    try {
      const follower = this.#follower;
      if (follower) return clockEntry((kind, request, ask) => follower.told(this.#asked(kind, request), ask) ?? new Uint8Array(8), read);
      return clockEntry((kind, request, ask) => this.#history.told(this.#asked(kind, request), ask), read);
    } catch (error) {
      this.#run.trouble ??= { error };
      throw error;
    }
  }

  fuelLeft(): number {
    return ((this.#guest.global("mpwasm_fuel").value as number) << 1) >> 1; // the sign is of another use: memory/fuel.c
  }

  late(fuel: number): boolean {
    return this.#history.late(fuel);
  }

  interrupted(): Stop | 0 {
    if (this.#pending) return stop.cancelled;
    if (this.#history.repeating && !this.#history.onTheWay) return 0;
    if (this.#stopped || this.#interrupts.requested()) return stop.cancelled;
    return this.#deadline !== Infinity && performance.now() >= this.#deadline ? stop.deadline : 0;
  }

  /** Where the guest can be suspended, lets in what else the thread has to do: messages, or a page's life. */
  pause(): Later<void> {
    this.#interrupts.between();
    if (this.waiting !== "jspi" || performance.now() < this.#nextPause) return undefined;
    return othersTurn().then(() => {
      this.#nextPause = performance.now() + pauseAfter;
    });
  }
}
