// A guest in a worker, seen from the page.

import type { Program } from "./abi.ts";
import { type Backend, type LaterOn, type Page, type PausedRun, type Questions, laterOn } from "./backend.ts";
import { Channel } from "./channel.ts";
import type { GuestState } from "./checkpoint.ts";
import { OptionError, disposed } from "./errors.ts";
import type { FilesState } from "./files/files.ts";
import { entries } from "./journal.ts";
import { type Later, attempt, then } from "./later.ts";
import type { Config } from "./options.ts";
import type { RawOutcome, RawPending } from "./outcome.ts";
import { concat } from "./text.ts";
import type { Waiting } from "./types.ts";
import { type FromWorker, type Held, type ToWorker, answers } from "./workermessages.ts";
import type { Thread, Threads } from "./thread.ts";

type Done = FromWorker & { type: "done" };

/** What the session waits for: the answer to the one thing that it asked of the worker. */
interface Pending {
  resolve(done: Done): void;
  reject(error: unknown): void;
}

export class WorkerBackend implements Backend {
  readonly waiting: Waiting;
  readonly #module: WebAssembly.Module;
  readonly #config: Config;
  readonly #page: Page;
  readonly #threads: Threads<ToWorker, FromWorker>;
  readonly #shared: SharedArrayBuffer | undefined;
  readonly #channel: Channel | undefined;
  #thread!: Thread<ToWorker>;
  #pending: Pending | undefined;
  #running = false;
  #stopWanted = false;
  /** What the page threw when it was asked for something. */
  #trouble: { error: unknown } | undefined;
  #question = 0;
  #lastState: GuestState | undefined;
  #rest: WebAssembly.Module | undefined;
  #closed = false;
  /** What the run waits for that is paused, and the worker, if it does nothing else meanwhile. */
  #waits: RawPending | undefined;
  #held: Held | undefined;
  #began = 0;
  /** Counts workers. */
  #generation = 0;
  /** Why the worker is no more. */
  #broken: { error: unknown } | undefined;

  static async start(module: WebAssembly.Module, config: Config, page: Page, waiting: Waiting, threads: Threads<ToWorker, FromWorker>, rest?: WebAssembly.Module): Promise<WorkerBackend> {
    const backend = new WorkerBackend(module, config, page, waiting, threads);
    backend.#rest = rest;
    try {
      await backend.#start();
      return backend;
    } catch (error) {
      backend.close();
      throw error;
    }
  }

  private constructor(module: WebAssembly.Module, config: Config, page: Page, waiting: Waiting, threads: Threads<ToWorker, FromWorker>) {
    this.waiting = waiting;
    this.#module = module;
    this.#config = config;
    this.#page = page;
    this.#threads = threads;
    if (this.waiting === "shared") {
      this.#shared = Channel.allocate();
      this.#channel = new Channel(this.#shared);
    }
  }

  async #start(state?: GuestState): Promise<void> {
    const generation = ++this.#generation; // what an ended worker still had to say is not for its successor
    this.#thread = await this.#threads.take({
      message: (message) => generation === this.#generation && this.#handle(message),
      failed: (error) => {
        if (generation !== this.#generation) return;
        this.#broken = { error };
        this.#fail(error);
      },
    });
    await this.#ask({
      type: "start",
      module: this.#module,
      config: this.#config,
      waiting: this.waiting,
      asks: { input: this.#page.input !== undefined, call: this.#page.call !== undefined },
      ...(this.#shared && { channel: this.#shared }),
      ...(state && { state }),
      ...(this.#rest && { rest: this.#rest }),
    });
    this.#threads.prepare();
  }

  async #ask(message: ToWorker): Promise<Done> {
    if (this.#held) await this.letGo();
    return this.#await(() => this.#thread.post(message));
  }

  #await(send: () => void): Promise<Done> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new Error(disposed);
      if (this.#broken) throw this.#broken.error;
      this.#pending = { resolve, reject };
      this.#thread.awaited(true);
      send();
    });
  }

  /** Answers a worker that waits in the midst of a paused run. */
  #answerHeld({ question }: Held, answer: Uint8Array): Promise<Done> {
    this.#held = undefined;
    this.#question = question;
    return this.#await(() => this.#channel?.answer(question, answer));
  }

  async letGo(): Promise<void> {
    if (this.#held) await this.#answerHeld(this.#held, Uint8Array.of(answers.letGo));
    else if (this.#waits?.kept && this.waiting === "jspi") await this.#ask({ type: "letGo" });
  }

  /** Takes what is pending, since it is answered. */
  #settle(): Pending | undefined {
    const pending = this.#pending;
    this.#pending = undefined;
    this.#thread.awaited(false);
    return pending;
  }

  #fail(error: unknown): void {
    this.#settle()?.reject(this.#trouble ? this.#trouble.error : error);
  }

  #handle(message: FromWorker): void {
    switch (message.type) {
      case "done":
        this.#settle()?.resolve(message);
        break;
      case "failed":
        this.#fail(message.name === "OptionError" ? new OptionError(message.message) : Object.assign(new Error(message.message), { name: message.name }));
        break;
      case "checkpoint":
        this.#lastState = message.state;
        if (this.#stopWanted) void this.#startAgain();
        break;
      case "output":
        this.#write(message.stream, message.data);
        break;
      case "ask":
        this.#question = message.question;
        void this.#answer(message.question, message.what, message.data);
        break;
      case "more":
        if (message.question === this.#question) this.#channel?.more(message.question);
        break;
    }
  }

  #write(stream: number, data: Uint8Array): void {
    try {
      this.#page.write(stream, data);
    } catch (error) {
      this.#trouble ??= { error };
      this.stop();
    }
  }

  async #answer(question: number, what: keyof Questions, asked: Uint8Array): Promise<void> {
    const answer = await attempt<Uint8Array>(
      () =>
        then(this.#page[what]?.(asked), (data) => (data === laterOn ? Uint8Array.of(answers.later) : concat([Uint8Array.of(answers.data), data ?? new Uint8Array(0)]))),
      (error) => {
        this.#trouble ??= { error };
        return Uint8Array.of(answers.trouble);
      },
    );
    if (question !== this.#question || !this.#running) return; // too late
    if (this.#channel) this.#channel.answer(question, answer);
    else this.#thread.post({ type: "answer", question, data: answer });
  }

  run(program: Program): Promise<RawOutcome> {
    this.#lastState = undefined;
    return this.#execute(() => this.#ask({ type: "run", program }));
  }

  again(): Promise<RawOutcome> {
    this.#lastState = undefined;
    return this.#execute(() => this.#ask({ type: "again" }));
  }

  async #execute(ask: () => Promise<Done>): Promise<RawOutcome> {
    this.#trouble = undefined;
    this.#channel?.setStop(false);
    this.#stopWanted = false;
    this.#running = true;
    this.#began = performance.now();
    try {
      const { outcome, held } = await ask();
      if (this.#trouble) throw (this.#trouble as { error: unknown }).error;
      if (!outcome) throw new Error("running a program: the worker gave no outcome");
      this.#waits = outcome.pending;
      this.#held = held;
      return outcome;
    } finally {
      this.#running = false;
    }
  }

  /** Where the worker could not wait, the page is asked now. */
  answer(): Later<Uint8Array | LaterOn | undefined> {
    if (!this.#waits || this.#waits.later) return laterOn;
    return this.#waits.kind === entries.call ? this.#page.call?.(this.#waits.request) : this.#page.input?.(new Uint8Array(0));
  }

  resume(data: Uint8Array, counted: number): Promise<RawOutcome> {
    const held = this.#held;
    if (!held) return this.#execute(() => this.#ask({ type: "resume", data, counted }));
    const head = new Uint8Array(9);
    head[0] = answers.data;
    new DataView(head.buffer).setFloat64(1, counted);
    return this.#execute(() => this.#answerHeld(held, concat([head, data])));
  }

  async pausedRun(): Promise<PausedRun> {
    if (this.#held) return this.#held.paused;
    const { paused } = await this.#ask({ type: "paused" });
    if (!paused) throw new Error("storing a paused run: the worker gave nothing");
    return paused;
  }

  async setPaused(run: PausedRun | undefined): Promise<void> {
    await this.#ask({ type: "setPaused", ...(run && { run }) });
  }

  /** Where the worker cannot hear of it, it is ended, and a new one goes on from before the run. */
  stop(): void {
    if (!this.#running || this.#stopWanted) return;
    this.#stopWanted = true;
    if (this.#channel) this.#channel.setStop(true);
    else if (this.waiting === "jspi") this.#thread.post({ type: "stop" });
    else void this.#startAgain();
  }

  async #startAgain(): Promise<void> {
    const pending = this.#pending;
    const state = this.#lastState;
    if (!pending || !state) return; // the run is over, or its checkpoint is still to come
    this.#pending = undefined;
    this.#running = false;
    this.#thread.terminate();
    try {
      await this.#start(state);
      pending.resolve({ type: "done", outcome: this.#cancelled() });
    } catch (error) {
      pending.reject(error);
    }
  }

  /** The outcome of a run whose worker is gone, and with it what the run had used. */
  #cancelled(): RawOutcome {
    const wallNS = Math.round((performance.now() - this.#began) * 1e6);
    return { kind: "cancelled", limit: null, exitStatus: 0, error: null, trap: null, rolledBack: true, truncated: false, used: { fuel: 0, heapPeakBytes: 0, hostCalls: 0, hostBytes: 0, wallNS } };
  }

  async attach(rest: WebAssembly.Module): Promise<void> {
    this.#rest = rest;
    await this.#ask({ type: "attach", rest });
  }

  async continues(text: string): Promise<boolean> {
    const { more } = await this.#ask({ type: "continues", text });
    return more ?? false;
  }

  async reset(): Promise<void> {
    await this.#ask({ type: "reset" });
  }

  async state(): Promise<GuestState> {
    const { state } = await this.#ask({ type: "state" });
    if (!state) throw new Error("copying the guest: the worker gave nothing");
    return state;
  }

  async filesState(): Promise<FilesState> {
    const { files } = await this.#ask({ type: "files" });
    if (!files) throw new Error("listing the guest's files: the worker gave nothing");
    return files;
  }

  async restore(state: GuestState): Promise<void> {
    await this.#ask({ type: "restore", state });
  }

  async mark(): Promise<void> {
    await this.#ask({ type: "mark" });
  }

  async backToMark(): Promise<void> {
    await this.#ask({ type: "backToMark" });
  }

  close(): void {
    this.#closed = true;
    this.#thread.terminate();
    this.#fail(new Error(disposed));
  }
}
