// Functions that the page offers to programs; as runtime/hostcall does for Go. micropython-port/README.md describes requests
// and replies.

import { Begun, answerOf, decodeWait, isAwaitable, originalOf } from "./awaited.ts";
import { Calls } from "./callback.ts";
import { type Entry, isResult, isWait } from "./journal.ts";
import type { Handles } from "./handles.ts";
import { Iteration, member } from "./objects.ts";
import { type LaterOn, laterOn } from "./backend.ts";
import { type Later, attempt, then } from "./later.ts";
import { describe } from "./check.ts";
import { OptionError, ValueError } from "./errors.ts";
import { concat } from "./text.ts";
import type { Pending } from "./types.ts";
import { Tuple, decodeValue, encodeValue } from "./values.ts";

/**
 * A function that programs may call. It gets the positional arguments, as Value has them, and, if there are keyword
 * arguments, a plain object with those at the end: dicts come as Map. What it returns, or what its promise gives, is the
 * result; undefined is None. What it throws is an exception: a PyException of the type that it says, anything else
 * RuntimeError with the error's message, which the program can read.
 */
export type HostFunction = (...args: any[]) => unknown;

/** An error that programs see as a Python exception of a chosen built-in type, such as "ValueError". */
export class PyException extends Error {
  override readonly name = "PyException";
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/**
 * What a host function throws, or a function for stdin, that has its answer later: the run is paused (Outcome.paused). What it did before is
 * not done again.
 */
export class Pause extends Error {
  override readonly name = "Pause";
  constructor(message = "the answer comes later") {
    super(message);
  }
}

/** Gives laterOn for a Pause. */
export function unlessPause<T>(failed: (error: unknown) => T): (error: unknown) => T | LaterOn {
  return (error) => (error instanceof Pause ? laterOn : failed(error));
}

/** How long a name may be, of a variable, a function with its module, or a program: the guest has no longer ones. */
export const maxNameBytes = 255;

const nameForm = /^[A-Za-z_][A-Za-z0-9_]*$/;
const keywords = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(" "),
);

/** Throws an OptionError if a name cannot be that of a Python variable. */
export function checkIdentifier(name: string, what: string): void {
  if (name.length > maxNameBytes) throw new OptionError(`${what} ${describe(name)}: a name must have at most ${maxNameBytes} bytes`);
  if (!nameForm.test(name)) throw new OptionError(`${what} ${JSON.stringify(name)}: expected letters, digits and underscores, a digit not first`);
  if (keywords.has(name)) throw new OptionError(`${what} ${JSON.stringify(name)}: it is a keyword of Python`);
}

/** Says that Python knows a function's name as something else. */
export function takenName(name: string): string {
  const module = name.includes(".") && name.slice(0, name.indexOf("."));
  return module
    ? `host function ${JSON.stringify(name)}: Python has a module ${JSON.stringify(module)}, which programs could not import any more; choose another name for the module`
    : `host function ${JSON.stringify(name)}: Python has a built-in of that name, which programs and modules that they import could not use any more; choose another name`;
}

/** Checks names, together. */
export function checkFunctionNames(names: readonly string[]): void {
  for (const name of names) {
    if (name.length > maxNameBytes) throw new OptionError(`host function ${describe(name)}: a name must have at most ${maxNameBytes} bytes`);
    const [module = "", ...rest] = name.split(".");
    checkIdentifier(module, "host function");
    if (rest.length > 0 && module === "__main__") throw new OptionError(`host function ${JSON.stringify(name)}: the module is the program's own`);
    if (rest.length > 0) checkIdentifier(rest.join("."), "host function");
    for (const part of [module, ...rest]) {
      if (/^__.*__$/.test(part)) throw new OptionError(`host function ${JSON.stringify(name)}: ${part} means something to Python; choose a name without underscores around it`);
    }
    if (rest.length > 0 && names.includes(module)) throw new OptionError(`host function ${JSON.stringify(module)}: a module has the same name`);
  }
}

const maxMessageBytes = 64 << 10;

/** What a guest may call: functions by their indexes. */
export class FunctionSet {
  readonly names: readonly string[];
  readonly #functions: readonly HostFunction[];
  readonly #maxRequest: number;
  readonly #maxReply: number;
  /** Whether the session's clock stands still, so that no wait is too long. */
  readonly #patient: boolean;
  #handles: Handles | undefined;
  #calls: Calls | undefined;
  #begun = new Begun();

  constructor(functions: { readonly [name: string]: HostFunction }, maxRequest: number, maxReply: number, patient: boolean) {
    this.#patient = patient;
    this.names = Object.keys(functions);
    this.#functions = Object.values(functions);
    this.#maxRequest = maxRequest;
    this.#maxReply = maxReply;
  }

  /** Says whose handles and objects are meant. */
  hold(handles: Handles): void {
    this.#handles = handles;
  }

  /** Lets functions call back. */
  allow(handles: Handles): Calls {
    return (this.#calls = new Calls(handles, this.#maxReply, (type, message) => new PyException(type, message)));
  }

  /** Throws a ValueError unless there can be such a request. */
  check(request: Uint8Array): void {
    if (isWait(request)) return void decodeWait(request);
    if (!isResult(request)) return void this.decode(request);
    decodeValue(request, this.#handles);
    this.#handles?.forgetFresh();
  }

  /** Makes the call that a request asks for, and gives the encoded reply. What goes wrong in it becomes an exception of the program. */
  serve(request: Uint8Array): Later<Uint8Array | LaterOn> {
    if (isWait(request)) return this.settled(this.#begun.wait(decodeWait(request), this.#patient, over()));
    return this.settled(this.#serve(request));
  }

  /** A run begins, or a stored one is gone on with that has this journal. */
  beginRun(journal: readonly Entry[] = []): void {
    this.#begun = Begun.of(journal);
  }

  /** The calls of the run that have not been answered. */
  get begun(): Begun {
    return this.#begun;
  }

  /** Before a pause, functions at work come to their end. */
  settled(reply: Later<Uint8Array | LaterOn>): Later<Uint8Array | LaterOn> {
    return then<Uint8Array | LaterOn, Uint8Array | LaterOn>(reply, (reply) => (reply === laterOn ? (then(this.#begun.settle(), () => laterOn) as Later<LaterOn>) : reply));
  }

  #serve(request: Uint8Array): Later<Uint8Array | LaterOn> {
    const calls = this.#calls;
    if (calls && isResult(request)) return calls.result(request);
    if (request.length > this.#maxRequest) return raise(new PyException("ValueError", `arguments of ${request.length} bytes: the host takes ${this.#maxRequest}`));
    const { name, call, args } = this.#called(request);
    const made = () => then(call(...args) as Later<unknown>, (value) => this.#reply(name, value));
    if (isAwaitable(call)) return this.#begin(made);
    if (calls) return calls.begin(made, unlessPause(raise));
    return attempt<Uint8Array | LaterOn>(made, unlessPause(raise));
  }

  /** Begins a call that goes on. The handles that it was given end with it. */
  #begin(made: () => Later<Uint8Array>): Uint8Array {
    const given = this.#calls ? (this.#handles?.takeFresh() ?? []) : [];
    return this.#begun.begin(() =>
      then(attempt<Uint8Array | LaterOn>(made, unlessPause(raise)), (reply) => {
        this.#handles?.closeAll(given);
        return reply;
      }),
    );
  }

  /** The reply to a wait for a call that was begun, with what it gives or throws. */
  replyTo(number: number, request: Uint8Array, what: () => unknown): Uint8Array {
    return concat([Uint8Array.of(0x82, 0), answerOf(number, this.reply(request, what))]);
  }

  /** Tells what a request asks for. */
  decode(request: Uint8Array): Omit<Pending & { kind: "call" }, "id"> {
    const { name, positional, keywords } = this.#called(request);
    this.#handles?.forgetFresh();
    return { kind: "call", function: name, args: positional, kwargs: Object.fromEntries(keywords) };
  }

  /** What a request asks for: a function by its index, or a member of an object. */
  #called(request: Uint8Array): { name: string; call: HostFunction; args: unknown[]; positional: unknown[]; keywords: Map<string, unknown> } {
    const { index, full, ...rest } = decodeRequest(request, this.#handles);
    if (full !== undefined) return { name: full, call: this.#memberOf(Number(index), full), ...rest };
    const [name, call] = [this.names[Number(index)], this.#functions[Number(index)]];
    if (name === undefined || !call) throw new ValueError(`decoding a host call: function ${index} of ${this.names.length}`);
    return { name, call, ...rest };
  }

  #memberOf(number: number, full: string): HostFunction {
    const [type = "", name = ""] = full.split(".");
    if (name === "__getattr__") return (asked) => this.#missing(type, String(asked)); // of a module: no object lists such a name
    const objects = this.#handles?.objects;
    const object = objects?.get(number);
    if (object instanceof Iteration && name === "__next__") {
      return () =>
        then(object.iterator.next() as Later<IteratorResult<unknown>>, ({ done, value }) => {
          if (!done) return new Tuple([value as null]);
          objects?.end(number);
          return new Tuple([]);
        });
    }
    const found = object && member(object, type, name);
    if (found) return found;
    return () => {
      if (name === "__next__" && objects?.hasEnded(number)) return new Tuple([]);
      throw new PyException("RuntimeError", `${full}: the object of the host is over`);
    };
  }

  #missing(module: string, name: string): never {
    const there = this.names.flatMap((full, i) => (full.startsWith(`${module}.`) ? [`${isAwaitable(this.#functions[i] as HostFunction) ? "async " : ""}${full}(${parametersOf(this.#functions[i] as HostFunction)})`] : []));
    const more = there.length > mostSignatures ? `; and ${there.length - mostSignatures} more` : "";
    throw new PyException("AttributeError", `module '${module}' has no attribute '${name}'; the host offers ${there.slice(0, mostSignatures).join("; ")}${more}`);
  }

  /** The reply with what a function gives or, if it fails, throws. */
  reply(request: Uint8Array, what: () => unknown): Uint8Array {
    const { function: name } = this.decode(request);
    try {
      const value = what();
      return this.#reply(name, name.endsWith(".__next__") ? new Tuple([value as null]) : value);
    } catch (error) {
      return raise(error);
    }
  }

  #reply(name: string, value: unknown): Uint8Array {
    let encoded: Uint8Array;
    try {
      encoded = encodeValue(value === undefined ? null : value, this.#handles);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      throw new PyException("TypeError", `${name}() gave what cannot be passed: ${error.message}`);
    }
    const reply = concat([Uint8Array.of(0x82, 0), encoded]);
    if (reply.length <= this.#maxReply) return reply;
    throw new PyException("ValueError", `${name}() gave ${reply.length} bytes: the program takes ${this.#maxReply}`);
  }
}

/** The reply for a call that nobody made. */
const over = () => raise(new PyException("RuntimeError", "the run that made this call of the host is over"));

/** How many functions an error lists. */
const mostSignatures = 20;

/** The parameters of a function as its source has them, where they are no more than names. */
function parametersOf(call: HostFunction): string {
  const found = /^(?:async\s*)?(?:function\s*)?\*?\s*[\w$]*\s*\(([\w$,\s.]*)\)/.exec(Function.prototype.toString.call(originalOf(call)));
  return found?.[1]?.replace(/\s+/g, " ").trim() ?? "...";
}

interface Request {
  index: number | bigint;
  /** "type.member", where the index is the number of an object. */
  full: string | undefined;
  args: unknown[];
  positional: unknown[];
  keywords: Map<string, unknown>;
}

function decodeRequest(request: Uint8Array, handles?: Handles): Request {
  const parts = decodeValue(request, handles);
  const [index, ...after] = Array.isArray(parts) ? parts : [];
  const full = after.length === 3 && typeof after[0] === "string" ? (after.shift() as string) : undefined;
  const [args, keywords] = after;
  if ((typeof index !== "number" && typeof index !== "bigint") || !Array.isArray(args) || !(keywords instanceof Map)) throw new ValueError("decoding a host call: expected index, arguments and keywords");
  const named = keywords as Map<string, unknown>;
  return { index, full, args: named.size > 0 ? [...args, Object.fromEntries(named)] : args, positional: args, keywords: named };
}

/** A reply that raises an exception. A message that is too large is cut. */
function raise(error: unknown): Uint8Array {
  const exception = error instanceof PyException ? error : new PyException("RuntimeError", error instanceof Error ? error.message : String(error));
  return concat([Uint8Array.of(0x83, 1), encodeValue(cut(exception.type)), encodeValue(cut(exception.message))]);
}

/** Text without lone surrogates; TextEncoder puts U+FFFD in their place, TextDecoder where the end was cut. */
function cut(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, maxMessageBytes));
}
