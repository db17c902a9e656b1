import type { Program } from "./abi.ts";
import { encodeArguments, encodeInputs, encodeKeywords } from "./arguments.ts";
import { type Backend, type LaterOn, type Page, type PausedRun, type Questions, laterOn } from "./backend.ts";
import type { GuestState } from "./checkpoint.ts";
import { expect, text as isText } from "./check.ts";
import { hex, sha256 } from "./digest.ts";
import { OptionError, PausedError, RecordError, SnapshotError, disposed } from "./errors.ts";
import { filesOf } from "./files/list.ts";
import { finish } from "./finish.ts";
import type { Calls } from "./callback.ts";
import { Handles } from "./handles.ts";
import type { KeptRuns } from "./kept.ts";
import { toldTo, waitingFor } from "./awaited.ts";
import { FunctionSet, PyException, unlessPause } from "./hostcall.ts";
import { entries, isWait } from "./journal.ts";
import { type Later, attempt, isLater, then } from "./later.ts";
import { type Config, checkCall, checkRun } from "./options.ts";
import type { RawOutcome, RawPending, Taken } from "./outcome.ts";
import type { LocalBackend } from "./local.ts";
import { Output } from "./output.ts";
import { PausedHere, type Waits } from "./pausedhere.ts";
import { type Rest, lacksRest } from "./rest.ts";
import { encodeText } from "./text.ts";
import type { Input, Outcome, Paused, RunOptions, Session, SessionOptions, Trace, Waiting } from "./types.ts";
import type { Value } from "./values.ts";

/** What bundlers look for where the browser does not know it yet. */
const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

/** What a session is made by, and others like it are. */
export interface Origin {
  options: SessionOptions;
  config: Config;
  /** Starts a guest, with the rest of its artifact if that is there. */
  open(page: Page, rest?: WebAssembly.Module): Promise<Backend>;
  /** Starts one on the thread at hand, which waits for nothing. */
  openHere(page: Page): Promise<LocalBackend>;
  /** Gives the artifact's SHA-256. */
  artifact(): Promise<Uint8Array>;
  /** The paused runs that are kept, of all sessions. */
  kept: KeptRuns;
  /** What the artifact lacks. */
  rest?: Rest;
}

/** What comes of waiting for an answer. */
type Answered = Uint8Array | LaterOn | "cancelled" | "deadline" | undefined;

/** What users hold: a guest somewhere, what it is served with, and the order in which it is asked for things. */
export class GuestSession implements Session {
  readonly #backend: Backend;
  readonly #output: Output;
  readonly #origin: Origin;
  readonly #functions: FunctionSet;
  /** What the page holds of the guest, if it may hold something, and the functions that call back. */
  readonly #handles: Handles;
  readonly #calls: Calls | undefined;
  /** What was called last; a call like it is the same program. */
  #called: { name: string; source: Uint8Array; program?: Program } = { name: "", source: new Uint8Array(0) };
  /** Whether something ran, or was restored, since it began or was reset. */
  #used = false;
  /** Each run begins with what the guest was when it was marked: how many objects of the page's it had seen then. */
  #marked: number | undefined;
  /** The run that waits, by what its user holds. */
  #paused: PausedHere | undefined;
  /** Ends the wait for an answer. */
  #interrupt: ((how: "cancelled" | "deadline") => void) | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  /** How many things are in the queue, that at hand among them. */
  #asked = 0;
  #over = false;
  #running = false;
  /** Runs that wait for their turn; whether the first of them is to end at once. */
  #waitingRuns = 0;
  #stopNext = false;
  /** Whether the guest has all of its artifact. */
  #isWhole: boolean;
  /** Comes when the session is disposed of. */
  #end = () => {};
  readonly #ends = new Promise<undefined>((resolve) => (this.#end = () => resolve(undefined)));

  static async start(origin: Origin): Promise<GuestSession> {
    const { options, config } = origin;
    const output = new Output(options.onStdout, options.onStderr);
    const functions = new FunctionSet(options.hostFunctions ?? {}, config.maxRequest, config.maxReply, !config.realClock);
    const page: Page = { write: (stream, data) => output.write(stream, data), ...questionsOf(options, functions) };
    const had = origin.rest?.here;
    try {
      return new GuestSession(await origin.open(page, had), had, output, origin, functions);
    } catch (error) {
      if (!origin.rest || !lacksRest(error)) throw error;
    }
    const rest = await origin.rest.get();
    return new GuestSession(await origin.open(page, rest), rest, output, origin, functions);
  }

  private constructor(backend: Backend, rest: WebAssembly.Module | undefined, output: Output, origin: Origin, functions: FunctionSet) {
    this.#functions = functions;
    this.#backend = backend;
    this.#output = output;
    this.#origin = origin;
    this.#isWhole = !origin.rest || rest !== undefined;
    const { handles, objects } = origin.config;
    this.#handles = new Handles((operation, args, kwargs) => this.#operate(operation, args, kwargs), handles > 0, objects);
    functions.hold(this.#handles);
    if (handles > 0) this.#calls = functions.allow(this.#handles);
  }

  /** Waits until the guest has all of its artifact, unless something is over first. Tells whether it has. */
  async #whole(over?: Promise<undefined>): Promise<boolean> {
    const { rest } = this.#origin;
    if (this.#isWhole || !rest) return true;
    const module = await Promise.race([rest.get(), this.#ends, ...(over ? [over] : [])]);
    if (this.#over) throw new Error(disposed);
    if (!module) return false;
    await this.#backend.attach(module);
    return (this.#isWhole = true);
  }

  /** Has a run again that called what has not come, once that has. Stop ends the wait. */
  async #again(raw: RawOutcome): Promise<RawOutcome> {
    if (await this.#restComes()) return this.#backend.again();
    await this.#backend.setPaused(undefined);
    return { ...raw, kind: "cancelled", lacksRest: false };
  }

  /** Tells whether the rest has come before the run was to end. */
  async #restComes(): Promise<boolean> {
    let stopped = false;
    const over = new Promise<undefined>((resolve) => {
      this.#interrupt = () => resolve(void (stopped = true));
    });
    try {
      return (await this.#whole(over)) && !stopped;
    } catch (error) {
      if (!this.#over) await this.#backend.setPaused(undefined);
      throw error;
    } finally {
      this.#interrupt = undefined;
    }
  }

  get waiting(): Waiting {
    return this.#backend.waiting;
  }

  /** Has one thing done after the other. */
  #next<T>(what: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => {
      if (this.#over) throw new Error(disposed);
      return what();
    });
    const done = () => void this.#asked--;
    this.#asked++;
    this.#queue = result.then(done, done);
    return result;
  }

  async run(code: string | Uint8Array, options: RunOptions = {}): Promise<Outcome> {
    checkRun(code, options);
    const program: Program = {
      name: options.name || "<string>",
      source: typeof code === "string" ? encodeText(code) : code.slice(),
      noValue: options.noValue ?? false,
      assignedValue: options.assignedValue ?? false,
      interactive: options.interactive ?? false,
      handles: this.#origin.config.handles,
      inputs: encodeInputs(options.inputs, this.#handles),
    };
    return this.#queueRun(program);
  }

  async trace(code: string | Uint8Array, options: RunOptions = {}): Promise<Trace> {
    checkRun(code, options);
    const { options: given, config } = this.#origin;
    if (config.handles > 0) throw new OptionError("a session with handles cannot be followed");
    const program: Program = {
      name: options.name || "<string>",
      source: typeof code === "string" ? encodeText(code) : code.slice(),
      noValue: options.noValue ?? false,
      assignedValue: options.assignedValue ?? false,
      inputs: encodeInputs(options.inputs),
    };
    const state = await this.#next(() => this.#wholeState());
    const output = new Output(given.onStdout ?? (() => undefined), given.onStderr ?? (() => undefined));
    const functions = new FunctionSet(given.hostFunctions ?? {}, config.maxRequest, config.maxReply, !config.realClock);
    const handles = new Handles(() => Promise.reject(new OptionError("a session with handles cannot be followed")), false, config.objects);
    handles.forget(true, state.objects ?? 0);
    functions.hold(handles);
    const guest = await this.#origin.openHere({ write: (stream, data) => output.write(stream, data), ...questionsOf(given, functions) });
    const { RunTrace } = await import("./trace.ts");
    return RunTrace.of(guest, state, program, {
      write: (stream, data) => output.write(stream, data),
      finish: (raw, output, paused) => finish(raw, output, paused, handles),
      exception: (type, message) => new PyException(type, message),
      refused: (why) => new OptionError(why),
    });
  }

  async call(name: string, args: readonly unknown[] = [], kwargs: { readonly [name: string]: unknown } = {}): Promise<Outcome> {
    checkCall(name, args, kwargs, this.#called.name);
    const program = this.#calledBy(name, args, kwargs);
    return this.#runNow(program) ?? this.#queueRun(program);
  }

  /** Runs a short program at once where nothing is to be waited for, before or after: what is put off takes longer than a short call. */
  #runNow(program: Program): Later<Outcome> | undefined {
    const { config } = this.#origin;
    const { runNow } = this.#backend;
    if (!runNow || this.#asked > 0 || this.#running || this.#over || this.#paused || this.#marked !== undefined || config.handles > 0 || config.record || !this.#isWhole) return undefined;
    this.#handles.beginRun();
    this.#functions.beginRun();
    this.#running = true;
    let raw: Later<RawOutcome>;
    try {
      raw = runNow(program);
    } catch (error) {
      raw = Promise.reject(error);
    } finally {
      this.#running = false;
    }
    if (isLater(raw) || raw.pending) return this.#queued(async () => raw);
    this.#used = true;
    return finish(raw, this.#output.take(), null, this.#handles);
  }

  /** The call of a name that was checked. */
  #calledBy(name: string, args: readonly unknown[], kwargs: { readonly [name: string]: unknown }): Program {
    const inputs = encodeArguments(args, kwargs, this.#handles);
    if (this.#called.name !== name) this.#called = { name, source: encodeText(name) };
    const called = this.#called;
    if (called.program?.inputs === inputs) return called.program;
    return (called.program = this.#callOf(called.source, inputs));
  }

  #callOf(source: Uint8Array, inputs: Uint8Array): Program {
    return { name: "", source, noValue: false, inputs, call: true, handles: this.#origin.config.handles };
  }

  /** A call of the guest's own, whose name no page may use. */
  #operation(name: string, args: readonly unknown[], kwargs: { readonly [name: string]: unknown }): Program {
    return this.#callOf(encodeText(name), encodeArguments(args, kwargs, this.#handles));
  }

  /** Does something with objects that are held: for a host function at work a part of the run, else a call of its own. */
  async #operate(operation: string, args: readonly unknown[], kwargs: { readonly [name: string]: unknown }): Promise<Value> {
    if (this.#calls?.atWork) return this.#calls.callBack(operation, args, encodeKeywords(kwargs, this.#handles));
    const outcome = await this.#queueRun(this.#operation(operation, args, kwargs));
    if (outcome.error) throw new PyException(outcome.error.type, outcome.error.message);
    if (outcome.kind !== "completed") throw new Error(`calling a handle: ${outcome.kind} ${outcome.limit ?? ""}`);
    return outcome.value;
  }

  #queueRun(program: Program): Promise<Outcome> {
    return this.#queued(() => {
      this.#checkNotPaused();
      this.#handles.beginRun();
      this.#functions.beginRun();
      return this.#backend.run(program);
    });
  }

  #queued(start: () => Promise<RawOutcome>): Promise<Outcome> {
    this.#waitingRuns++;
    return this.#next(() => this.#runInTurn(start));
  }

  #checkNotPaused(): void {
    if (this.#paused) throw new PausedError("the session waits with a paused run: resume or drop that first");
  }

  async #runInTurn(start: () => Promise<RawOutcome>): Promise<Outcome> {
    let before: GuestState | undefined;
    try {
      const freed = this.#paused ? undefined : this.#handles.freed();
      if (freed) await this.#answered(await this.#backend.run(this.#operation("#free", freed, {})));
      if (this.#over) throw new Error(disposed);
      if (this.#origin.config.record) before = await this.#wholeState(); // who reads the recording has no other part of the library
    } finally {
      this.#waitingRuns--;
    }
    this.#running = true;
    try {
      const run = start();
      if (this.#stopNext) this.#backend.stop();
      this.#stopNext = false;
      const raw = await this.#answered(await run);
      if (this.#over) throw new Error(disposed);
      this.#calls?.end();
      if (raw.rolledBack || raw.pending) this.#handles.rollback(raw.pending !== undefined);
      if (!raw.pending) this.#used = true;
      this.#paused = raw.pending && new PausedHere(this, raw.pending, await this.#pendingOf(raw.pending));
      if (raw.pending?.kept) this.#origin.kept.add(this);
      const outcome = finish(raw, this.#output.take(), this.#paused ?? null, this.#handles);
      const memory = before && raw.taken && (await this.#backend.state()).memory;
      if (this.#marked !== undefined && !raw.pending) {
        this.#handles.forget(false, this.#marked);
        await this.#backend.backToMark();
      }
      if (before && memory) await this.#record(before, raw as RawOutcome & { taken: Taken }, memory, outcome);
      return outcome;
    } catch (error) {
      this.#calls?.end();
      this.#handles.rollback(this.#paused !== undefined);
      this.#output.take();
      throw error instanceof Error && error.name === "DivergedError" ? new PausedError(`resuming a paused run: ${error.message}`, { cause: error }) : error;
    } finally {
      this.#running = false;
    }
  }

  /** Writes a run down. Of one that was ended at a moment that nobody can name there is nothing to be had again. */
  async #record(before: GuestState, raw: RawOutcome & { taken: Taken }, memory: Uint8Array, outcome: Outcome): Promise<void> {
    if (raw.kind === "cancelled" || raw.limit === "deadline") return;
    const { options, config, artifact } = this.#origin;
    try {
      const { encodeRecording } = await storing();
      options.record?.(await encodeRecording(before, config, raw, memory, await artifact()));
    } catch (error) {
      throw new RecordError(`recording a run: ${error instanceof Error ? error.message : String(error)}`, outcome, { cause: error });
    }
  }

  /** Has each run, from now on, begin with what the guest is now. */
  marks(): Promise<void> {
    return this.#next(async () => {
      await this.#backend.mark();
      this.#marked = this.#handles.objects.next;
    });
  }

  // --- runs that wait ---

  /** Answers what a run was paused for that could not wait in another way, until it is over, or the answer is to come later. */
  async #answered(raw: RawOutcome): Promise<RawOutcome> {
    for (;;) {
      if (raw.lacksRest) {
        raw = await this.#again(raw);
        continue;
      }
      if (!raw.pending || raw.pending.later) return raw;
      const began = performance.now();
      const counts = raw.pending.kind === entries.call ? this.#origin.config.countHostTime : this.#origin.config.countInputTime;
      let answer: Answered;
      try {
        answer = await this.#wait(counts ? this.#origin.config.timeoutMs - raw.pending.ran : Infinity);
      } catch (error) {
        if (!this.#over) await this.#backend.setPaused(undefined);
        throw error;
      }
      if (this.#over) throw new Error(disposed);
      if (answer === laterOn) return { ...raw, pending: { ...raw.pending, later: true } };
      if (!(answer instanceof Uint8Array)) {
        await this.#backend.setPaused(undefined);
        const { pending: _, ...rest } = raw;
        return { ...rest, rolledBack: true, ...(answer === "deadline" ? { kind: "limited", limit: "deadline" } : { kind: "cancelled" }) };
      }
      raw = await this.#backend.resume(answer, counts ? performance.now() - began : 0);
    }
  }

  /** Waits for an answer, for so long, in milliseconds. */
  async #wait(limit: number): Promise<Answered> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ended = new Promise<"cancelled" | "deadline">((resolve) => {
      this.#interrupt = resolve;
      if (limit !== Infinity) timer = setTimeout(() => resolve("deadline"), limit);
    });
    try {
      return await Promise.race([this.#backend.answer(), ended]);
    } finally {
      clearTimeout(timer);
      this.#interrupt = undefined;
    }
  }

  /** What a run waits for. */
  async #pendingOf({ kind, id, request }: RawPending): Promise<Waits[]> {
    if (kind !== entries.call) return [{ pending: { id, kind: "input" } }];
    if (!isWait(request)) return [{ pending: { id, ...this.#functions.decode(request) } }];
    const { journal } = await this.#backend.pausedRun();
    return waitingFor(journal, request).map(({ id, ...begun }) => ({ pending: { id, ...this.#functions.decode(begun.request) }, begun }));
  }

  /** For KeptRuns. */
  letGo(): Promise<void> {
    return this.#next(() => this.#backend.letGo()).catch(() => undefined); // whoever uses the session hears of what is wrong with it
  }

  /** No run waits any more. */
  #waitsNoMore(): void {
    this.#paused = undefined;
    this.#origin.kept.drop(this);
  }

  /** For PausedHere. Goes on with what is given, or thrown. */
  resumePaused(paused: PausedHere, { begun }: Waits, what: () => unknown): Promise<Outcome> {
    return this.#queued(async () => {
      this.#checkPaused(paused);
      const { kind, request } = paused.raw;
      const reply = () => (begun ? this.#functions.replyTo(begun.number, begun.request, what) : this.#functions.reply(request, what));
      const data = kind === entries.call ? reply() : inputBytes(what() as Input);
      if (begun) this.#functions.begun.answered(begun.number);
      this.#waitsNoMore();
      this.#handles.beginRun();
      try {
        return await this.#backend.resume(data, 0);
      } catch (error) {
        if (!(error instanceof Error && error.name === "DivergedError")) {
          this.#paused = paused; // still
          if (begun) this.#functions.begun.later(begun.number);
        }
        throw error;
      }
    });
  }

  /** For PausedHere. */
  storePaused(paused: PausedHere, withSession: boolean): Promise<Uint8Array> {
    return this.#next(async () => {
      this.#checkPaused(paused);
      const { beginning, encodePaused, encodeSnapshot } = await storing();
      const artifact = await this.#origin.artifact();
      if (!withSession) {
        if (this.#used || this.#origin.config.realClock) throw new PausedError("storing a paused run without its session: that has a real clock, or was used before the run");
        return encodePaused(await this.#pausedRun(), { begun: await beginning(this.#origin.config, await this.#backend.filesState()) }, artifact);
      }
      const snapshot = await encodeSnapshot(await this.#wholeState(), this.#origin.config, artifact);
      return encodePaused(await this.#pausedRun(), { snapshot }, artifact);
    });
  }

  /** The run that is paused, with what functions gave that the program has not asked for. */
  async #pausedRun(): Promise<PausedRun> {
    const run = await this.#backend.pausedRun();
    return { ...run, journal: this.#functions.begun.journal(run.journal, run.pending.fuel) };
  }

  /** For PausedHere. */
  dropPaused(paused: PausedHere): Promise<void> {
    return this.#next(async () => {
      if (this.#paused !== paused) return;
      await this.#backend.setPaused(undefined);
      this.#waitsNoMore();
    });
  }

  #checkPaused(paused: PausedHere): void {
    if (this.#paused !== paused) throw new PausedError("the run is not paused any more: it was resumed or dropped");
  }

  async restorePaused(stored: Uint8Array): Promise<Paused> {
    expect("the paused run", stored, isBytes);
    const data = stored.slice();
    return this.#next(async () => {
      const { decodePaused } = await storing();
      const found = await decodePaused(data, await this.#origin.artifact(), (request) => this.#functions.check(request));
      if ("refused" in found) throw new PausedError(`using a paused run: ${found.refused}`, { cause: found.cause });
      const { run, snapshot, begun } = found;
      const { handles } = this.#origin.config;
      if (run.program.handles !== handles) throw new PausedError(`using a paused run: its host holds at most ${run.program.handles} objects, the session's ${handles}`);
      if (begun.length > 0) await this.#beginAnew(begun);
      else await this.#restoreNow(snapshot);
      this.#handles.forget(false, this.#handles.objects.next); // the run knows what the guest holds
      await this.#backend.setPaused(run);
      this.#functions.beginRun(run.journal);
      const pending: RawPending = { ...run.pending, id: toldTo(run.journal), ran: run.ran, later: true };
      return (this.#paused = new PausedHere(this, pending, await this.#pendingOf(pending)));
    });
  }

  /** Resets the session, if it began with what the digest says. */
  async #beginAnew(begun: Uint8Array): Promise<void> {
    const { beginning } = await storing();
    await this.#resetNow();
    const found = await beginning(this.#origin.config, await this.#backend.filesState());
    if (this.#origin.config.realClock || hex(found) !== hex(begun)) {
      throw new PausedError("using a paused run: its session began with other args, path, functions, env, seed, clock, memory or files than this one, and was not stored");
    }
  }

  async continues(text: string): Promise<boolean> {
    expect("the text", text, isText);
    return this.#next(async () => {
      this.#checkNotPaused();
      this.#used = true;
      await this.#whole(); // what reads lines is needed at once, but not all that it says about them
      return this.#backend.continues(text);
    });
  }

  stop(): void {
    if (this.#interrupt) this.#interrupt("cancelled");
    else if (this.#running) this.#backend.stop();
    else this.#stopNext = this.#waitingRuns > 0;
  }

  reset(): Promise<void> {
    return this.#next(() => this.#resetNow());
  }

  #resetNow(): Promise<void> {
    this.#waitsNoMore();
    this.#handles.forget(false, 0);
    this.#used = false;
    return this.#backend.reset();
  }

  files(): Promise<Record<string, Uint8Array>> {
    return this.#next(async () => filesOf((await this.#backend.filesState()).tree));
  }

  async #state(): Promise<GuestState> {
    return { ...(await this.#backend.state()), objects: this.#handles.objects.next };
  }

  async #wholeState(): Promise<GuestState> {
    await this.#whole();
    return this.#state();
  }

  memorySHA256(): Promise<string> {
    return this.#next(async () => hex(await sha256((await this.#wholeState()).memory)));
  }

  snapshot(): Promise<Uint8Array> {
    return this.#next(async () => {
      const { encodeSnapshot } = await storing();
      return encodeSnapshot(await this.#wholeState(), this.#origin.config, await this.#origin.artifact());
    });
  }

  async restore(snapshot: Uint8Array): Promise<void> {
    expect("the snapshot", snapshot, isBytes);
    const data = snapshot.slice();
    return this.#next(() => this.#restoreNow(data));
  }

  async #restoreNow(data: Uint8Array): Promise<void> {
    const { decodeSnapshot } = await storing();
    const state = await decodeSnapshot(data, this.#origin.config, await this.#origin.artifact());
    if ("refused" in state) throw new SnapshotError(`using a snapshot: ${state.refused}`, { cause: state.cause });
    await this.#backend.restore(state);
    this.#used = true;
    this.#handles.forget(true, state.objects ?? 0);
    this.#waitsNoMore();
  }

  fork(): Promise<GuestSession> {
    return this.#next(async () => {
      const state = await this.#wholeState();
      const session = await GuestSession.start(this.#origin); // with the rest, which is there by now
      await session.#backend.restore(state);
      session.#used = true;
      session.#handles.forget(true, state.objects ?? 0);
      return session;
    });
  }

  async dispose(): Promise<void> {
    this.#over = true;
    this.#end();
    this.#origin.kept.drop(this);
    this.#backend.close();
    this.#interrupt?.("cancelled");
    await this.#queue;
  }

  [asyncDispose](): Promise<void> {
    return this.dispose();
  }
}

/** Loads what reads and writes snapshots, which most pages need not. */
const storing = () => import("./snapshot.ts");

/** Host functions and stdin by function, as bytes. */
function questionsOf({ stdin }: SessionOptions, functions: FunctionSet): Partial<Questions> {
  const fail = unlessPause<Uint8Array>((error) => {
    throw error;
  });
  return {
    ...(functions.names.length > 0 && { call: (request: Uint8Array) => functions.serve(request) }),
    ...(typeof stdin === "function" && { input: () => functions.settled(attempt<Uint8Array | LaterOn>(() => then(stdin(), inputBytes), fail)) }),
  };
}

const isBytes = (value: unknown) => (value instanceof Uint8Array ? undefined : "a Uint8Array");

function inputBytes(data: Input): Uint8Array {
  if (data === null) return new Uint8Array(0);
  if (data instanceof Uint8Array) return data;
  if (typeof data === "string") return encodeText(data);
  throw new OptionError(`option stdin: the function returned ${typeof data}; expected a string, a Uint8Array, or null at the end`);
}
