// The other tabs of this page: which of them have the same program open, and when they save it.

interface Message {
  kind: "open" | "here" | "left" | "saved";
  id: string;
  tab: string;
}

export class Others {
  readonly #tab: string;
  readonly #channel: BroadcastChannel | undefined;
  readonly #with = new Set<string>();
  #id = "";

  /** shared hears whether another tab has the program, saved that one has saved it. */
  constructor(tab: string, shared: (yes: boolean) => void, saved: (id: string) => void) {
    this.#tab = tab;
    if (typeof BroadcastChannel === "undefined") return;
    try {
      this.#channel = new BroadcastChannel("mpwasm programs");
    } catch {
      return; // in a frame without storage
    }
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.id !== this.#id) return;
      if (data.kind === "saved") return saved(data.id);
      if (data.kind === "left") this.#with.delete(data.tab);
      else this.#with.add(data.tab);
      if (data.kind === "open") this.#say("here");
      shared(this.#with.size > 0);
    };
    addEventListener("pagehide", () => this.#say("left"));
    const again = () => {
      this.#with.clear(); // one that crashed did not say so
      if (this.#id) {
        this.#say("open");
        saved(this.#id); // it may have been while this page was asleep
      }
      setTimeout(() => shared(this.#with.size > 0), 200);
    };
    addEventListener("pageshow", (event) => event.persisted && again());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  }

  #say(kind: Message["kind"], id = this.#id): void {
    if (id) this.#channel?.postMessage({ kind, id, tab: this.#tab } satisfies Message);
  }

  /** This tab shows the program from now on; "" is none of the shelf. */
  open(id: string): void {
    if (id === this.#id) return;
    this.#say("left");
    this.#with.clear();
    this.#id = id;
    this.#say("open");
  }

  saved(id: string): void {
    this.#say("saved", id);
  }
}
