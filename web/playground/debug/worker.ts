// The debugger's thread: a guest whose run is followed, so that neither a long way nor a stop stops the page.

import { type Program } from "../../src/abi.ts";
import { OptionError } from "../../src/errors.ts";
import { finish } from "../../src/finish.ts";
import { PyException } from "../../src/hostcall.ts";
import { LocalBackend } from "../../src/local.ts";
import type { RawOutcome } from "../../src/outcome.ts";
import { encodeText } from "../../src/text.ts";
import { RunTrace } from "../../src/trace.ts";
import type { At, FromGuest, Ordered, Start, ToGuest, Wrote } from "./messages.ts";

const post = (message: FromGuest) => postMessage(message);

let trace: RunTrace | undefined;
let ended: RawOutcome | undefined;
/** Output that is held back, until it is much, the page is asked or answered, or a leg ends. */
let held: Wrote[] = [];
let heldCharacters = 0;
const decoders = [new TextDecoder(), new TextDecoder()] as const;
const questions = new Map<number, (answer: Uint8Array | null) => void>();

function write(stream: number, data: Uint8Array): void {
  const text = decoders[stream === 2 ? 1 : 0].decode(data, { stream: true });
  held.push({ kind: stream === 2 ? "stderr" : "stdout", text, piece: trace?.known.allWritten ?? 1 });
  heldCharacters += text.length;
  if (heldCharacters > 16 << 10) flush();
}

function flush(): void {
  if (held.length > 0) post({ type: "wrote", pieces: held });
  held = [];
  heldCharacters = 0;
}

function ask(what: "call" | "input", data: Uint8Array): Promise<Uint8Array> {
  flush();
  const question = (trace?.known.allAnswered ?? 0) + 1;
  post({ type: "ask", question, what, data: data.slice() });
  return new Promise((resolve, reject) => {
    questions.set(question, (answer) => {
      if (answer) resolve(answer);
      else reject(new Error("the page could not answer"));
    });
  });
}

function program(name: string, code: string, noValue: boolean): Program {
  return { name, source: encodeText(code), noValue, inputs: new Uint8Array(0) };
}

async function start({ module, rest, config, name, code, prelude, breaks }: Start): Promise<void> {
  const guest = await LocalBackend.start(module, config, { write, call: (data) => ask("call", data), input: (data) => ask("input", data) }, "pause", undefined, rest);
  if (prelude) {
    const { kind } = await guest.run(program("<prelude>", prelude, true));
    if (kind !== "completed") throw new Error(`display and plot could not be made ready: ${kind}. Limits may be too low.`);
  }
  trace = await RunTrace.of(guest, await guest.state(), program(name, code, false), {
    write,
    finish: (raw, output, paused) => {
      ended = raw;
      return finish(raw, output, paused);
    },
    exception: (type, message) => new PyException(type, message),
    refused: (why) => new OptionError(why),
  });
  for (const [file, lines] of breaks) trace.setBreakpoints(file, lines);
}

function at(trace: RunTrace): At {
  return { ...trace.now, ...trace.known, ...(ended && { end: { raw: ended, fuel: trace.outcome?.used.fuel ?? 0 } }) };
}

async function go(trace: RunTrace, way: Exclude<Ordered["way"], undefined>): Promise<void> {
  if ("fuel" in way) await trace.goToFuel(way.fuel);
  else if ("statement" in way) await trace.goTo(way.statement);
  else if ("raise" in way) await trace.goToRaise();
  else await trace.step(way.stride);
}

/** What the page asks for, one thing after the other. */
async function obey({ start: begin, way, breaks, look, value }: Ordered): Promise<unknown> {
  if (begin) await start(begin);
  if (!trace) throw new Error("nothing is followed");
  if (breaks) return trace.setBreakpoints(breaks.file, breaks.lines);
  if (look) return trace.parts(look.place, look.first, look.count);
  if (value) return trace.evaluate(value.frame, value.expression);
  if (way) await go(trace, way);
  return { at: at(trace), frames: await trace.frames() };
}

let turn: Promise<void> = Promise.resolve();

onmessage = ({ data }: MessageEvent<ToGuest>) => {
  if ("pause" in data) trace?.pause();
  else if ("answer" in data) {
    questions.get(data.answer)?.(data.data);
    questions.delete(data.answer);
  } else turn = turn.then(() => done(data));
};

async function done(order: Ordered): Promise<void> {
  try {
    const result = await obey(order);
    flush();
    post({ type: "done", id: order.id, result });
  } catch (error) {
    flush();
    post({ type: "failed", id: order.id, message: error instanceof PyException ? `${error.type}: ${error.message}` : error instanceof Error ? error.message : String(error) });
  }
}
