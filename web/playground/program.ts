// Where the program in the editor comes from, and where it is kept: a link, what was saved in this browser, or an example.

import { byId } from "./dom.ts";
import { decode } from "./link.ts";
import { notify } from "./notice.ts";
import * as storage from "./storage.ts";

const savedKey = "code";

/** How long to wait for more typing before saving, in milliseconds. */
const pause = 400;

/** Keeps the program of a page, unless it is embedded in another, whose text is its own. */
export class Keeper {
  readonly #embedded: boolean;
  #timer = 0;
  #unsaved: string | undefined;

  constructor(embedded: boolean) {
    this.#embedded = embedded;
    addEventListener("pagehide", () => this.#save());
  }

  /** What was kept, if anything. */
  get kept(): string | null {
    return this.#embedded ? null : storage.load(savedKey);
  }

  /** Keeps code, soon. */
  keep(code: string): void {
    if (this.#embedded) return;
    this.#unsaved = code;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#save(), pause);
  }

  #save(): void {
    if (this.#unsaved === undefined) return;
    const kept = storage.save(savedKey, this.#unsaved);
    byId("saved").textContent = kept ? "Saved in this browser" : "This browser keeps nothing";
    this.#unsaved = undefined;
  }
}

/** Opens the program of the page's link, if it holds one. What was kept can be brought back. */
export async function openLink(current: () => string, open: (code: string) => void): Promise<void> {
  try {
    const code = await decode(location.hash);
    if (code === null) return;
    const former = current();
    open(code);
    if (former !== code && !document.body.classList.contains("embed")) {
      notify("This program comes from the link.", { label: "Back to mine", act: () => open(former) });
    }
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error));
  }
}
