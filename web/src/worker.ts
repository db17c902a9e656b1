// The worker's entry: a guest on a thread of its own, for client.ts at the other end.

import { type LaterOn, type Page, type PausedRun, type Questions, laterOn } from "./backend.ts";
import { Channel } from "./channel.ts";
import type { Interrupts } from "./follower.ts";
import { type Later, then } from "./later.ts";
import { LocalBackend } from "./local.ts";
import { fromNode } from "./node.ts";
import type { RawOutcome } from "./outcome.ts";
import { concat } from "./text.ts";
import type { Waiting } from "./types.ts";
import { type FromWorker, type Port, type ToWorker, answers } from "./workermessages.ts";

/** How much output is held back before it is posted, in bytes. Each slice of fuel posts what is there. */
const outputBatch = 16 << 10;

class GuestWorker {
  readonly #port: Port<ToWorker, FromWorker>;
  #backend: LocalBackend | undefined;
  #channel: Channel | undefined;
  #waiting: Waiting = "pause";
  #stop = false;
  #question = 0;
  #answer: ((data: Uint8Array) => void) | undefined;
  /** Output that is held back: pieces of one stream after the other. */
  #held: { stream: number; pieces: Uint8Array[] }[] = [];
  #heldBytes = 0;

  constructor(port: Port<ToWorker, FromWorker>) {
    this.#port = port;
    port.listen((message) => void this.#handle(message));
  }

  async #handle(message: ToWorker): Promise<void> {
    if (message.type === "stop") {
      this.#stop = true;
    } else if (message.type === "answer") {
      if (message.question === this.#question) this.#answer?.(message.data);
    } else {
      try {
        const done = await this.#do(message);
        this.#flush();
        this.#port.post({ type: "done", ...done }, done.state ? [done.state.memory.buffer] : []);
      } catch (error) {
        this.#flush();
        this.#port.post({ type: "failed", message: error instanceof Error ? error.message : String(error), name: error instanceof Error ? error.name : "Error" });
      }
    }
  }

  async #do(message: Exclude<ToWorker, { type: "stop" | "answer" }>): Promise<Omit<FromWorker & { type: "done" }, "type">> {
    if (message.type === "start") {
      await this.#start(message);
      return {};
    }
    const backend = this.#backend;
    if (!backend) throw new Error("the worker was asked for something before it was started");
    switch (message.type) {
      case "run":
        await this.#begins(backend);
        return { outcome: await backend.run(message.program) };
      case "again":
        await this.#begins(backend);
        return { outcome: await backend.again() };
      case "resume":
        this.#stop = false;
        return { outcome: await backend.resume(message.data, message.counted) };
      case "letGo":
        await backend.letGo();
        return {};
      case "paused":
        return { paused: await backend.pausedRun() };
      case "setPaused":
        await backend.setPaused(message.run);
        return {};
      case "mark":
        await backend.mark();
        return {};
      case "backToMark":
        await backend.backToMark();
        return {};
      case "attach":
        await backend.attach(message.rest);
        return {};
      case "continues":
        return { more: await backend.continues(message.text) };
      case "reset":
        await backend.reset();
        return {};
      case "state":
        return { state: await backend.state() };
      case "files":
        return { files: await backend.filesState() };
      case "restore":
        await backend.restore(message.state);
        return {};
    }
  }

  /** A run begins, from its beginning. */
  async #begins(backend: LocalBackend): Promise<void> {
    this.#stop = false;
    if (this.#waiting !== "pause") return;
    const state = await backend.state();
    this.#port.post({ type: "checkpoint", state }, [state.memory.buffer]);
  }

  async #start(message: ToWorker & { type: "start" }): Promise<void> {
    this.#waiting = message.waiting;
    if (message.channel) this.#channel = new Channel(message.channel);
    const page: Page = {
      write: (stream, data) => this.#write(stream, data),
      ...(message.asks.input && { input: (data: Uint8Array) => this.#ask("input", data) }),
      ...(message.asks.call && { call: (data: Uint8Array) => this.#ask("call", data) }),
    };
    const interrupts: Interrupts = {
      requested: () => this.#stopRequested,
      between: () => this.#flush(),
      ...(message.channel && { hold: (outcome, run) => this.#hold(outcome, run) }),
    };
    this.#backend = await LocalBackend.start(message.module, message.config, page, message.waiting, interrupts, message.rest);
    if (message.state) await this.#backend.restore(message.state);
  }

  get #stopRequested(): boolean {
    return this.#stop || (this.#channel?.stopRequested ?? false);
  }

  #write(stream: number, data: Uint8Array): void {
    const last = this.#held.at(-1);
    if (last?.stream === stream) last.pieces.push(data);
    else this.#held.push({ stream, pieces: [data] });
    this.#heldBytes += data.length;
    if (this.#heldBytes >= outputBatch) this.#flush();
  }

  #flush(): void {
    for (const { stream, pieces } of this.#held) this.#port.post({ type: "output", stream, data: concat(pieces) });
    this.#held = [];
    this.#heldBytes = 0;
  }

  /** Says that the run is paused, and waits for what it is to go on with in the midst of it: the thread does nothing else. */
  #hold(outcome: RawOutcome, paused: PausedRun): { data: Uint8Array; counted: number } | undefined {
    const question = ++this.#question;
    this.#flush();
    this.#port.post({ type: "done", outcome, held: { paused, question } });
    const bytes = this.#channel?.wait(question, () => this.#port.post({ type: "more", question }));
    if (bytes?.[0] !== answers.data) return undefined;
    return { counted: new DataView(bytes.buffer, bytes.byteOffset).getFloat64(1), data: bytes.subarray(9) };
  }

  /** Asks the page for something. Undefined if the run is to end first. */
  #ask(what: keyof Questions, data: Uint8Array): Later<Uint8Array | LaterOn | undefined> {
    if (this.#waiting === "pause") return new Promise(() => undefined); // the page is asked when the run is paused
    const question = ++this.#question;
    this.#flush();
    this.#port.post({ type: "ask", question, what, data });
    const answer = this.#channel
      ? this.#channel.wait(question, () => this.#port.post({ type: "more", question }), () => this.#backend?.interrupted() !== 0)
      : new Promise<Uint8Array>((resolve) => (this.#answer = resolve));
    return then<Uint8Array | undefined, Uint8Array | LaterOn | undefined>(answer, (bytes) => {
      if (bytes?.[0] === answers.later) return laterOn;
      if (bytes?.[0] === answers.trouble) throw new Error("the page could not answer");
      return bytes?.subarray(1);
    });
  }
}

/** A browser's worker hears its first messages only if it listens at once; Node.js keeps them. */
function listen(): void {
  if ("WorkerGlobalScope" in globalThis) {
    const scope = globalThis as unknown as { postMessage(message: unknown, transfer: ArrayBuffer[]): void; onmessage: (event: MessageEvent<ToWorker>) => void };
    new GuestWorker({
      post: (message, transfer = []) => scope.postMessage(message, transfer),
      listen: (handle) => (scope.onmessage = (event) => handle(event.data)),
    });
    return;
  }
  void fromNode<typeof import("node:worker_threads")>("node:worker_threads").then(({ parentPort }) => {
    new GuestWorker({
      post: (message, transfer = []) => parentPort?.postMessage(message, transfer),
      listen: (handle) => void parentPort?.on("message", handle),
    });
  });
}

listen();
