// <mpwasm-playground>: a program with files beside it, in tabs, and what it prints at its side.

import { Cell } from "./cell.ts";
import { make } from "./dom.ts";

const main = "main.py";

export class Playground extends Cell {
  readonly #tabs = make("div", "tabs", { role: "tablist", ariaLabel: "Files" });
  /** The texts that are not shown, and the one that is, as it was when it came to be shown. */
  #texts: Record<string, string> = {};
  #shown = main;

  protected override layout(ask: HTMLElement): HTMLElement {
    this.#begin();
    this.#tabs.onkeydown = (event) => {
      const names = Object.keys(this.#texts);
      const at = names.indexOf(this.#shown) + ({ ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? NaN);
      const name = names[(at + names.length) % names.length];
      if (name !== undefined) this.#show(name, true);
    };
    this.editor.id = "editor";
    this.editor.role = "tabpanel";
    this.editor.ariaLabel = "Program";
    const site = this.getAttribute("playground");
    if (site) this.bar.append(make("a", "open", { href: site, target: "_blank", rel: "noopener", onclick: (event) => void this.#open(event, site) }, "Open in playground"));
    this.#draw();
    return make("div", "cell wide", {}, this.#tabs, make("div", "body", {}, this.editor, make("div", "side", {}, this.output, ask)), this.bar);
  }

  /** The author's texts. */
  #begin(): void {
    this.#texts = { [main]: this.source.code, ...this.source.files };
    this.#shown = main;
  }

  #draw(): void {
    const names = Object.keys(this.#texts);
    this.#tabs.hidden = names.length < 2;
    const tab = (name: string) => {
      const button = make("button", "tab", { type: "button", role: "tab", ariaSelected: String(name === this.#shown), tabIndex: name === this.#shown ? 0 : -1, onclick: () => this.#show(name, true) }, name);
      button.setAttribute("aria-controls", "editor");
      return button;
    };
    this.#tabs.replaceChildren(...names.map(tab));
  }

  #show(name: string, focus: boolean): void {
    this.#texts[this.#shown] = this.code;
    this.#shown = name;
    this.code = this.#texts[name] ?? "";
    this.#draw();
    if (focus) this.#tabs.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  }

  /** All texts as they are now. */
  get #now(): Record<string, string> {
    return { ...this.#texts, [this.#shown]: this.code };
  }

  override get files(): Record<string, string> {
    const { [main]: _, ...files } = this.#now;
    return files;
  }

  protected override get program(): string {
    return this.#now[main] ?? "";
  }

  override async reset(): Promise<void> {
    this.#begin();
    this.#draw();
    await super.reset();
  }

  /** A link to a playground holds the program, compressed, behind its #. */
  async #open(event: MouseEvent, site: string): Promise<void> {
    event.preventDefault();
    const { encode } = await import("./run.ts");
    const files = Object.fromEntries(Object.entries(this.files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
    const fragment = await encode(this.program, { files });
    open(`${site}#${fragment}`, "_blank", "noopener");
  }
}
