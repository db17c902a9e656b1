import type { GuestSession } from "./session.ts";
import type { Compiled, Outcome, RunOptions } from "./types.ts";

/** What bundlers look for where the browser does not know it yet. */
const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

/** A session in which each run finds what the top level of a program left, and nothing else. */
export class CompiledProgram implements Compiled {
  readonly outcome: Outcome;
  readonly #session: GuestSession;

  private constructor(session: GuestSession, outcome: Outcome) {
    this.#session = session;
    this.outcome = outcome;
  }

  static async of(session: GuestSession, code: string | Uint8Array, options: RunOptions): Promise<CompiledProgram> {
    try {
      const outcome = await session.run(code, options);
      if (outcome.kind === "completed") await session.marks();
      else await session.dispose();
      return new CompiledProgram(session, outcome);
    } catch (error) {
      await session.dispose();
      throw error;
    }
  }

  call(name: string, args: readonly unknown[] = [], kwargs: { readonly [name: string]: unknown } = {}): Promise<Outcome> {
    return this.#session.call(name, args, kwargs);
  }

  run(code: string | Uint8Array, options: RunOptions = {}): Promise<Outcome> {
    return this.#session.run(code, options);
  }

  stop(): void {
    this.#session.stop();
  }

  dispose(): Promise<void> {
    return this.#session.dispose();
  }

  [asyncDispose](): Promise<void> {
    return this.dispose();
  }
}
