// Answers to a worker that waits in the midst of a run: through shared memory, since a waiting worker gets no messages.
//
//     int32  0  not 0: the run is to end
//            1  the number of the question to which a piece of an answer is there; 0 if none is
//            2  bytes of the answer from this piece on
//            3  bytes of the piece
//     bytes from 16: the piece
//
// The worker posts a message with a question and its number, and waits for a piece with that number, so that an answer
// which comes after the worker has given up is none to the next question. While there is more, it asks for more.

import { concat } from "./text.ts";

const stopped = 0;
const answered = 1;
const left = 2;
const size = 3;
const head = 16;
const pieceBytes = 64 << 10;

/** How often a waiting worker looks whether the run is to end, in milliseconds. */
const lookAgain = 20;

export class Channel {
  readonly #words: Int32Array;
  readonly #piece: Uint8Array;
  #unsent: Uint8Array = new Uint8Array(0);

  constructor(memory: SharedArrayBuffer) {
    this.#words = new Int32Array(memory, 0, head / 4);
    this.#piece = new Uint8Array(memory, head);
  }

  static allocate(): SharedArrayBuffer {
    return new SharedArrayBuffer(head + pieceBytes);
  }

  // --- the page's side ---

  /** Asks for the end of the run, or takes that back. */
  setStop(on: boolean): void {
    Atomics.store(this.#words, stopped, on ? 1 : 0);
    if (on) Atomics.notify(this.#words, answered);
  }

  /** Begins an answer. */
  answer(question: number, data: Uint8Array): void {
    this.#unsent = data;
    this.more(question);
  }

  /** Hands over the next piece of the answer. */
  more(question: number): void {
    const piece = this.#unsent.subarray(0, pieceBytes);
    this.#piece.set(piece);
    Atomics.store(this.#words, left, this.#unsent.length);
    Atomics.store(this.#words, size, piece.length);
    this.#unsent = this.#unsent.subarray(piece.length);
    Atomics.store(this.#words, answered, question);
    Atomics.notify(this.#words, answered);
  }

  // --- the worker's side ---

  get stopRequested(): boolean {
    return Atomics.load(this.#words, stopped) !== 0;
  }

  /** Waits for the answer to a question that was posted; undefined if the run ended first, which is looked for if it can. askMore posts that there is to be more. */
  wait(question: number, askMore: () => void, ended?: () => boolean): Uint8Array | undefined {
    const parts: Uint8Array[] = [];
    for (;;) {
      if (!this.#waitForPiece(question, ended)) return undefined;
      const length = Atomics.load(this.#words, size);
      parts.push(this.#piece.slice(0, length));
      const rest = Atomics.load(this.#words, left) - length;
      Atomics.store(this.#words, answered, 0);
      if (rest === 0) return concat(parts);
      askMore();
    }
  }

  #waitForPiece(question: number, ended: (() => boolean) | undefined): boolean {
    for (;;) {
      const now = Atomics.load(this.#words, answered);
      if (now === question) return true;
      if (ended?.()) return false;
      Atomics.wait(this.#words, answered, now, ended ? lookAgain : Infinity);
    }
  }
}
