// Paused runs whose guest waits where it asked, so that they go on at once, as runtime/sandbox/kept.go has it. Who comes beyond a number, and a
// session that is asked for something else meanwhile, goes back to before the run, and has it again when it is resumed.

/** A session that keeps a run. */
interface Keeper {
  letGo(): Promise<void>;
}

/** The paused runs of an engine that are kept, by their sessions, the oldest first. */
export class KeptRuns {
  readonly most: number;
  readonly #all = new Set<Keeper>();

  constructor(most: number) {
    this.most = most;
  }

  /** Takes note of one that was just paused, and gives the oldest up if there are too many. */
  add(session: Keeper): void {
    this.#all.add(session);
    const [oldest] = this.#all;
    if (this.#all.size <= this.most || !oldest) return;
    this.#all.delete(oldest);
    void oldest.letGo();
  }

  drop(session: Keeper): void {
    this.#all.delete(session);
  }
}
