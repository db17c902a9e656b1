// Host functions that call back, as runtime/hostcall/callback.go has it. The guest waits for a function's reply; so to call back is a reply that
// says what to call, and what came of it is the guest's next request. So every way to wait for the page can do it.

import { type LaterOn, laterOn } from "./backend.ts";
import { ValueError } from "./errors.ts";
import type { Handle, Handles } from "./handles.ts";
import { type Later, isLater } from "./later.ts";
import { concat } from "./text.ts";
import { type Value, decodeValue, encodeValue } from "./values.ts";

/** How many host functions may wait for each other's callbacks. */
const maxWork = 32;

/** What a call back throws once the run has come to its end. */
const runOver = "the run is over";

interface Ask {
  bytes: Uint8Array;
  resolve(value: Value): void;
  reject(error: unknown): void;
}

/** A host function at work. */
class Work {
  /** What the last call back threw. */
  raised: unknown;
  handles: Handle[] = [];
  #asks: Ask[] = [];
  #underWay: Ask | undefined;
  #end: { reply: Uint8Array | LaterOn } | { error: unknown } | undefined;
  #wake = () => {};

  ask(bytes: Uint8Array): Promise<Value> {
    return new Promise((resolve, reject) => {
      if (this.#end) throw new Error(runOver);
      this.#asks.push({ bytes, resolve, reject });
      this.#wake();
    });
  }

  ends(end: { reply: Uint8Array | LaterOn } | { error: unknown }): void {
    this.#end ??= end;
    for (const { reject } of [...this.#asks, ...(this.#underWay ? [this.#underWay] : [])]) reject(new Error(runOver));
    this.#asks = [];
    this.#wake();
  }

  settle(settle: (ask: Ask) => void): void {
    const ask = this.#underWay;
    this.#underWay = undefined;
    if (ask) settle(ask);
  }

  /** What the guest gets next: a call back, or the reply in the end. */
  next(): Promise<{ ask: Uint8Array } | { reply: Uint8Array | LaterOn }> {
    return new Promise((resolve, reject) => {
      this.#wake = () => {
        this.#underWay = this.#asks.shift();
        if (this.#underWay) resolve({ ask: this.#underWay.bytes });
        else if (!this.#end) return;
        else if ("error" in this.#end) reject(this.#end.error);
        else resolve(this.#end);
        this.#wake = () => {};
      };
      this.#wake();
    });
  }
}

/** The host functions at work in a run: mostly one, or several where one calls something of the program's that calls another. */
export class Calls {
  readonly #handles: Handles;
  readonly #maxReply: number;
  readonly #raise: (type: string, message: string) => Error;
  #stack: Work[] = [];

  constructor(handles: Handles, maxReply: number, raise: (type: string, message: string) => Error) {
    this.#handles = handles;
    this.#maxReply = maxReply;
    this.#raise = raise;
  }

  get atWork(): boolean {
    return this.#stack.length > 0;
  }

  /** Makes a call, whose request was just decoded. fail makes a reply of what it throws. */
  begin(call: () => Later<Uint8Array>, fail: (error: unknown) => Uint8Array | LaterOn): Later<Uint8Array | LaterOn> {
    const work = new Work();
    work.handles.push(...this.#handles.takeFresh());
    this.#stack.push(work);
    const failed = (error: unknown) => (work.raised !== undefined && error === work.raised ? Uint8Array.of(0x81, 3) : fail(error));
    let reply: Later<Uint8Array>;
    try {
      reply = call();
    } catch (error) {
      return this.#end(work, failed(error), true);
    }
    if (!isLater(reply)) return this.#end(work, reply, true);
    reply.then(
      (reply) => work.ends({ reply }),
      (error: unknown) => {
        try {
          work.ends({ reply: failed(error) });
        } catch (error) {
          work.ends({ error });
        }
      },
    );
    return this.#next(work, true);
  }

  /** Takes what came of the call back of the function that was called last. */
  result(request: Uint8Array): Promise<Uint8Array | LaterOn> {
    const work = this.#stack.at(-1);
    if (!work) throw new ValueError("decoding a host call: the result of a call that nobody made");
    const [status, value] = decodeValue(request, this.#handles) as [number, Value];
    work.handles.push(...this.#handles.takeFresh());
    work.settle((ask) => {
      if (status === 0) return ask.resolve(value);
      const [type, message] = value as [string, string];
      ask.reject((work.raised = this.#raise(type, message)));
    });
    return this.#next(work, false);
  }

  async #next(work: Work, first: boolean): Promise<Uint8Array | LaterOn> {
    const next = await work.next();
    return "ask" in next ? next.ask : this.#end(work, next.reply, first);
  }

  #end(work: Work, reply: Uint8Array | LaterOn, first: boolean): Uint8Array | LaterOn {
    this.#stack = this.#stack.filter((other) => other !== work);
    this.#handles.closeAll(work.handles);
    if (reply === laterOn) {
      if (first && !this.atWork) return reply;
      throw new Error("a host function cannot pause the run that called back, nor while another waits for what it called back: those could not be gone on with");
    }
    const freed = this.#handles.takeFreed();
    return freed.length === 0 ? reply : concat([Uint8Array.of((reply[0] as number) + 1), reply.subarray(1), encodeValue(freed)]);
  }

  /** Has the guest call something for the function that was called last, and gives what comes of it. */
  async callBack(operation: string, args: readonly unknown[], kwargs: Uint8Array): Promise<Value> {
    if (this.#stack.length > maxWork) throw this.#raise("RecursionError", `${maxWork} host functions wait for what they called back`);
    const ask = concat([Uint8Array.of(0x84, 2), encodeValue(operation), encodeValue([...args], this.#handles), kwargs]);
    if (ask.length > this.#maxReply) throw this.#raise("ValueError", `arguments of ${ask.length} bytes: the program takes ${this.#maxReply}`);
    const work = this.#stack.at(-1);
    if (!work) throw new Error(runOver);
    return work.ask(ask);
  }

  /** The run has come to its end: functions that still call back hear of it. */
  end(): void {
    for (const work of this.#stack.reverse()) {
      work.ends({ error: new Error(runOver) });
      this.#handles.closeAll(work.handles);
    }
    this.#stack = [];
  }
}
