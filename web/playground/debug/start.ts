// The debugger: follows a run of the program in the editor, forwards and back. It is loaded with the first breakpoint, or with Debug.

import { finish } from "../../src/finish.ts";
import type { SessionOptions, Stride, TraceFrame } from "../../src/types.ts";
import { byId } from "../dom.ts";
import type { Editor } from "../editor.ts";
import type { Output } from "../output.ts";
import type { Place } from "../rich/start.ts";
import { type Source, showOutcome } from "../show.ts";
import { say, sentence } from "../status.ts";
import * as tabs from "../tabs.ts";
import { programName } from "../traceback.ts";
import { Bar, backwards, strides } from "./bar.ts";
import { Gutter } from "./gutter.ts";
import { FollowedGuest } from "./guest.ts";
import { Log } from "./log.ts";
import { dress } from "./look.ts";
import type { At, Ordered, Stood } from "./messages.ts";
import { Names } from "./names.ts";

export interface Needs {
  editor: Editor;
  output: Output;
  source: Source;
  /** What a session is given whose functions show things there. */
  options(shows: Place): SessionOptions;
  modules(): Promise<{ module: WebAssembly.Module; rest?: WebAssembly.Module }>;
  prelude(code: string): Promise<string | undefined>;
  /** Shows a file in the editor; tells whether it can. */
  show(file: string): boolean;
  /** A run begins to be followed; what stdin has is there to be read again. */
  begins(): void;
  /** Nobody waits for input any more. */
  ends(): void;
  /** Hears whether a run is followed. */
  onState(active: boolean): void;
}

/** The name by which the page knows a file that the guest names. */
const ours = (file: string) => file.replace(/^\//, "");

/** The names that the guest may have for it. */
const theirs = (file: string) => (file === programName ? [file] : [file, `/${file}`]);

export class Debugger {
  readonly #needs: Needs;
  readonly #gutter: Gutter;
  readonly #bar: Bar;
  readonly #names: Names;
  readonly #log: Log;
  #guest: FollowedGuest | undefined;
  #going = false;
  /** Where the slider was dragged to meanwhile. */
  #wanted: number | undefined;
  #furthest = 0;
  #stood: Stood | undefined;

  constructor(needs: Needs) {
    this.#needs = needs;
    dress();
    this.#log = new Log(needs.output);
    this.#gutter = new Gutter((file) => this.#tellBreakpoints(file));
    this.#bar = new Bar({
      go: (stride) => void this.#go({ stride }),
      goToFuel: (fuel) => void this.#slide(fuel),
      pause: () => this.#guest?.pause(),
      end: () => this.end(),
    });
    this.#names = new Names({
      parts: (place, first, count) => this.#followed.parts(place, first, count),
      value: (frame, expression) => this.#followed.value(frame, expression),
      show: (frame) => this.#show(frame),
    });
    needs.editor.extend(this.#gutter.extension);
    document.addEventListener("keydown", (event) => this.#key(event), { capture: true });
  }

  get #followed(): FollowedGuest {
    if (!this.#guest) throw new Error("nothing is followed");
    return this.#guest;
  }

  /** Whether a run is followed. */
  get active(): boolean {
    return this.#guest !== undefined;
  }

  /** What the user entered, for a run that is followed. */
  entered(text: string): void {
    this.#log.entered(text);
  }

  /** Sets a breakpoint in the file that is shown, at a line or at the cursor's, or takes it away. */
  toggle(line = this.#gutter.line): void {
    const file = this.#needs.editor.active;
    const set = this.#gutter.toggle(file, line);
    this.#tellBreakpoints(file);
    if (!this.#going) say(set ? `Breakpoint at line ${line}${this.active ? "" : ": press Debug"}` : `No breakpoint at line ${line} any more`);
  }

  /** Another program is open. */
  forget(): void {
    this.end();
    this.#gutter.clear();
  }

  /** The text of a file is another: what runs is not what is seen. */
  edited(): void {
    if (!this.active) return;
    this.end();
    say("Debugging has ended, since the program was edited");
  }

  #tellBreakpoints(file: string): void {
    const lines = [...(this.#gutter.breaks.get(file) ?? [])];
    for (const name of theirs(file)) void this.#guest?.setBreakpoints(name, lines).catch(() => undefined);
  }

  /** Begins to follow the program, and goes to the first breakpoint; without one, it stands at its first statement. */
  async start(): Promise<void> {
    const { editor, options, modules, prelude, begins } = this.#needs;
    this.end();
    begins();
    tabs.select("output");
    this.#log.clear();
    this.#furthest = 0;
    this.#stood = undefined;
    editor.markError(null);
    document.body.classList.add("debugging");
    byId("editor").after(this.#bar.element);
    byId("output").before(this.#names.element);
    const code = editor.code;
    const breaks = [...this.#gutter.breaks].flatMap(([file, lines]) => theirs(file).map((name): [string, number[]] => [name, [...lines]]));
    const guest = new FollowedGuest(options(this.#log), {
      wrote: (pieces) => this.#log.wrote(pieces),
      asks: (question) => (this.#log.question = question),
    });
    this.#guest = guest;
    this.#needs.onState(true);
    await this.#move(async () => {
      const before = await prelude(code);
      const stood = await guest.start({ ...(await modules()), name: programName, code, breaks, ...(before && { prelude: before }) });
      const { at } = stood;
      this.#bar.show(at, at.fuel);
      const here = this.#gutter.breaks.get(ours(at.file))?.has(at.line) ?? false;
      const any = [...this.#gutter.breaks.values()].some((lines) => lines.size > 0);
      if (at.ended || here || !any) return stood;
      return guest.go({ stride: "continue" });
    });
  }

  /** Ends it: the page is as after a run. */
  end(): void {
    if (!this.#guest) return;
    this.#guest.end();
    this.#guest = undefined;
    this.#going = false;
    this.#wanted = undefined;
    this.#bar.element.remove();
    this.#names.element.remove();
    this.#gutter.show();
    document.body.classList.remove("debugging");
    this.#needs.ends();
    this.#needs.onState(false);
    say("Debugging has ended");
  }

  #go(way: NonNullable<Ordered["way"]>): Promise<void> {
    if (!this.#guest || this.#going) return Promise.resolve();
    const guest = this.#guest;
    return this.#move(() => guest.go(way));
  }

  /** Goes to where the slider is; of places that come meanwhile, to the last. */
  async #slide(fuel: number): Promise<void> {
    this.#wanted = fuel;
    while (this.#guest && !this.#going && this.#wanted !== undefined) {
      const to: number = this.#wanted;
      this.#wanted = undefined;
      await this.#go({ fuel: to });
    }
  }

  async #move(make: () => Promise<Stood>): Promise<void> {
    const guest = this.#guest;
    this.#going = true;
    this.#bar.going(true);
    const soon = setTimeout(() => say("Running", "busy"), 100);
    try {
      const had = this.#stood?.at.end;
      let stood = await make();
      const raised = !had && stood.at.ended && stood.at.end?.raw.kind === "raised" && stood.at.statement > 0;
      if (raised) stood = await this.#followed.go({ raise: true });
      clearTimeout(soon);
      if (guest !== this.#guest) return;
      this.#arrived(stood, raised);
      await this.#names.moment(stood.frames);
    } catch (error) {
      if (guest !== this.#guest) return;
      this.end();
      this.#needs.output.add("error", error instanceof Error ? error.message : String(error));
      say("This did not work", "bad");
    } finally {
      clearTimeout(soon);
      if (guest === this.#guest) {
        this.#going = false;
        this.#bar.going(false);
      }
    }
  }

  #arrived(stood: Stood, raised: boolean): void {
    const { at, frames } = stood;
    this.#stood = stood;
    this.#furthest = Math.max(this.#furthest, at.fuel, at.end?.fuel ?? 0);
    this.#log.at(at);
    this.#bar.show(at, this.#furthest);
    const [top] = frames;
    if (at.ended) this.#showEnd(at);
    else if (raised) {
      const error = finish(at.end?.raw as never, { stdout: "", stderr: "" }, null).error;
      if (top) this.#show(top, true);
      say(`${error?.type}: ${error?.message} — raised here`, "bad");
    } else {
      if (top) this.#show(top);
      say(`Line ${at.line}${at.function === "<module>" ? "" : ` in ${at.function}`}${ours(at.file) === programName ? "" : ` of ${ours(at.file)}`}`);
    }
  }

  #showEnd(at: At): void {
    this.#gutter.show();
    if (!at.end) return;
    const outcome = finish(at.end.raw, { stdout: "", stderr: "" }, null);
    showOutcome(this.#needs.output, outcome, this.#needs.source, async () => undefined);
    this.#log.stale();
    const { text, mood } = sentence(outcome);
    say(text, mood);
  }

  /** Shows a frame's line, and leaves the focus where it is. */
  #show(frame: TraceFrame, raised = false): void {
    const file = ours(frame.file);
    const { editor, show } = this.#needs;
    const had = document.activeElement;
    if (file !== editor.active && !show(file)) return this.#gutter.show();
    this.#gutter.show({ file, line: frame.line, raised });
    if (had instanceof HTMLElement && had !== document.activeElement) had.focus();
  }

  #key(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
    if (altKey || metaKey) return;
    if (key === "F5" && !ctrlKey && (shiftKey ? this.active : !this.active && [...this.#gutter.breaks.values()].some((lines) => lines.size > 0))) {
      event.preventDefault();
      return shiftKey ? this.end() : void this.start();
    }
    const found = this.active ? strides.find((one) => one.key === key && one.shift === shiftKey) : undefined;
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#go({ stride: (ctrlKey ? backwards(found.stride) : found.stride) as Stride });
  }
}
