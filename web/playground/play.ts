// Running programs: the editor's, and lines of the prompt.

import type { Outcome } from "../src/index.ts";
import { byId } from "./dom.ts";
import type { Editor } from "./editor.ts";
import * as limits from "./limits.ts";
import type { Output } from "./output.ts";
import type { Runner } from "./runner.ts";
import { type Source, showOutcome } from "./show.ts";
import { say, sentence, showUsage } from "./status.ts";
import * as tabs from "./tabs.ts";
import { programName } from "./traceback.ts";

export interface Parts {
  editor: Editor;
  output: Output;
  runner: Runner;
  source: Source;
  /** Called when the program begins to run. */
  onRun: () => void;
  /** Called after each run, however it ended. */
  onDone: () => void;
}

export class Play {
  readonly #parts: Parts;
  /** The program that ran last, and the lines of the prompt since. */
  ran = "";
  /** What the run at hand wrote, in bytes as UTF-8. */
  #written = 0;
  /** Settles with the run at hand, once all that it left has been taken over. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes what a program writes. */
  write(kind: "stdout" | "stderr", text: string): void {
    this.#written += utf8Length(text);
    this.#parts.output.write(kind, text);
  }

  /** Runs the program in the editor. */
  async program(): Promise<void> {
    const { editor, output, runner, onRun } = this.#parts;
    if (runner.state !== "ready") return;
    const keep = byId<HTMLInputElement>("keep").checked;
    tabs.select("output");
    byId("output-panel").scrollIntoView({ block: "nearest" }); // on a low screen it lies below the editor
    if (!keep) output.clear();
    editor.markError(null);
    this.ran = editor.code;
    const run = this.#run(this.ran, programName, !keep);
    onRun();
    const outcome = await run;
    if (outcome?.kind === "completed" && output.empty) output.add("note", "The program has run, and printed nothing.");
    editor.markError(outcome?.error?.line || null);
  }

  /** Runs a line of the prompt, which sees what was run before it. */
  async line(code: string): Promise<void> {
    const { output, runner } = this.#parts;
    if (runner.state !== "ready") return;
    output.add("echo", code);
    this.ran += `\n${code}`;
    await this.#run(code, "<stdin>", false);
    byId("prompt").focus();
  }

  /** Another program comes: what runs is ended, and the next run has nothing of it. */
  async leave(): Promise<void> {
    const { output, runner } = this.#parts;
    if (runner.state === "running") runner.stop();
    await this.#last;
    this.ran = "";
    runner.renew();
    output.clear();
    byId("used").textContent = "";
  }

  #run(code: string, name: string, fresh: boolean): Promise<Outcome | undefined> {
    const run = this.#toItsEnd(code, name, fresh);
    this.#last = run;
    return run;
  }

  async #toItsEnd(code: string, name: string, fresh: boolean): Promise<Outcome | undefined> {
    const { output, runner, source, onDone } = this.#parts;
    this.#written = 0;
    say("Running", "busy");
    try {
      const outcome = await runner.run(code, name, fresh);
      showOutcome(output, outcome, source, (code) => runner.glance(code));
      const { text, mood } = sentence(outcome);
      say(text, mood);
      showUsage(outcome);
      limits.show(outcome, this.#written);
      return outcome;
    } catch (error) {
      this.trouble(error);
      return undefined;
    } finally {
      onDone();
    }
  }

  stop(): void {
    const { runner } = this.#parts;
    if (runner.state !== "running") return;
    say("Stopping", "busy");
    runner.stop();
  }

  async reset(): Promise<void> {
    const { editor, output, runner } = this.#parts;
    if (runner.state === "loading" || runner.state === "failed") return;
    try {
      await runner.reset();
      if (runner.state === "running") return; // by somebody who does not wait
      this.ran = "";
      output.clear();
      editor.markError(null);
      byId("used").textContent = "";
      say("Ready, and all is forgotten");
    } catch (error) {
      this.trouble(error);
    }
  }

  /** Shows trouble of the page itself, and what can be done about it. */
  trouble(error: unknown, ...remedy: Node[]): void {
    this.#parts.output.add("error", error instanceof Error ? error.message : String(error), ...remedy);
    say("This did not work", "bad");
  }
}

function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x800 && (c < 0xd800 || c > 0xdfff)) length += 2;
    else if (c >= 0x80) length += 1; // and each half of a pair stands for two of its four bytes
  }
  return length;
}
