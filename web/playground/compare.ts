// Runs the program of the page in the server's sandbox as well, and shows both side by side: the Compare panel. The server compares
// (playground/compare.go), by the rules of `mpwasm conform`.

import { MicroPython } from "../src/index.ts";
import type { CompareResponse, Request, SessionMessage } from "../src/messages.ts";
import { Server } from "../src/serve.ts";
import { decodeText } from "../src/text.ts";
import { build } from "./build.ts";
import { byId, h } from "./dom.ts";
import * as settings from "./settings.ts";
import { count, milliseconds } from "./status.ts";
import { programName } from "./traceback.ts";

export interface Parts {
  engine: MicroPython;
  /** The most that the server grants. */
  bounds: NonNullable<typeof build.compare>;
  code: () => string;
  files: () => Record<string, Uint8Array>;
  stdin: () => string;
}

/** How much of a text is shown. */
const maxText = 10_000;

export function start(parts: Parts): void {
  const comparison = new Comparison(parts);
  const run = h("button", { type: "button", class: "primary", id: "compare-run", click: () => void comparison.run() }, "Compare with server");
  const cancel = h("button", { type: "button", id: "compare-cancel", disabled: true, click: () => comparison.cancel() }, "Cancel");
  byId("compare-panel").append(
    h("h2", {}, "The same, here and on the server?"),
    h("p", { class: "hint" }, "Runs the program twice, afresh: in this page, and in the sandbox of the server that it comes from. Both get its files, its input, its seed and its limits, up to the server's own; a fixed clock, and no function of the page."),
    h("div", { class: "row" }, run, cancel),
    h("div", { id: "compare-result", role: "status" }),
  );
}

class Comparison {
  readonly #parts: Parts;
  readonly #server: Server;
  /** Of the comparison at hand, or the last one. */
  #id = 0;
  #abort = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#server = new Server(parts.engine);
  }

  async run(): Promise<void> {
    this.#id++;
    this.#abort = new AbortController();
    busy(true);
    try {
      const request = JSON.stringify(this.#request());
      show(h("p", { class: "hint" }, "Running in this page"));
      const answer = await this.#server.answer(request);
      const { outcomes, error } = JSON.parse(answer) as { outcomes?: [{ used: { wall_ns: number } }]; error?: string };
      if (!outcomes) throw new Error(error ?? "this page gave no answer");
      this.#abort.signal.throwIfAborted();
      show(h("p", { class: "hint" }, "Running on the server"));
      // As text, in which numbers keep all their digits.
      const compared = await ask(`{"request":${request},"response":${answer}}`, this.#abort.signal);
      show(...result(compared, outcomes[0].used.wall_ns));
    } catch (error) {
      const text = this.#abort.signal.aborted ? "Cancelled." : error instanceof Error ? error.message : String(error);
      show(h("p", { class: "verdict bad" }, text));
    } finally {
      busy(false);
    }
  }

  cancel(): void {
    this.#abort.abort();
    void this.#server.answer(JSON.stringify({ id: 0, op: "cancel", cancel: this.#id } satisfies Request));
  }

  /** The program, and what it is granted: the settings, within the server's bounds. */
  #request(): Request {
    const { bounds, code, files, stdin } = this.#parts;
    const least = (name: "memory" | "fuel" | "timeoutMs" | "maxOutput") => Math.min(settings.get(name) || Infinity, bounds[name]);
    const session: SessionMessage = {
      memory: least("memory"),
      fuel: least("fuel"),
      timeoutMs: least("timeoutMs"),
      maxOutput: least("maxOutput"),
      seed: String(settings.all().seed),
      stdin: stdin(),
      mounts: [{ path: "/", files: Object.fromEntries(Object.entries(files()).filter(([name]) => !name.endsWith("/")).map(([name, data]) => [name, decodeText(data)])), writable: true }],
      filesLimitBytes: bounds.filesLimitBytes,
      filesLimit: bounds.filesLimit,
    };
    return { id: this.#id, op: "run", session, programs: [{ name: programName, source: code() }] };
  }
}

function busy(yes: boolean): void {
  byId<HTMLButtonElement>("compare-run").disabled = yes;
  byId<HTMLButtonElement>("compare-cancel").disabled = !yes;
}

function show(...content: Node[]): void {
  byId("compare-result").replaceChildren(...content);
}

async function ask(body: string, signal: AbortSignal): Promise<CompareResponse> {
  const response = await fetch(new URL("compare", document.baseURI), { method: "POST", headers: { "Content-Type": "application/json" }, body, signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new Error("The server does not answer: has it ended?", { cause: error });
  });
  const answer = (await response.json().catch(() => ({}))) as CompareResponse;
  if (!response.ok) throw new Error(`The server did not run it: ${answer.error ?? `status ${response.status}`}`);
  return answer;
}

/** The verdict, and a table of all that is compared and that there is. */
function result({ fields = [], wall_ns: serverNS = 0 }: CompareResponse, pageNS: number): Node[] {
  const rows = fields.filter((field) => field.differs || !isDull(field.page)).map(({ field, page, server, differs }) => row(field, page, server, differs));
  const head = h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "What"), h("th", { scope: "col" }, "This page"), h("th", { scope: "col" }, "Server")));
  return [verdict(fields), h("table", { class: "compared" }, head, h("tbody", {}, ...rows, row("time, not compared", milliseconds(pageNS), milliseconds(serverNS), false)))];
}

const labels: Record<string, string> = { memory: "memory, as SHA-256" };

function verdict(fields: NonNullable<CompareResponse["fields"]>): HTMLElement {
  const different = fields.filter((field) => field.differs).length;
  if (different === 0) return h("p", { class: "verdict good" }, `The same here and on the server: ${fields.length} things compared, to the byte.`);
  const late = fields.some(({ field, page, server }) => field === "limit" && (page === "deadline" || server === "deadline"));
  const why = late ? "The clock on the wall ended the program, which no two machines do at the same place: limit its fuel instead." : "That is a defect: please report it.";
  return h("p", { class: "verdict bad" }, `${different} of ${fields.length} things differ. ${why}`);
}

/** What most programs have is left out where both sides have it. */
function isDull(text: string): boolean {
  return text === "" || text === "0" || text === "false" || text === "null";
}

function row(field: string, page: string, server: string, differs: boolean): HTMLElement {
  const name = h("th", { scope: "row" }, labels[field] ?? field);
  if (differs) name.append(h("span", { class: "differs" }, "differs"));
  return h("tr", { class: differs ? "differs" : "" }, name, h("td", {}, shown(field, page)), h("td", {}, shown(field, server)));
}

/** What counts something is easier to read with its thousands apart; what the program gave is shown as it is. */
const counts = new Set(["fuel", "heap peak", "host bytes", "host calls"]);

function shown(field: string, text: string): HTMLElement {
  const number = counts.has(field) && /^\d{4,15}$/.test(text) ? count(Number(text)) : text;
  return h("pre", {}, number.length > maxText ? `${number.slice(0, maxText)} ... (${number.length} characters)` : number);
}
