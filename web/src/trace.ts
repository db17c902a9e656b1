// A run that is followed, as runtime/sandbox/trace.go does it: had again from the nearest point that was kept, and given up where it is to be looked at.

import { type Program, stop } from "./abi.ts";
import type { LaterOn } from "./backend.ts";
import type { GuestState } from "./checkpoint.ts";
import { finish } from "./finish.ts";
import type { Progress } from "./imports.ts";
import { type Asked, DivergedError, type Entry, Replay } from "./journal.ts";
import { type Later, isLater } from "./later.ts";
import type { Follower } from "./follower.ts";
import type { LocalBackend } from "./local.ts";
import { look } from "./look.ts";
import { concat, decodeText, encodeText } from "./text.ts";
import type { Moment, Outcome, Stride, Trace, TraceFrame, TracePlace, TraceVariable } from "./types.ts";
import { encodeValue } from "./values.ts";

/** The layout of mpwasm_trace_t (micropython-port/wasi/host/mpwasm_abi.h): where its fields are. */
const at = { on: 0, fuel: 4, count: 8, until: 16, lines: 24, frames: 56, line: 88, depth: 92, alone: 96, file: 100, name: 104, fileLen: 108, nameLen: 112, frame: 116, chain: 120, callers: 152 };
const callersKnown = 64;
const traceBytes = at.callers + 4 * callersKnown;

/** What the guest says of a statement that begins. */
interface Statement {
  count: number;
  line: number;
  file: string;
  name: string;
  depth: number;
  /** The run can go on from here. */
  alone: boolean;
  frame: number;
  chain: Uint8Array;
  callers: Uint32Array;
}

/** Where the guest is to ask: at a statement and all after it, in lines, in frames. */
interface Wishes {
  until: number;
  lines: Uint8Array;
  frames: Uint8Array;
}

/** A moment at which the run can be taken up. */
interface Point {
  statement: Statement;
  state: GuestState;
  progress: Progress;
  burnt: number;
  answers: number;
  written: number;
}

/** One run to a moment. */
interface Journey {
  wishes: Wishes;
  /** The wishes are from this statement on. */
  quiet?: number;
  /** It is taken up at no later statement. */
  start: number;
  /** Ask at the first statement when so much is burnt. */
  fuel?: number;
  decide(statement: Statement, burnt: number): boolean;
  ask?: Question;
}

interface Question {
  what: "frames" | "parts" | "value";
  place: TracePlace;
  first: number;
  count: number;
}

const never = Number.MAX_SAFE_INTEGER;
const firstSpacing = 50_000;
/** How much a stride burns before others are let in, who may want to pause it; and what is tried again after, where the run cannot be left. */
const legFuel = 5_000_000;
const legMore = legFuel / 50;
const maxPoints = 64;
const maxPointBytes = 256 << 20;
const lookFuel = 5_000_000;

const none = () => new Uint8Array(32);

function add(set: Uint8Array, n: number): void {
  set[(n >>> 3) % 32] = (set[(n >>> 3) % 32] ?? 0) | (1 << (n & 7));
}

/** Whether the frames around the one at a depth are those that they were at another moment. */
function within(a: Statement, b: Statement, depth: number): boolean {
  return b.depth - depth >= callersKnown || a.callers[depth % callersKnown] === b.callers[depth % callersKnown];
}

/** What is the session's, since this file is bundled apart: its classes are others. */
export interface Surroundings {
  write(stream: number, data: Uint8Array): void;
  finish: typeof finish;
  exception(type: string, message: string): Error;
  refused(why: string): Error;
}

export class RunTrace implements Trace {
  readonly #guest: LocalBackend;
  readonly #base: GuestState;
  readonly #program: Program;
  readonly #around: Surroundings;
  readonly #address: number;
  readonly #journal: Entry[] = [];
  readonly #written: { stream: number; data: Uint8Array }[] = [];
  readonly #breaks = new Map<string, Set<number>>();
  #points: Point[] = [];
  #spacing = firstSpacing;
  #here: Point | undefined;
  #now: Statement | undefined;
  #burnt = 0;
  #told = 0;
  #answered = 0;
  #last = 0;
  #outcome: Outcome | null = null;
  #pauseWanted = false;

  static async of(guest: LocalBackend, state: GuestState, program: Program, around: Surroundings): Promise<RunTrace> {
    await guest.restore(state);
    const trace = new RunTrace(guest, program, around);
    await trace.#goTo(1);
    return trace;
  }

  private constructor(guest: LocalBackend, program: Program, around: Surroundings) {
    this.#guest = guest;
    this.#program = program;
    this.#around = around;
    this.#address = guest.guest.call("mpwasm_tracing") >>> 0;
    this.#base = guest.copy();
  }

  get now(): Moment {
    const now = this.#now;
    if (!now) return { statement: this.#last, fuel: this.#outcome?.used.fuel ?? 0, file: "", line: 0, function: "", depth: 0, ended: true };
    return { statement: now.count, fuel: this.#burnt, file: now.file, line: now.line, function: now.name, depth: now.depth, ended: false };
  }

  get outcome(): Outcome | null {
    return this.#outcome;
  }

  output(): { stdout: string; stderr: string } {
    const of = (stream: number) => decodeText(concat(this.#written.slice(0, this.#told).filter((piece) => (piece.stream === 2 ? 2 : 1) === stream).map((piece) => piece.data)));
    return { stdout: of(1), stderr: of(2) };
  }

  /** How many pieces of output, and answers of functions and of stdin, there were by now; and in all. */
  get known(): { written: number; answered: number; allWritten: number; allAnswered: number } {
    return { written: this.#told, answered: this.#answered, allWritten: this.#written.length, allAnswered: this.#journal.length };
  }

  pause(): void {
    this.#pauseWanted = true;
  }

  setBreakpoints(file: string, lines: readonly number[]): void {
    this.#breaks.set(file, new Set(lines));
  }

  async goTo(statement: number): Promise<Moment> {
    await this.#goTo(Math.max(statement, 1));
    return this.now;
  }

  async goToFuel(fuel: number): Promise<Moment> {
    if (fuel <= 0) return this.goTo(1);
    await this.#settle({ wishes: { until: never, lines: none(), frames: none() }, start: never, fuel, decide: (_, burnt) => burnt >= fuel });
    return this.now;
  }

  async step(stride: Stride): Promise<Moment> {
    if (stride.includes("back")) await this.#backward(stride);
    else if (["in", "over", "out", "continue"].includes(stride)) await this.#forward(stride);
    else throw this.#around.refused(`a stride ${JSON.stringify(stride)}`);
    return this.now;
  }

  #goTo(count: number): Promise<void> {
    return this.#settle({ wishes: { until: count, lines: none(), frames: none() }, start: count, decide: (s) => s.count >= count });
  }

  async #settle(journey: Journey): Promise<void> {
    this.#arrive(await this.#travel(journey));
  }

  #arrive(travel: Travel): void {
    this.#now = travel.stopped;
    this.#burnt = travel.burnt;
    this.#told = travel.written;
    this.#answered = travel.answers;
  }

  /** Which statements end a stride, and where the guest is to ask for that. */
  #matcher(stride: Stride): { matches(statement: Statement): boolean; wishes: Wishes } {
    const wishes: Wishes = { until: never, lines: none(), frames: none() };
    for (const lines of this.#breaks.values()) for (const line of lines) add(wishes.lines, line);
    const from = this.#now;
    let ends = (_: Statement) => false;
    if (stride === "in" || stride === "back") {
      ends = () => true;
      wishes.until = 0;
    } else if (!stride.startsWith("continue")) {
      if (!from) {
        ends = (s) => s.depth === 1;
        wishes.until = 0;
      } else {
        const most = stride.endsWith("over") ? from.depth : from.depth - 1;
        ends = (s) => s.depth <= most && within(s, from, s.depth);
        wishes.frames = from.chain.slice();
        if (stride.endsWith("over")) add(wishes.frames, from.frame >>> 4);
      }
    }
    return { matches: (s) => ends(s) || (this.#breaks.get(s.file)?.has(s.line) ?? false), wishes };
  }

  async #forward(stride: Stride): Promise<void> {
    const from = this.#now?.count;
    if (from === undefined) return;
    const { matches, wishes } = this.#matcher(stride);
    this.#pauseWanted = false;
    for (let start = from, fuel = this.#burnt + legFuel; ; ) {
      let arrived = false;
      const journey: Journey = {
        wishes,
        start,
        fuel,
        decide: (s, burnt) => {
          arrived = s.count > from && matches(s);
          if (arrived || burnt < (journey.fuel ?? 0)) return arrived;
          journey.fuel = burnt + legMore;
          return s.alone && s.count > start;
        },
      };
      const travel = await this.#travel(journey);
      if (!arrived && travel.stopped) {
        [start, fuel] = [travel.stopped.count, travel.burnt + legFuel];
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (!this.#pauseWanted) continue;
      }
      return this.#arrive(travel);
    }
  }

  async goToRaise(): Promise<Moment> {
    const at = lastFrame(this.#outcome?.error?.traceback ?? "");
    if (!at || this.#last === 0) return this.now;
    const matches = (s: Statement) => s.file === at.file && s.name === at.function && s.line <= at.line;
    await this.#before(this.#last + 1, matches, { until: 0, lines: none(), frames: none() }, this.#last);
    return this.now;
  }

  /** Looks for the last statement before that ends the stride, farther and farther back. */
  async #backward(stride: Stride): Promise<void> {
    const end = this.#now?.count ?? this.#last + 1;
    if (stride === "back") return this.#goTo(Math.max(end, 2) - 1);
    const { matches, wishes } = this.#matcher(stride);
    await this.#before(end, matches, wishes, 1);
  }

  async #before(end: number, matches: (statement: Statement) => boolean, wishes: Wishes, otherwise: number): Promise<void> {
    for (let width = 1000; end > 1; width *= 8) {
      const first = end - Math.min(end - 1, width);
      const before = end;
      let found = 0;
      const decide = (s: Statement) => {
        if (s.count >= first && s.count < before && matches(s)) found = s.count;
        return s.count >= before;
      };
      await this.#travel({ wishes: { ...wishes, until: Math.min(wishes.until, before) }, quiet: first, start: first, decide });
      if (found > 0) return this.#goTo(found);
      end = first;
    }
    return this.#goTo(otherwise);
  }

  // --- looking ---

  async frames(): Promise<TraceFrame[]> {
    if (!this.#now) return [];
    const answer = await this.#ask({ what: "frames", place: {}, first: 0, count: 0 });
    return answer.map(([file, line, name]) => ({ file: String(file), line: Number(line), function: String(name) }));
  }

  async parts(place: TracePlace, first = 0, count = 100): Promise<TraceVariable[]> {
    return (await this.#ask({ what: "parts", place, first, count })).map(variable);
  }

  async evaluate(frame: number, expression: string): Promise<TraceVariable> {
    const [value] = await this.#ask({ what: "value", place: { frame, expression }, first: 0, count: 0 });
    if (!value) throw new Error("what the guest says of a moment makes no sense");
    return variable(value);
  }

  async #ask(ask: Question): Promise<unknown[][]> {
    const count = this.#now?.count;
    if (count === undefined) throw this.#around.refused("the run has ended");
    const { answer } = await this.#travel({ wishes: { until: count, lines: none(), frames: none() }, start: count, decide: (s) => s.count >= count, ask });
    if (answer instanceof Error) throw answer;
    if (!answer) throw new DivergedError("it does not come to where it was");
    return answer;
  }

  // --- going ---

  /** Has the run again. Where it needs what comes later, that is waited for, and it is had once more. */
  async #travel(journey: Journey): Promise<Travel> {
    for (;;) {
      const travel = new Travel(this.#guest, journey, this.#address, this.#journal, this.#written, this.#around, this.#nearest(journey.start, journey.fuel), (p) => this.#keep(p), () => this.#dueAfter);
      const { outcome } = await this.#guest.follow(this.#program, this.#base, travel);
      if (travel.waits) {
        const { promise, ...asked } = travel.waits;
        const data = await promise;
        if (!(data instanceof Uint8Array)) throw new Error("a function that answers later cannot be followed");
        this.#journal.push({ ...asked, data });
        continue;
      }
      if (travel.stopped) this.#here = travel.here;
      else if (outcome && !this.#outcome) {
        this.#last = travel.count();
        this.#told = this.#written.length;
        this.#outcome = this.#around.finish(outcome, this.output(), null);
      }
      return travel;
    }
  }

  #nearest(count: number, fuel: number | undefined): Point | undefined {
    let found: Point | undefined;
    for (const p of this.#here ? [...this.#points, this.#here] : this.#points) {
      if (p.statement.count <= count && (fuel === undefined || p.burnt < fuel) && (!found || p.statement.count > found.statement.count)) found = p;
    }
    return found;
  }

  /** From how much fuel on a point is due: those that come later are not looked for. */
  get #dueAfter(): number {
    return (this.#points.at(-1)?.burnt ?? 0) + this.#spacing;
  }

  #keep(point: Point): void {
    this.#points.push(point);
    const bytes = this.#points.reduce((sum, p) => sum + p.state.memory.length, 0);
    if (this.#points.length <= maxPoints && bytes <= maxPointBytes) return;
    this.#spacing *= 2;
    this.#points = this.#points.filter((_, i) => i % 2 === 0);
  }
}

/** A run on its way. */
class Travel implements Follower {
  stopped: Statement | undefined;
  here: Point | undefined;
  burnt = 0;
  written = 0;
  answer: unknown[][] | Error | undefined;
  /** What the run was given up for, since it comes later. */
  waits: (Asked & { promise: Promise<Uint8Array | LaterOn | undefined> }) | undefined;
  answers = 0;
  #replay: Replay | undefined;
  #arrived: boolean;

  constructor(
    readonly guest: LocalBackend,
    readonly journey: Journey,
    readonly address: number,
    readonly journal: Entry[],
    readonly pieces: { stream: number; data: Uint8Array }[],
    readonly around: Surroundings,
    readonly from: Point | undefined,
    readonly keep: (point: Point) => void,
    readonly dueAfter: () => number,
  ) {
    this.#arrived = from === undefined;
    this.#replay = new Replay(journal.slice());
  }

  begins(): void {
    this.#tell(this.#arrived ? this.#wanted(0) : { until: 1, lines: none(), frames: none() });
  }

  #view(): DataView {
    const bytes = this.guest.bytes(this.address, traceBytes);
    return new DataView(bytes.buffer, bytes.byteOffset, traceBytes);
  }

  /** How many statements have begun. */
  count(): number {
    return Number(this.#view().getBigUint64(at.count, true));
  }

  #tell({ until, lines, frames }: Wishes): void {
    const view = this.#view();
    view.setUint32(at.on, 1, true);
    view.setInt32(at.fuel, this.#fuelMark(), true);
    view.setBigUint64(at.until, BigInt(until), true);
    const bytes = this.guest.bytes(this.address, traceBytes);
    bytes.set(lines, at.lines);
    bytes.set(frames, at.frames);
  }

  #fuelMark(): number {
    const { fuel } = this.journey;
    const { fuel: before, slice } = this.guest.followed.progress;
    return fuel !== undefined && before + slice >= fuel ? before + slice - fuel : -0x80000000;
  }

  #wanted(count: number): Wishes {
    const { quiet = 0, wishes } = this.journey;
    return count + 1 < quiet ? { until: quiet - 1, lines: none(), frames: none() } : wishes;
  }

  refuelled(): void {
    if (!this.#arrived) return;
    const wanted = this.#wanted(this.count());
    this.#tell(this.guest.followed.progress.fuel >= this.dueAfter() ? { ...wanted, until: 0 } : wanted);
  }

  statement(): number {
    const { guest, journey } = this;
    let answer = 0;
    if (!this.#arrived && this.from) {
      guest.put(this.from.state);
      this.#arrived = true;
      answer = 1;
      this.#takeUp(this.from);
    }
    const s = this.#read();
    const { burnt } = guest.followed;
    if (answer === 0 && s.alone && burnt >= this.dueAfter()) this.keep(this.#point(s));
    if (!journey.decide(s, burnt)) {
      this.#tell(this.#wanted(s.count));
      return answer;
    }
    this.stopped = s;
    this.burnt = burnt;
    this.here = s.alone ? this.#point(s) : undefined;
    if (journey.ask) {
      this.answer = this.#look(journey.ask, false);
      if (this.here) guest.put(this.here.state); // else the run ends with a trap
    }
    return stop.cancelled;
  }

  #takeUp(from: Point): void {
    this.guest.followed.progress = from.progress;
    this.written = from.written;
    this.answers = from.answers;
    this.#replay = new Replay(this.journal.slice(from.answers));
  }

  #point(statement: Statement): Point {
    const run = this.guest.followed;
    return { statement, state: this.guest.copy(), progress: run.progress, burnt: run.burnt, answers: this.answers, written: this.written };
  }

  #read(): Statement {
    const view = this.#view();
    const field = (offset: number) => view.getUint32(offset, true);
    const text = (address: number, length: number) => decodeText(this.guest.bytes(field(address), field(length)).slice());
    const bytes = this.guest.bytes(this.address, traceBytes).slice();
    return {
      count: this.count(),
      line: field(at.line),
      depth: field(at.depth),
      alone: field(at.alone) !== 0,
      file: text(at.file, at.fileLen),
      name: text(at.name, at.nameLen),
      frame: field(at.frame),
      chain: bytes.slice(at.chain, at.callers),
      callers: new Uint32Array(bytes.buffer, at.callers, callersKnown),
    };
  }

  told(asked: Asked, ask: () => Later<Uint8Array | LaterOn | undefined>): Uint8Array | undefined {
    if (this.#replay && !this.#replay.done) {
      this.answers++;
      return this.#replay.next(asked);
    }
    const answer = ask();
    if (isLater(answer)) {
      this.waits = { ...asked, request: asked.request.slice(), promise: answer };
      return undefined;
    }
    if (!(answer instanceof Uint8Array)) throw new Error("a function that answers later cannot be followed");
    this.journal.push({ ...asked, request: asked.request.slice(), data: answer.slice() });
    this.answers++;
    return answer;
  }

  wrote(stream: number, data: Uint8Array): void {
    if (!this.#arrived || ++this.written <= this.pieces.length) return;
    this.pieces.push({ stream, data });
    this.around.write(stream, data);
  }

  /** What the program's own code takes too long to say is said without it. */
  #look({ what, place, first, count }: Question, plain: boolean): unknown[][] | Error {
    const ask = { what, frame: place.frame ?? 0, scope: place.scope ?? "", expression: place.expression ?? "", path: [...(place.path ?? [])], first, count, plain };
    const program: Program = { name: "<look>", source: encodeText(look), noValue: false, inputs: encodeValue({ __ask__: ask }), look: true };
    try {
      const outcome = finish(this.guest.look(program, lookFuel), { stdout: "", stderr: "" }, null);
      if (outcome.limit === "fuel" && !plain && place.scope && this.here) {
        this.guest.put(this.here.state);
        return this.#look({ what, place, first, count }, true);
      }
      if (outcome.error) return this.around.exception(outcome.error.type, outcome.error.message);
      return Array.isArray(outcome.value) ? (outcome.value as unknown[][]) : new Error(`looking at a run: it ended: ${outcome.kind} ${outcome.limit ?? ""}`);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

/** The innermost frame of a traceback of which there is source: modules of the library have none. */
function lastFrame(traceback: string): { file: string; line: number; function: string } | undefined {
  const [, file, line, name] = [...traceback.matchAll(/^ {2}File "([^"]*)", line (\d+)(?:, in (.*))?\n {4}/gm)].at(-1) ?? [];
  return file === undefined ? undefined : { file, line: Number(line), function: name?.replace(/^.*\./, "") ?? "<module>" };
}

function variable([name, type, text, parts]: unknown[]): TraceVariable {
  return { name: String(name), type: String(type), text: String(text), parts: Number(parts) };
}

