import type { Outcome } from "./types.ts";

/** Says that an option cannot be used, and what is right. */
export class OptionError extends TypeError {
  override readonly name = "OptionError";
}

/** Says that bytes are not an encoded value, or that a value has no encoding. */
export class ValueError extends Error {
  override readonly name = "ValueError";
}

/** Says that a snapshot cannot be used: it is damaged, or of another artifact, or does not fit the session. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";
}

/**
 * Says that a session waits with a paused run, and runs nothing else before that was resumed or dropped; or that a run cannot be gone on
 * with: it was before, or it is damaged, or of another artifact, or it goes another way when it is had again.
 */
export class PausedError extends Error {
  override readonly name = "PausedError";
}

/** Says that a run, which took place, could not be recorded. */
export class RecordError extends Error {
  override readonly name = "RecordError";
  /** What came of the run. */
  readonly outcome: Outcome;
  constructor(message: string, outcome: Outcome, options?: ErrorOptions) {
    super(message, options);
    this.outcome = outcome;
  }
}

/** What a session says that is over. */
export const disposed = "the session is over: it was disposed of";
