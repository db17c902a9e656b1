// What the debugger shows of a moment: the stack, names and their values, and expressions that are watched.

import type { TraceFrame, TracePlace, TraceVariable } from "../../src/types.ts";
import { h } from "../dom.ts";

/** How many parts of a value are shown at first, and with each more. */
const pageOfParts = 100;

export interface Asks {
  parts(place: TracePlace, first: number, count: number): Promise<TraceVariable[]>;
  value(frame: number, expression: string): Promise<TraceVariable>;
  /** Shows a frame's line. */
  show(frame: TraceFrame): void;
}

export class Names {
  readonly element: HTMLElement;
  readonly #asks: Asks;
  readonly #stack = h("ol", { class: "stack", "aria-label": "Stack" });
  readonly #values = h("div", { class: "values" });
  readonly #watched = h("ul", { class: "tree", "aria-label": "Expressions" });
  readonly #field = h("input", { type: "text", id: "debug-watch", placeholder: "len(items) > 3", autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-label": "Expression to watch" });
  #frames: TraceFrame[] = [];
  #frame = 0;
  #watches: string[] = [];
  /** Which parts are open, by place. */
  #open = new Set<string>();
  /** What values were at the moment before, and are now, by place. */
  #before = new Map<string, string>();
  #now = new Map<string, string>();
  /** Counts what is shown: what comes late is not. */
  #turn = 0;

  constructor(asks: Asks) {
    this.#asks = asks;
    const watch = h("form", { class: "watch" }, this.#field, h("button", { type: "submit", class: "small" }, "Watch"));
    watch.addEventListener("submit", (event) => {
      event.preventDefault();
      const expression = this.#field.value.trim();
      if (expression === "" || this.#watches.includes(expression)) return;
      this.#watches.push(expression);
      this.#field.value = "";
      void this.#draw();
    });
    this.element = h("div", { id: "debug-names", role: "region", "aria-label": "Names and values", tabindex: "0" }, this.#stack, this.#values, this.#watched, watch);
  }

  /** Shows a moment that was come to. */
  async moment(frames: TraceFrame[]): Promise<void> {
    const same = this.#function === frameKey(frames[0]);
    this.#frames = frames;
    this.#frame = 0;
    this.#before = same ? this.#now : new Map();
    this.#now = new Map();
    await this.#draw();
  }

  get #function(): string {
    return frameKey(this.#frames[0]);
  }

  async #draw(): Promise<void> {
    const turn = ++this.#turn;
    const frame = this.#frames[this.#frame];
    const asks: [TracePlace, string, boolean][] = frame ? (frame.function === "<module>" ? [[{ frame: this.#frame, scope: "globals" }, "Names", true]] : [[{ frame: this.#frame, scope: "locals" }, "Names", true], [{ frame: this.#frame, scope: "globals" }, "Names of the module", false]]) : [];
    const scopes = [];
    for (const [place, name, open] of asks) scopes.push(await this.#scope(place, name, open));
    const watched = frame ? await Promise.all(this.#watches.map((expression) => this.#watch(expression))) : [];
    if (turn !== this.#turn) return;
    this.#drawStack();
    this.#values.replaceChildren(...scopes);
    if (!frame) this.#values.replaceChildren(h("p", { class: "hint" }, "The run has ended. Any moment of it can be gone back to."));
    this.#watched.replaceChildren(...watched);
  }

  #drawStack(): void {
    this.#stack.replaceChildren(
      ...this.#frames.map((frame, i) => {
        const button = h("button", { type: "button", class: "link", click: () => this.#select(i) }, frame.function === "<module>" ? "module" : frame.function);
        if (i === this.#frame) button.setAttribute("aria-current", "true");
        return h("li", {}, button, h("span", {}, `${frame.file.replace(/^\//, "")}:${frame.line}`));
      }),
    );
  }

  #select(i: number): void {
    const frame = this.#frames[i];
    this.#frame = i;
    this.#before = new Map();
    if (frame) this.#asks.show(frame);
    const had = document.activeElement?.closest(".stack") ? i : -1;
    void this.#draw().then(() => this.#stack.querySelectorAll<HTMLElement>("button")[had]?.focus());
  }

  async #scope(place: TracePlace, name: string, open: boolean): Promise<HTMLElement> {
    const key = `scope ${place.scope}`;
    const box = h("details", { open: open ? !this.#open.has(`closed ${key}`) : this.#open.has(key) }, h("summary", {}, name));
    const list = h("ul", { class: "tree", "aria-label": name });
    box.append(list);
    const fill = async () => {
      await this.#fill(list, place, 0);
      if (!list.firstChild) list.append(h("li", { class: "hint" }, "none yet"));
    };
    if (box.open) await fill();
    box.addEventListener("toggle", () => {
      const memory = open ? `closed ${key}` : key;
      if (box.open === open) this.#open.delete(memory);
      else this.#open.add(memory);
      if (box.open && !list.firstChild) void fill();
    });
    return box;
  }

  async #fill(list: HTMLElement, place: TracePlace, first: number): Promise<void> {
    const parts = await this.#asks.parts(place, first, pageOfParts).catch((error: unknown) => [failed(error)]);
    for (const [i, part] of parts.entries()) list.append(await this.#row({ ...place, path: [...(place.path ?? []), first + i] }, part.name, part));
    if (parts.length < pageOfParts) return;
    const more = h("button", { type: "button", class: "link", click: () => (item.remove(), void this.#fill(list, place, first + parts.length)) }, "more");
    const item = h("li", {}, more);
    list.append(item);
  }

  async #row(place: TracePlace, name: string, value: TraceVariable, ...more: Node[]): Promise<HTMLElement> {
    const key = JSON.stringify([this.#frames[this.#frame]?.function, place.scope, place.expression, place.path, name]);
    const known = this.#before.get(key);
    this.#now.set(key, value.text);
    const text = h("span", { class: known !== undefined && known !== value.text ? "text changed" : "text", title: value.type }, value.text);
    const label = [h("span", { class: "name" }, name), ...(name === "" ? [] : [" "]), text, ...more];
    if (value.parts === 0) return h("li", {}, ...label);
    const list = h("ul", { class: "tree", hidden: !this.#open.has(key) });
    const button = h("button", { type: "button", class: "fold", "aria-expanded": String(!list.hidden), "aria-label": `Parts of ${name === "" ? value.type : name}`, click: () => void flip() });
    const flip = async () => {
      list.hidden = !list.hidden;
      button.setAttribute("aria-expanded", String(!list.hidden));
      if (list.hidden) this.#open.delete(key);
      else this.#open.add(key);
      if (!list.hidden && !list.firstChild) await this.#fill(list, place, 0);
    };
    if (!list.hidden) await this.#fill(list, place, 0);
    return h("li", {}, button, ...label, list);
  }

  async #watch(expression: string): Promise<HTMLElement> {
    const value = await this.#asks.value(this.#frame, expression).catch(failed);
    const drop = () => {
      this.#watches = this.#watches.filter((other) => other !== expression);
      void this.#draw();
    };
    return this.#row({ frame: this.#frame, expression }, expression, value, h("button", { type: "button", class: "link", "aria-label": `Watch ${expression} no more`, click: drop }, "×"));
  }
}

function frameKey(frame: TraceFrame | undefined): string {
  return frame ? `${frame.file} ${frame.function}` : "";
}

function failed(error: unknown): TraceVariable {
  return { name: "", type: "", text: error instanceof Error ? error.message : String(error), parts: 0 };
}
