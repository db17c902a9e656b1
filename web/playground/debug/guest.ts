// The run that is followed, seen from the page: orders to the debugger's thread, and what it asks the page for.

import { FunctionSet } from "../../src/hostcall.ts";
import { normalize } from "../../src/options.ts";
import { encodeText } from "../../src/text.ts";
import type { SessionOptions, TracePlace, TraceVariable } from "../../src/types.ts";
import { asset, build } from "../build.ts";
import type { FromGuest, Ordered, Start, Stood, ToGuest, Wrote } from "./messages.ts";

export interface Hears {
  wrote(pieces: Wrote[]): void;
  /** The program asks for something, or has its answer. */
  asks(question: number): void;
}

export class FollowedGuest {
  readonly #worker = new Worker(asset(build.debugger), { type: "module" });
  readonly #orders = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  readonly #functions: FunctionSet;
  readonly #options: SessionOptions;
  readonly #hears: Hears;
  #id = 0;

  constructor(options: SessionOptions, hears: Hears) {
    this.#options = options;
    this.#hears = hears;
    const { maxRequest, maxReply, realClock } = normalize(options);
    this.#functions = new FunctionSet(options.hostFunctions ?? {}, maxRequest, maxReply, !realClock);
    this.#worker.onmessage = ({ data }: MessageEvent<FromGuest>) => this.#hear(data);
    this.#worker.onerror = (event) => this.#fail(new Error(`the debugger's thread failed: ${event.message}`));
  }

  #hear(message: FromGuest): void {
    if (message.type === "wrote") this.#hears.wrote(message.pieces);
    else if (message.type === "ask") void this.#answer(message);
    else {
      const order = this.#orders.get(message.id);
      this.#orders.delete(message.id);
      if (message.type === "done") order?.resolve(message.result);
      else order?.reject(new Error(message.message));
    }
  }

  async #answer({ question, what, data }: FromGuest & { type: "ask" }): Promise<void> {
    this.#hears.asks(question);
    let answer: Uint8Array | null = null;
    try {
      const found = await (what === "call" ? this.#functions.serve(data) : this.#input());
      if (found instanceof Uint8Array) answer = found;
    } finally {
      this.#post({ answer: question, data: answer });
    }
  }

  async #input(): Promise<Uint8Array> {
    const { stdin } = this.#options;
    const data = typeof stdin === "function" ? await stdin() : null;
    return typeof data === "string" ? encodeText(data) : (data ?? new Uint8Array(0));
  }

  #post(message: ToGuest): void {
    this.#worker.postMessage(message);
  }

  #order(order: Omit<Ordered, "id">): Promise<unknown> {
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      this.#orders.set(id, { resolve, reject });
      this.#post({ id, ...order });
    });
  }

  #fail(error: Error): void {
    for (const { reject } of this.#orders.values()) reject(error);
    this.#orders.clear();
  }

  start(how: Omit<Start, "config">): Promise<Stood> {
    return this.#order({ start: { ...how, config: normalize(this.#options) } }) as Promise<Stood>;
  }

  go(way: NonNullable<Ordered["way"]>): Promise<Stood> {
    return this.#order({ way }) as Promise<Stood>;
  }

  async setBreakpoints(file: string, lines: number[]): Promise<void> {
    await this.#order({ breaks: { file, lines } });
  }

  parts(place: TracePlace, first: number, count: number): Promise<TraceVariable[]> {
    return this.#order({ look: { place, first, count } }) as Promise<TraceVariable[]>;
  }

  value(frame: number, expression: string): Promise<TraceVariable> {
    return this.#order({ value: { frame, expression } }) as Promise<TraceVariable>;
  }

  pause(): void {
    this.#post({ pause: true });
  }

  /** Ends it, whatever it does. What was asked for is never answered. */
  end(): void {
    this.#worker.terminate();
    this.#orders.clear();
  }
}
