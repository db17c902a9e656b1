// The debugger's controls: strides forwards and back, and the slider over the run.

import type { Stride } from "../../src/types.ts";
import { h } from "../dom.ts";
import { count } from "../status.ts";
import type { At } from "./messages.ts";

/** The strides that have a button, with their key; Ctrl and that key goes back. */
export const strides: { stride: "continue" | "over" | "in" | "out"; name: string; key: string; shift: boolean; says: string; back: string }[] = [
  { stride: "continue", name: "Continue", key: "F5", shift: false, says: "To the next breakpoint, or the end", back: "To the breakpoint before, or the begin" },
  { stride: "over", name: "Over", key: "F10", shift: false, says: "To the next statement here", back: "To the statement before, here" },
  { stride: "in", name: "In", key: "F11", shift: false, says: "To the next statement, wherever it is", back: "To the statement before, wherever it was" },
  { stride: "out", name: "Out", key: "F11", shift: true, says: "To the next statement of the caller", back: "To the statement before, of the caller" },
];

/** The stride back of the same kind. */
export function backwards(stride: "continue" | "over" | "in" | "out"): Stride {
  return stride === "in" ? "back" : `${stride === "continue" ? "continue " : ""}back${stride === "continue" ? "" : ` ${stride}`}` as Stride;
}

export interface Controls {
  go(stride: Stride): void;
  goToFuel(fuel: number): void;
  pause(): void;
  end(): void;
}

export class Bar {
  readonly element: HTMLElement;
  readonly #buttons: HTMLButtonElement[] = [];
  readonly #pause: HTMLButtonElement;
  readonly #slider: HTMLInputElement;
  readonly #place = h("output", { id: "debug-place" });
  #dragging = false;

  constructor(controls: Controls) {
    const row = (name: string, glyph: string, back: boolean, last: HTMLElement) => {
      const mark = h("span", { class: "way" }, glyph);
      mark.setAttribute("aria-hidden", "true");
      const buttons = strides.map(({ stride, name, key, shift, says, back: saysBack }) => {
        const keys = `${back ? "Ctrl " : ""}${shift ? "⇧" : ""}${key}`;
        const button = h("button", { type: "button", class: "small", "data-stride": back ? backwards(stride) : stride, title: `${back ? saysBack : says} (${keys})`, click: () => !off(button) && controls.go(back ? backwards(stride) : stride) }, h("span", {}, name), h("kbd", {}, keys));
        return button;
      });
      this.#buttons.push(...buttons);
      return h("div", { role: "group", "aria-label": name }, mark, ...buttons, last);
    };
    this.#pause = h("button", { type: "button", class: "small", id: "debug-pause", title: "Stop where it is, and look", click: () => !off(this.#pause) && controls.pause() }, "Pause");
    const end = h("button", { type: "button", class: "small", id: "debug-end", title: "End debugging (Shift F5)", click: () => controls.end() }, h("span", {}, "End"), h("kbd", {}, "⇧F5"));
    this.#slider = h("input", { type: "range", id: "debug-slider", min: 0, max: 1, value: 0, "aria-label": "Moment of the run" });
    this.#slider.addEventListener("input", () => {
      this.#dragging = true;
      controls.goToFuel(Number(this.#slider.value));
    });
    this.#slider.addEventListener("change", () => (this.#dragging = false));
    this.#slider.addEventListener("keydown", (event) => {
      const stride = { ArrowLeft: "back", ArrowDown: "back", ArrowRight: "in", ArrowUp: "in" }[event.key];
      if (!stride) return;
      event.preventDefault();
      if (this.#slider.getAttribute("aria-disabled") !== "true") controls.go(stride as Stride);
    });
    this.element = h("div", { id: "debug-bar", role: "region", "aria-label": "Debugger" }, row("Forwards", "▶", false, this.#pause), row("Back", "◀", true, end), h("div", { class: "moments" }, this.#slider, this.#place));
  }

  /** The program goes, or stands. */
  going(yes: boolean): void {
    for (const button of this.#buttons) button.setAttribute("aria-disabled", String(yes));
    this.#slider.setAttribute("aria-disabled", String(yes));
    this.#pause.setAttribute("aria-disabled", String(!yes));
  }

  /** Shows a moment, in what is known of the run. */
  show(at: At, furthest: number): void {
    const whole = at.end !== undefined;
    if (at.statement === 1) this.#slider.min = String(at.fuel); // before that the program was compiled
    this.#slider.max = String(Math.max(furthest, 1));
    if (!this.#dragging) this.#slider.value = String(at.fuel);
    this.#place.textContent = at.ended ? `end, ${count(at.fuel)} fuel` : `statement ${count(at.statement)}, ${count(at.fuel)} fuel${whole ? ` of ${count(at.end?.fuel ?? 0)}` : ""}`;
    this.#slider.setAttribute("aria-valuetext", at.ended ? "the end" : `line ${at.line}, statement ${at.statement}`);
    this.#slider.title = whole ? "Any moment of the run" : "Any moment of what has run so far";
  }
}

function off(button: HTMLElement): boolean {
  return button.getAttribute("aria-disabled") === "true";
}
