// What runs the programs of cells. It is loaded when a cell is touched.

import { MicroPython, type Outcome, type Session, type SessionOptions } from "../src/index.ts";
import { repr } from "../playground/pyrepr.ts";
import type { Cell } from "./cell.ts";
import { picture } from "./picture.ts";

export { encode } from "../playground/link.ts";

/** The bytes of the engine's two files, of which the second has none where there is but one. */
declare const ENGINE: { core: number; library: number };

/** How long a program may run, and how much it may write, unless the author says otherwise: a page has other things to do. */
const defaults = { timeout: 30_000, output: 200_000 };

/** What a program speaks of that shows things. */
const shows = /\b(display|plot|turtle)\b/;

let engine: Promise<MicroPython> | undefined;
let library: Promise<WebAssembly.Module> | undefined;
const listeners = new Set<(share: number) => void>();

async function compile(name: string, onBytes: (bytes: number) => void): Promise<WebAssembly.Module> {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok || !response.body) throw new Error(`${response.url}: the server answers ${response.status} ${response.statusText}`);
  let bytes = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      onBytes((bytes += chunk.length));
      controller.enqueue(chunk);
    },
  });
  return WebAssembly.compileStreaming(new Response(response.body.pipeThrough(count), { headers: { "Content-Type": "application/wasm" } }));
}

function load(): Promise<MicroPython> {
  engine ??= (async () => {
    const worker = workerAddress();
    const core = compile("core.wasm", (bytes) => listeners.forEach((listener) => listener(bytes / ENGINE.core)));
    const rest = () => {
      library ??= compile("library.wasm", () => {});
      library.catch(() => (library = undefined));
      return library;
    };
    void core.then(() => ENGINE.library && rest().catch(() => {}), () => {}); // the first output waits for the core alone
    return MicroPython.load({ artifact: core, worker, ...(ENGINE.library && { rest }) });
  })();
  engine.catch(() => (engine = undefined));
  return engine;
}

/** A worker must come from where the page does: one that imports the other stands in for it. */
function workerAddress(): string | URL {
  const address = new URL("worker.js", import.meta.url);
  if (address.origin === location.origin) return address;
  return URL.createObjectURL(new Blob([`import ${JSON.stringify(address.href)};`], { type: "text/javascript" }));
}

/** A session that cells share, or that of one run. */
class Shared {
  /** The cells that have run in it. */
  readonly ran = new Set<Cell>();
  /** Who writes. */
  writer: Cell | undefined;
  session: Promise<Session> | undefined;
  /** What shows things, once a program speaks of that. */
  #rich: import("./rich.ts").Rich | undefined;
  /** Settles when what was begun has ended. */
  last: Promise<unknown> = Promise.resolve();

  open(options: SessionOptions): Promise<Session> {
    const write = (kind: string) => (text: string) => this.writer?.write(kind, text);
    this.session ??= load().then((loaded) =>
      loaded.session({ maxOutput: defaults.output, timeoutMs: defaults.timeout, countInputTime: false, onStdout: write("stdout"), onStderr: write("stderr"), stdin: () => this.writer?.ask() ?? null, ...options,
        hostFunctions: { "page.display": (...given) => this.#rich?.hostFunctions["page.display"]?.(...given) ?? null, ...options.hostFunctions } }),
    );
    this.session.catch(() => (this.session = undefined));
    return this.session;
  }

  /** Gives the session what programs of these texts show things by. */
  async prepare(texts: readonly string[], files: readonly string[], real: boolean): Promise<void> {
    const session = await this.session;
    if (!session || !texts.some((text) => shows.test(text))) return;
    if (!this.#rich) {
      const { Rich } = await import("./rich.ts");
      this.#rich = new Rich((element) => this.writer?.write("value", element), real);
    }
    await this.#rich.prepare(session, texts, files);
  }

  async close(): Promise<void> {
    const session = this.session;
    this.#rich?.end();
    this.#rich = undefined;
    this.session = undefined;
    this.ran.clear();
    await (await session)?.dispose();
  }
}

const shared = new Map<string, Shared>();

export class Run {
  readonly #cell: Cell;
  readonly #options: SessionOptions;
  readonly #group: Shared;
  /** Whether the session is other cells', too. */
  readonly #name: string | null;
  #stopped = false;

  constructor(cell: Cell, options: SessionOptions) {
    this.#cell = cell;
    this.#options = options;
    this.#name = cell.getAttribute("session");
    this.#group = (this.#name !== null && shared.get(this.#name)) || new Shared();
    if (this.#name !== null) shared.set(this.#name, this.#group);
  }

  /** Begins to load the engine. Whoever runs hears of a failure. */
  warm(): void {
    load().catch(() => {});
  }

  /** Runs the program once those have ended that were begun before it. */
  start(): Promise<void> {
    this.#stopped = false;
    const turn = this.#group.last.then(() => this.#turn());
    this.#group.last = turn.catch(() => {});
    return turn;
  }

  async #turn(): Promise<void> {
    const show = (share: number) => this.#cell.say(`Loading Python ${Math.min(Math.round(share * 100), 100)} %`);
    listeners.add(show);
    await load().finally(() => listeners.delete(show));
    if (this.#stopped) return this.#cell.say("Stopped");
    if (this.#name === null) await this.#group.close();
    for (const above of this.#above()) if (!(await this.#one(above))) return this.#cell.say("A cell above ended with an error");
    await this.#one(this.#cell);
    if (this.#name === null) await this.#group.close(); // a run of its own leaves nothing, and a worker costs memory
  }

  /** The cells of the session that come before this one in the page and have not run. */
  #above(): Cell[] {
    if (this.#name === null) return [];
    const all = [...document.querySelectorAll<Cell>("mpwasm-cell[session], mpwasm-playground[session]")].filter((cell) => cell.getAttribute("session") === this.#name);
    return all.slice(0, all.indexOf(this.#cell)).filter((cell) => !this.#group.ran.has(cell) && cell.exercise.check === "" && cell.exercise.expected === undefined);
  }

  /** Runs a cell; tells whether it came to its end. */
  async #one(cell: Cell): Promise<boolean> {
    const { code, setup, expected, check, files } = cell.exercise;
    this.#group.writer = cell;
    cell.clear();
    cell.say("Running");
    const session = await this.#group.open({ ...given(cell), files, ...this.#options });
    await this.#group.prepare([setup, code, check, ...Object.values(files)], Object.keys(files), cell.getAttribute("clock") === "real");
    if (setup && !this.#group.ran.has(cell)) {
      const before = await session.run(setup, { name: "setup", noValue: true });
      if (before.kind !== "completed") return this.#end(cell, before, undefined, "");
    }
    this.#group.ran.add(cell);
    const outcome = await session.run(code, { name: "main.py" });
    if (expected === undefined && !check) return this.#end(cell, outcome, undefined, "");
    if (outcome.kind !== "completed") return this.#end(cell, outcome, false, "");
    let why = expected === undefined ? "" : differs(cell, expected);
    if (!why && check) {
      const judged = await session.run(check, { name: "check", noValue: true });
      if (judged.kind !== "completed") why = judged.error ? judged.error.message || judged.error.type : sentence(judged);
    }
    return this.#end(cell, outcome, !why, why);
  }

  #end(cell: Cell, outcome: Outcome, correct: boolean | undefined, why: string): boolean {
    if (outcome.kind === "completed" && outcome.value !== null) cell.write("value", picture(outcome.value) ?? repr(outcome.value).slice(0, 20_000));
    if (outcome.error) cell.write("error", outcome.error.traceback);
    cell.say(sentence(outcome));
    cell.ended(outcome.kind, correct, why);
    return outcome.kind === "completed";
  }

  stop(): void {
    this.#stopped = true;
    void this.#group.session?.then((session) => session.stop(), () => {});
  }

  async reset(): Promise<void> {
    this.stop();
    await this.#group.last;
    await this.#group.close();
  }
}

/** What attributes say about a session. */
function given(cell: Cell): SessionOptions {
  const number = (name: string) => (cell.hasAttribute(name) ? Number(cell.getAttribute(name)) : undefined);
  const [timeoutMs, fuel, memory, seed] = ["timeout", "fuel", "memory", "seed"].map(number);
  const stdin = cell.getAttribute("stdin");
  return {
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(fuel !== undefined && { fuel }),
    ...(memory !== undefined && { memory: memory * 2 ** 20 }),
    ...(seed !== undefined && { seed }),
    ...(cell.getAttribute("clock") === "real" && { clock: "real" }),
    ...(stdin !== null && { stdin: stdin.replaceAll("\\n", "\n") }),
  };
}

/** What of the output is not as expected, in a sentence; "" if nothing is. Spaces at the ends of lines do not count. */
function differs(cell: Cell, expected: string): string {
  const lines = (text: string) => text.trimEnd().split("\n").map((line) => line.trimEnd());
  const got = lines(cell.printed);
  const want = lines(expected);
  const at = Array.from({ length: Math.max(got.length, want.length) }, (_, i) => i).find((i) => got[i] !== want[i]);
  if (at === undefined) return "";
  if (want[at] === undefined) return `Line ${at + 1} is one too many.`;
  return got[at] === undefined ? `Line ${at + 1} is missing: ${want[at]}` : `Line ${at + 1} should be: ${want[at]}`;
}

const limits: Record<string, string> = { fuel: "its fuel was used up", deadline: "its time ran out", output: "it wrote more than allowed" };

/** How a run ended. */
function sentence(outcome: Outcome): string {
  switch (outcome.kind) {
    case "completed":
      return "";
    case "raised":
      return `${outcome.error?.type ?? "An exception"}${outcome.error?.line ? ` in line ${outcome.error.line}` : ""}`;
    case "exited":
      return `Exited with status ${outcome.exitStatus}`;
    case "limited":
      return `Ended: ${limits[outcome.limit ?? ""] ?? outcome.limit}`;
    case "cancelled":
      return "Stopped";
    default:
      return `The interpreter failed: ${outcome.trap ?? outcome.kind}`;
  }
}
