import { TextStream, concat, decodeText } from "./text.ts";

/** What a session's programs write to one stream: handed to a callback as text, or captured. */
class Stream {
  #chunks: Uint8Array[] = [];
  readonly #text = new TextStream();
  readonly #callback: ((text: string) => void) | undefined;

  constructor(callback: ((text: string) => void) | undefined) {
    this.#callback = callback;
  }

  push(data: Uint8Array): void {
    if (this.#callback) this.#hand(this.#text.push(data));
    else this.#chunks.push(data);
  }

  #hand(text: string): void {
    if (text !== "") this.#callback?.(text);
  }

  /** The run has ended: what was captured. */
  take(): string {
    if (this.#callback) this.#hand(this.#text.end());
    if (this.#chunks.length === 0) return "";
    const captured = decodeText(concat(this.#chunks));
    this.#chunks = [];
    return captured;
  }
}

/** Both streams. */
export class Output {
  readonly #stdout: Stream;
  readonly #stderr: Stream;

  constructor(onStdout: ((text: string) => void) | undefined, onStderr: ((text: string) => void) | undefined) {
    this.#stdout = new Stream(onStdout);
    this.#stderr = new Stream(onStderr);
  }

  write(stream: number, data: Uint8Array): void {
    (stream === 2 ? this.#stderr : this.#stdout).push(data);
  }

  take(): { stdout: string; stderr: string } {
    return { stdout: this.#stdout.take(), stderr: this.#stderr.take() };
  }
}
