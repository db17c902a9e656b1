// The engine and the session that programs of this page run in.

import { MicroPython, type Outcome, type Session, type SessionOptions } from "../src/index.ts";
import { asset, build } from "./build.ts";

export type State = "loading" | "ready" | "running" | "failed";

export interface RunnerOptions {
  /** What the next session is given. */
  session: () => SessionOptions;
  /** Sessions of the same key are given the same, so one can be reset instead of replaced. */
  key: () => string;
  /** Hears that the next run is the first of a session. */
  onFresh: () => void;
  /** Gives what is to be run in a session before a program of this text, if anything, and adds to what is there what is had by that. */
  prelude: (code: string, there: Set<string>) => Promise<string | undefined>;
  /** Hears that the artifact has come over the wire, or will not. */
  onArtifact: () => void;
  /** What the rest comes after. */
  beforeRest: () => Promise<unknown>;
  /** Hears of the files that a session has after a run. */
  onFiles: (files: Record<string, Uint8Array>) => void;
  /** Hears of each change of state. */
  onState: (state: State) => void;
}

/** Runs programs one at a time. */
export class Runner {
  state: State = "loading";
  /** What was cut out of the artifact, once the engine is loaded. */
  whole: Promise<WebAssembly.Module | undefined> = Promise.resolve(undefined);
  readonly #options: RunnerOptions;
  #artifact: Promise<WebAssembly.Module> | undefined;
  #engine: MicroPython | undefined;
  #session: Session | undefined;
  #key = "";
  /** Whether the run that begins, or is under way, is to end. */
  #stopWanted = false;
  /** Whether the session is over for what runs next, even if that goes on with one. */
  #over = false;
  /** Whether the session has run anything. */
  #used = false;
  /** What it has by preludes. */
  readonly #prepared = new Set<string>();
  /** Settles with the run at hand. */
  #running: Promise<void> = Promise.resolve();

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  #enter(state: State): void {
    this.state = state;
    this.#options.onState(state);
  }

  /**
   * Fetches and compiles the artifact, with the worker beside it, and then what was cut out of it; hears how many bytes of both have come. The
   * first session waits for what it is given.
   */
  async load(onProgress: (bytes: number) => void, given: Promise<unknown>): Promise<void> {
    this.#enter("loading");
    try {
      const download = new Download(onProgress);
      const artifact = download.module(build.artifact, this.#options.onArtifact);
      this.#artifact = artifact;
      artifact.catch(this.#options.onArtifact);
      const rest = async () => {
        await artifact; // which the first output waits for
        await this.#options.beforeRest().catch(() => undefined);
        return download.module(build.rest);
      };
      if (build.rest) {
        this.whole = rest();
        this.whole.catch(() => {}); // whoever needs it is told
      }
      this.#engine = await MicroPython.load({ artifact, worker: asset(build.worker), ...(build.rest && { rest: () => this.#rest() }) });
      await given;
      await this.#open();
      this.#enter("ready");
    } catch (error) {
      this.#enter("failed");
      throw error;
    }
  }

  /** The rest, as it was fetched with the page; fetched anew once that has failed. */
  async #rest(): Promise<WebAssembly.Module> {
    try {
      const module = await this.whole;
      if (module) return module;
      throw new Error("the page began to fetch none");
    } catch (error) {
      this.whole = new Download(() => {}).module(build.rest);
      this.whole.catch(() => {});
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`The rest of Python, which this program needs, could not be fetched: ${why}. It is being fetched again: press Run to retry.`, { cause: error });
    }
  }

  /** What a guest is made of that somebody else starts. */
  async modules(): Promise<{ module: WebAssembly.Module; rest?: WebAssembly.Module }> {
    if (!this.#artifact) throw new Error("the engine is not loaded");
    return { module: await this.#artifact, ...(build.rest && { rest: await this.#rest() }) };
  }

  /** How the session waits for the page. */
  get waiting(): Session["waiting"] | undefined {
    return this.#session?.waiting;
  }

  /** Whether the next run goes on with what the session has, unless it is a fresh one. */
  get goesOn(): boolean {
    return this.#used && !this.#over;
  }

  /** The engine, once it is loaded. */
  get engine(): MicroPython {
    if (!this.#engine) throw new Error("the engine is not loaded");
    return this.#engine;
  }

  /** Makes the session a new one. */
  async #open(): Promise<Session> {
    const key = this.#options.key();
    const given = this.#options.session();
    this.#options.onFresh();
    if (this.#session && this.#key === key) {
      if (this.#used) await this.#session.reset();
    } else {
      await this.#session?.dispose();
      this.#session = undefined;
      this.#session = await this.engine.session(given);
      this.#key = key;
    }
    this.#used = false;
    this.#prepared.clear();
    return this.#session;
  }

  /** Runs a program. Fresh means in a new session, without what earlier runs left. */
  async run(code: string, name: string, fresh: boolean): Promise<Outcome> {
    if (this.state !== "ready") throw new Error(`a program cannot be run while the engine is ${this.state}`);
    this.#enter("running");
    this.#stopWanted = false;
    const before = this.#running; // a reset
    let done = () => {};
    this.#running = new Promise((resolve) => (done = resolve));
    let session: Session | undefined;
    try {
      await before;
      session = fresh || this.#over || !this.#session ? await this.#open() : this.#session;
      this.#over = false;
      this.#used = true;
      await this.#prepare(session, code);
      const outcome = session.run(code, { name, interactive: true });
      if (this.#stopWanted) session.stop(); // asked for while the session began
      return await outcome;
    } finally {
      // While nobody else can replace the session. One that did not begin, or that is lost, has none: they are what they were.
      const files = await session?.files().catch(() => undefined);
      if (files) this.#options.onFiles(files);
      this.#enter("ready");
      done();
    }
  }

  /** Gives the session what the program asks for, once. */
  async #prepare(session: Session, code: string): Promise<void> {
    const prelude = this.#stopWanted ? undefined : await this.#options.prelude(code, this.#prepared);
    if (!prelude) return;
    const { kind, error } = await session.run(prelude, { noValue: true });
    if (kind !== "completed" && !this.#stopWanted) throw new Error(`display, plot and turtle could not be made ready: ${error?.message ?? kind}. Limits may be too low.`);
  }

  /** Runs a program in a session of its own, and returns what it prints. */
  async aside(code: string): Promise<string> {
    const session = await this.engine.session();
    try {
      return (await session.run(code)).stdout;
    } finally {
      await session.dispose();
    }
  }

  /** Runs a program that looks at what the last run left, and is none itself; undefined where nothing has run, or something runs. */
  async glance(code: string): Promise<Outcome | undefined> {
    if (this.state !== "ready" || !this.goesOn || !this.#session) return undefined;
    return this.#session.run(code, { name: "<glance>" });
  }

  /** Whether a prompt should ask for another line. */
  async continues(text: string): Promise<boolean> {
    return (await this.#session?.continues(text)) ?? false;
  }

  stop(): void {
    this.#stopWanted = true;
    this.#session?.stop();
  }

  /** The next run begins with a new session, whatever it is. */
  renew(): void {
    this.#over = true;
  }

  /** Ends what runs, and forgets all that programs left. */
  async reset(): Promise<void> {
    this.stop();
    const opened = this.#running.then(() => this.#open());
    this.#running = opened.then(() => {}, () => {}); // what runs next waits for it
    await opened;
  }
}

/** Fetches modules, and counts the bytes of all as they come. */
class Download {
  #bytes = 0;
  readonly #onProgress: (bytes: number) => void;

  constructor(onProgress: (bytes: number) => void) {
    this.#onProgress = onProgress;
  }

  /** onCome hears that all of it is there. */
  async module(name: string, onCome: () => void = () => {}): Promise<WebAssembly.Module> {
    return WebAssembly.compileStreaming(this.#counted(await fetch(asset(name)), onCome));
  }

  /** The response as WebAssembly, whatever type the host calls it. */
  #counted(response: Response, onCome: () => void): Response {
    if (!response.ok || !response.body) throw new Error(`fetching ${response.url}: the server answers ${response.status} ${response.statusText}`);
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        this.#bytes += chunk.length;
        this.#onProgress(this.#bytes);
        controller.enqueue(chunk);
      },
      flush: onCome,
    });
    return new Response(response.body.pipeThrough(counter), { headers: { "Content-Type": "application/wasm" } });
  }
}
