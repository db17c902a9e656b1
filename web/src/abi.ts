// The guest by its ABI, as micropython-port/wasi/host/mpwasm_abi.h defines it. runtime/sandbox/guest.go is the other host: both
// make the same calls in the same order, since each leaves its trace in the guest's memory.

import { type Later, isLater } from "./later.ts";
import { lacksRest } from "./rest.ts";
import { encodeText } from "./text.ts";

export const abiVersion = 2;

export const list = { argv: 0, path: 1, functions: 2 } as const;

/** MPWASM_LIST_NO_MEMORY. */
const listNoMemory = -1;

/** Answers of the host that end the run (MPWASM_STOP_*). */
export const stop = { fuel: -1, deadline: -2, output: -3, cancelled: -4, hostCalls: -5, hostBytes: -6 } as const;
export type Stop = (typeof stop)[keyof typeof stop];

/** Field `outcome` of a result (MPWASM_OUTCOME_*). */
export const ending = { completed: 0, raised: 1, exited: 2, stopped: 3 } as const;

/** The mutable globals of the artifact; `mpwasm verify` sees that they are exported. */
export const globals = ["__stack_pointer", "mpwasm_fuel", "thrown", "payload"] as const;

const runValue = 1;
const runPrompt = 2;
const runCall = 4;
const runAssigned = 8;
const runLook = 16;
/** Where the number of handles begins. */
const runHandles = 16;

/** mpwasm_result_t. */
export interface Result {
  ending: number;
  exitStatus: number;
  stop: number;
  fuelConsumed: number;
  /** CBOR; copies. */
  value: Uint8Array;
  error: Uint8Array;
  heapPeak: number;
}

export interface Program {
  name: string;
  source: Uint8Array;
  noValue: boolean;
  /** What a last assignment to a name assigns is the value, too. */
  assignedValue?: boolean;
  /** CBOR map of variables; empty for none. */
  inputs: Uint8Array;
  /** The source is the dotted name of what is to be called, the inputs the CBOR array [[args...], {kwargs}]. */
  call?: boolean;
  /** The value is printed, as a prompt does. Only runs that Go paused have it. */
  prompt?: boolean;
  /** As at a prompt: the value is "_" afterwards, an exception sys.last_exc. */
  interactive?: boolean;
  /** It looks at the run that waits (trace.ts). */
  look?: boolean;
  /** How many objects the host may hold. */
  handles?: number;
}

/** What a program is, for mpwasm_run (MPWASM_RUN_*). */
export function flags(program: Program): number {
  return (kindOf(program) | ((program.handles ?? 0) << runHandles)) >>> 0;
}

function kindOf(program: Program): number {
  if (program.look) return runValue | runLook;
  if (program.call) return runCall;
  if (program.prompt) return runPrompt;
  if (program.noValue) return 0;
  if (program.interactive) return runValue | runPrompt;
  return program.assignedValue ? runValue | runAssigned : runValue;
}

const nothing = new Uint8Array(0);
/** None as CBOR. */
const none = Uint8Array.of(0xf6);

/** Says that the guest did not come back from running a program. */
export class Trap extends Error {
  override readonly name = "Trap";
}

function trapped(error: unknown): never {
  if (lacksRest(error)) throw error;
  throw new Trap(error instanceof Error ? error.message : String(error), { cause: error });
}

type Export = (...args: number[]) => number;

/** An instance of the artifact. */
export class Guest {
  readonly instance: WebAssembly.Instance;
  readonly memory: WebAssembly.Memory;
  readonly #run: (...args: number[]) => number | Promise<number>;
  readonly #alloc: Export;
  readonly #free: Export;
  /** The whole of memory, until it grows: a view takes longer to make than a short call has. */
  #all: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #view = new DataView(this.#all.buffer);

  /** promising wraps mpwasm_run where imports may wait for promises (JSPI). */
  constructor(instance: WebAssembly.Instance, promising?: (run: Export) => (...args: number[]) => Promise<number>) {
    this.instance = instance;
    this.memory = instance.exports.memory as WebAssembly.Memory;
    this.#alloc = this.#function("mpwasm_alloc");
    this.#free = this.#function("mpwasm_free");
    const run = this.#function("mpwasm_run");
    this.#run = promising ? promising(run) : run;
  }

  #function(name: string): Export {
    const found = this.instance.exports[name];
    if (typeof found !== "function") throw new Error(`calling ${name}: the artifact has no such export`);
    return found as Export;
  }

  call(name: string, ...args: number[]): number {
    return this.#function(name)(...args);
  }

  global(name: string): WebAssembly.Global {
    const found = this.instance.exports[name];
    if (!(found instanceof WebAssembly.Global)) throw new Error(`looking for the global ${name}: the artifact does not export it`);
    return found;
  }

  /** Checks the ABI's version and starts the interpreter. */
  start(heapLimit: number): void {
    const version = this.call("mpwasm_abi_version");
    if (version !== abiVersion) {
      throw new Error(`starting the guest: its ABI has version ${version}, expected ${abiVersion}; use the micropython.wasm that came with this library`);
    }
    this.call("mpwasm_start", heapLimit);
  }

  /** Sets sys.argv, sys.path or the names of the host functions. Returns 0; listNoMemory; or 1 and the index of a function whose name is taken. */
  setList(which: number, strings: readonly string[]): number {
    const data = encodeText(strings.map((text) => `${text}\0`).join(""));
    const address = this.call("mpwasm_alloc", data.length) >>> 0;
    if (address === 0) return listNoMemory;
    this.bytes(address, data.length).set(data);
    const answer = this.call("mpwasm_set_list", which, address, data.length);
    if (answer === 0) this.call("mpwasm_free", address);
    return answer;
  }

  /** Copies data into memory of the guest, one piece behind the other, and returns the address, to be freed by the caller. */
  #put(...pieces: Uint8Array[]): number {
    let size = 0;
    for (const data of pieces) size += data.length;
    const address = this.#alloc(size) >>> 0;
    if (address === 0) throw new Error(`passing ${size} bytes to the guest: it has no memory left`);
    this.#look();
    let at = address;
    for (const data of pieces) {
      if (data.length > 0) this.#all.set(data, at);
      at += data.length;
    }
    return address;
  }

  /** Runs a program and reads its result, at once where the guest cannot be suspended. Throws a Trap if the guest trapped, and a LacksRestError if it called what has not come. */
  run(program: Program): Later<Result> {
    const { source, inputs } = program;
    const name = program.name === "" ? nothing : encodeText(program.name);
    const begin = this.#put(name, source, inputs);
    let address: Later<number>;
    try {
      address = this.#run(begin, name.length, begin + name.length, source.length, begin + name.length + source.length, inputs.length, flags(program));
    } catch (error) {
      return trapped(error);
    }
    return isLater(address) ? address.then((address) => this.#over(address, begin), trapped) : this.#over(address, begin);
  }

  #over(address: number, begin: number): Result {
    const result = this.#readResult(address >>> 0);
    this.#free(begin);
    return result;
  }

  /** Runs a program in the midst of another run. Throws a Trap if the guest trapped. */
  runWithin(program: Program): Result {
    const { source, inputs } = program;
    const name = encodeText(program.name);
    const begin = this.#put(name, source, inputs);
    try {
      return this.#readResult(this.call("mpwasm_run", begin, name.length, begin + name.length, source.length, begin + name.length + source.length, inputs.length, flags(program)) >>> 0);
    } catch (error) {
      return trapped(error);
    }
  }

  /** Tells whether a prompt should ask for another line before it runs the text. */
  continues(text: string): boolean {
    const address = this.#put(encodeText(`${text.split("\0", 1)[0]}\0`)); // a NUL ends it for the guest
    const more = this.call("mpwasm_continues", address);
    this.call("mpwasm_free", address);
    return more !== 0;
  }

  #readResult(address: number): Result {
    this.#look();
    const view = this.#view;
    return {
      ending: view.getUint32(address, true),
      exitStatus: view.getInt32(address + 4, true),
      stop: view.getInt32(address + 8, true),
      fuelConsumed: view.getUint32(address + 12, true),
      value: this.#copy(view.getUint32(address + 16, true), view.getUint32(address + 20, true)),
      error: this.#copy(view.getUint32(address + 24, true), view.getUint32(address + 28, true)),
      heapPeak: view.getUint32(address + 32, true),
    };
  }

  /** A copy of an encoded value; of None, which most are, there is one. */
  #copy(address: number, length: number): Uint8Array {
    if (length === 0) return nothing;
    return length === 1 && this.#all[address] === none[0] ? none : this.#all.slice(address, address + length);
  }

  /** Sees that the views are those of memory as it is now. */
  #look(): void {
    const { buffer } = this.memory;
    if (this.#all.buffer === buffer) return;
    this.#all = new Uint8Array(buffer as ArrayBuffer);
    this.#view = new DataView(buffer);
  }

  /** A view of memory, until it grows. Throws a RangeError outside of it. */
  bytes(address: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.memory.buffer as ArrayBuffer, address >>> 0, length >>> 0);
  }
}
