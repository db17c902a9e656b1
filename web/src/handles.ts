// Objects of programs that the host holds, as runtime/hostcall/handle.go has it: both let the same go at the same time.

import { ValueError } from "./errors.ts";
import { Objects } from "./objects.ts";
import type { Value } from "./values.ts";

/** Has the guest do something: "#" calls the first argument, "#getattr" and so on are built-in functions (micropython-port/README.md). */
export type Operate = (operation: string, args: readonly unknown[], kwargs: { readonly [name: string]: unknown }) => Promise<Value>;

/**
 * An object of a session's programs that has no plain value: a function, a generator, an instance of a class. It is what values hold in its
 * place where the session allows handles, and may be passed back.
 *
 * The guest keeps the object until the handle is closed, or the session goes back to before it was there: by reset, restore, a run that
 * was rolled back or paused. A host function's handles, in its arguments and in what it got from calling back, are closed when it is done, but
 * for those that it keeps.
 *
 * What a call raises is thrown as a PyException. While a host function is at work, a call calls back, and the run goes on until the result is
 * there; a function that throws what it caught lets the program see the same exception. At other times a call is one of the session's.
 */
export class Handle {
  /** The name of the object's type in Python. */
  readonly type: string;
  readonly #of: Handles;
  readonly #number: number;

  /** Sessions make them. */
  constructor(of: Handles, number: number, type: string) {
    this.type = type;
    this.#of = of;
    this.#number = number;
  }

  /** Calls the object and gives what it returns. */
  call(args: readonly unknown[] = [], kwargs: { readonly [name: string]: unknown } = {}): Promise<Value> {
    return this.#of.operate("#", [this, ...args], kwargs);
  }

  /** Reads an attribute. */
  attr(name: string): Promise<Value> {
    return this.#of.operate("#getattr", [this, name], {});
  }

  /** The object's repr. */
  async repr(): Promise<string> {
    return String(await this.#of.operate("#repr", [this], {}));
  }

  /** Iterates over the object; each item is asked for when its turn has come. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Value, void, undefined> {
    const iterator = (await this.#of.operate("#iter", [this], {})) as Handle;
    try {
      for (;;) {
        const item = (await this.#of.operate("#next", [iterator], {})) as { items: readonly Value[] };
        if (item.items.length === 0) return;
        yield item.items[0] as Value;
      }
    } finally {
      iterator.close();
    }
  }

  /** Has a handle of a host function live on when the function is done. */
  keep(): void {
    this.#of.keep(this);
  }

  /** Lets go of the object; the guest hears of it when it runs next. */
  close(): void {
    this.#of.close(this);
  }

  /** For the session: the object's number, unless the handle is over, or of another session. */
  static numberOf(handle: Handle, of: Handles | undefined): number {
    if (handle.#of !== of) throw new ValueError("a handle of another session");
    if (!of.has(handle)) throw new ValueError("a handle that is over: it was closed, or its session is not what it was when it came");
    return handle.#number;
  }

  /** For the session. */
  static plainNumber(handle: Handle): number {
    return handle.#number;
  }
}

/** The handles of a session that are not over, if it may have any, and the page's objects that its guest may hold. */
export class Handles {
  readonly operate: Operate;
  readonly allowed: boolean;
  readonly objects: Objects;
  readonly #all = new Map<number, { handle: Handle; run: number; kept: boolean }>();
  #fresh: Handle[] = [];
  /** What the guest is to hear of, and what it heard of in the run at hand. */
  #freed: number[] = [];
  #told: number[] = [];
  #stale = false;
  #run = 0;

  constructor(operate: Operate, allowed: boolean, maxObjects: number) {
    this.operate = operate;
    this.allowed = allowed;
    this.objects = new Objects(maxObjects);
  }

  has(handle: Handle): boolean {
    return this.#all.get(Handle.plainNumber(handle))?.handle === handle;
  }

  /** Makes a handle of what the guest says of an object. */
  make(said: Value): Handle {
    const [number, type] = Array.isArray(said) ? said : [];
    if (typeof number !== "number" || number < 0 || typeof type !== "string") throw new ValueError("a handle of the wrong form");
    const handle = new Handle(this, number, type);
    this.#all.set(number, { handle, run: this.#run, kept: false });
    this.#fresh.push(handle);
    return handle;
  }

  keep(handle: Handle): void {
    const found = this.#all.get(Handle.plainNumber(handle));
    if (found?.handle === handle) found.kept = true;
  }

  close(handle: Handle): void {
    if (!this.has(handle)) return;
    this.#all.delete(Handle.plainNumber(handle));
    this.#freed.push(Handle.plainNumber(handle));
  }

  /** Closes those that are not kept. */
  closeAll(handles: readonly Handle[]): void {
    for (const handle of handles) if (!this.#all.get(Handle.plainNumber(handle))?.kept) this.close(handle);
  }

  /** The handles of what was just decoded. */
  takeFresh(): Handle[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** Makes those be over: they are there to be looked at. */
  forgetFresh(): void {
    for (const handle of this.takeFresh()) if (this.has(handle)) this.#all.delete(Handle.plainNumber(handle));
  }

  beginRun(): void {
    this.objects.beginRun();
    this.#run++;
    this.#told = [];
    this.#fresh = [];
  }

  /** The guest is as it was before the run at hand. One that goes on has the objects that it was given. */
  rollback(goesOn: boolean): void {
    if (!goesOn) this.objects.rollback();
    for (const [number, { run }] of this.#all) if (run === this.#run) this.#all.delete(number);
    this.#freed.push(...this.#told);
    this.#told = [];
  }

  /** All are over, since the guest is another. stale says that it may hold what nobody has; objects, how many of the page's it has seen. */
  forget(stale: boolean, objects: number): void {
    this.objects.forget(objects);
    this.#all.clear();
    this.#freed = [];
    this.#told = [];
    this.#stale = stale && this.allowed;
  }

  /** Takes what the guest is to hear of by "#free"; undefined for nothing, none for all. */
  freed(): number[] | undefined {
    if (this.#stale) {
      this.#stale = false;
      this.#freed = [];
      return [];
    }
    const freed = this.takeFreed();
    return freed.length > 0 ? freed : undefined;
  }

  takeFreed(): number[] {
    const freed = this.#freed;
    this.#freed = [];
    this.#told.push(...freed);
    return freed;
  }
}
