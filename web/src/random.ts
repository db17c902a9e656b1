// The guest's random numbers: ChaCha8, as Go's math/rand/v2 has it and C2SP's chacha8rand defines it. The session's seed is
// the first eight bytes of the generator's, the least significant first; the others are 0.

import { ValueError } from "./errors.ts";
import { concat, encodeText } from "./text.ts";

const words = 64; // of four ChaCha blocks, word by word of each in turn
const seedWords = 8;
const groups = 4; // of blocks, after which the last words are the next seed

/** Where a generator is. */
export interface RandomState {
  /** The key of 32 bytes, as words. */
  seed: Uint32Array;
  /** How many of the key's bytes of output were taken. */
  taken: number;
}

export class ChaCha8 {
  #seed: Uint32Array;
  #group = 0;
  #bytes = new Uint8Array(words * 4);
  #at = 0;
  #end = 0;

  /** The seed is a number of 64 bits. */
  constructor(seed = 0n) {
    this.#seed = new Uint32Array(seedWords);
    this.#seed[0] = Number(BigInt.asUintN(32, seed));
    this.#seed[1] = Number(BigInt.asUintN(32, seed >> 32n));
    this.#refill();
  }

  state(): RandomState {
    return { seed: this.#seed.slice(), taken: (this.#group - 1) * this.#bytes.length + this.#at };
  }

  restore({ seed, taken }: RandomState): void {
    this.#seed = seed.slice();
    this.#group = Math.min(Math.floor(taken / this.#bytes.length), groups - 1);
    const at = taken - this.#group * this.#bytes.length;
    this.#refill();
    this.#at = at;
  }

  /** Fills a buffer. */
  read(into: Uint8Array): void {
    for (let done = 0; done < into.length; ) {
      if (this.#at === this.#end) this.#refill();
      const part = this.#bytes.subarray(this.#at, Math.min(this.#end, this.#at + into.length - done));
      into.set(part, done);
      this.#at += part.length;
      done += part.length;
    }
  }

  #refill(): void {
    const view = new DataView(this.#bytes.buffer);
    if (this.#group === groups) {
      const from = (words - seedWords) * 4;
      this.#seed = Uint32Array.from({ length: seedWords }, (_, i) => view.getUint32(from + 4 * i, true));
      this.#group = 0;
    }
    for (let block = 0; block < 4; block++) {
      const state = chacha(this.#seed, 4 * this.#group + block);
      state.forEach((word, i) => view.setUint32((4 * i + block) * 4, word, true));
    }
    this.#group++;
    this.#at = 0;
    this.#end = (this.#group === groups ? words - seedWords : words) * 4;
  }
}

/** One block of eight rounds, without the addition of what carries no secret. */
function chacha(seed: Uint32Array, counter: number): Uint32Array {
  const state = Uint32Array.of(0x61707865, 0x3320646e, 0x79622d32, 0x6b206574, ...seed, counter, 0, 0, 0);
  for (let round = 0; round < 4; round++) {
    for (let i = 0; i < 4; i++) quarter(state, i, 4 + i, 8 + i, 12 + i);
    for (let i = 0; i < 4; i++) quarter(state, i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4));
  }
  seed.forEach((word, i) => (state[4 + i]! += word));
  return state;
}

function quarter(s: Uint32Array, a: number, b: number, c: number, d: number): void {
  s[a]! += s[b]!;
  s[d] = rotate(s[d]! ^ s[a]!, 16);
  s[c]! += s[d]!;
  s[b] = rotate(s[b]! ^ s[c]!, 12);
  s[a]! += s[b]!;
  s[d] = rotate(s[d]! ^ s[a]!, 8);
  s[c]! += s[d]!;
  s[b] = rotate(s[b]! ^ s[c]!, 7);
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

const magic = "chacha8:";
const leftOver = "readbuf:";

/** The state as Go's rand.ChaCha8 writes it: what is left of a 64-bit number that was taken in part, how many were taken, the key. */
export function encodeRandom({ seed, taken }: RandomState): Uint8Array {
  const numbers = Math.ceil(taken / 8);
  const generator = new ChaCha8();
  generator.restore({ seed, taken });
  const left = new Uint8Array(numbers * 8 - taken);
  generator.read(left);
  const out = new Uint8Array(48);
  const view = new DataView(out.buffer);
  out.set(encodeText(magic));
  view.setBigUint64(8, BigInt(numbers));
  seed.forEach((word, i) => view.setUint32(16 + 4 * i, word, true));
  return left.length > 0 ? concat([encodeText(leftOver), Uint8Array.of(left.length), left, out]) : out;
}

/** Reads what encodeRandom or Go wrote. Throws a ValueError on anything else. */
export function decodeRandom(data: Uint8Array): RandomState {
  const hasLeft = startsWith(data, leftOver);
  const left = hasLeft ? (data[leftOver.length] ?? 0) : 0;
  const rest = hasLeft ? data.slice(leftOver.length + 1 + left) : data.slice();
  if (left > 7 || rest.length !== 48 || !startsWith(rest, magic)) throw new ValueError("its random numbers are none of ChaCha8");
  const view = new DataView(rest.buffer);
  const numbers = view.getBigUint64(8);
  if (numbers * 8n > BigInt(groups * words * 4 - seedWords * 4) || numbers * 8n < BigInt(left)) throw new ValueError("its random numbers are beyond their end");
  return { seed: Uint32Array.from({ length: seedWords }, (_, i) => view.getUint32(16 + 4 * i, true)), taken: Number(numbers) * 8 - left };
}

function startsWith(data: Uint8Array, text: string): boolean {
  return encodeText(text).every((byte, i) => data[i] === byte);
}
