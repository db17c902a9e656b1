// The guest's random numbers: ChaCha8, as Go's math/rand/v2 has it and C2SP's chacha8rand defines it. The session's seed is
// the first eight bytes of the generator's, the least significant first; the others are 0.

const words = 64; // of four ChaCha blocks, word by word of each in turn
const seedWords = 8;
const groups = 4; // of blocks, after which the last words are the next seed

export interface RandomState {
  seed: Uint32Array;
  group: number;
  bytes: Uint8Array<ArrayBuffer>;
  at: number;
  end: number;
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

  /** A copy, which goes on from the same place. */
  state(): RandomState {
    return { seed: this.#seed.slice(), group: this.#group, bytes: this.#bytes.slice(), at: this.#at, end: this.#end };
  }

  restore(state: RandomState): void {
    this.#seed = state.seed.slice();
    this.#group = state.group;
    this.#bytes = state.bytes.slice();
    this.#at = state.at;
    this.#end = state.end;
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
