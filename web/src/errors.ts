/** Says that an option cannot be used, and what is right. */
export class OptionError extends TypeError {
  override readonly name = "OptionError";
}
