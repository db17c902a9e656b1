/** Says that an option cannot be used, and what is right. */
export class OptionError extends TypeError {
  override readonly name = "OptionError";
}

/** What a session says that is over. */
export const disposed = "the session is over: it was disposed of";
