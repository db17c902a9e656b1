// Begins a guest.

import { type Guest, list } from "./abi.ts";
import { OptionError } from "./errors.ts";
import { takenName } from "./hostcall.ts";
import type { Config } from "./options.ts";
import { encodeText } from "./text.ts";

/** Starts the interpreter, and tells it what a session's programs are to find. */
export function startGuest(guest: Guest, { memory, args, path, functions }: Config): void {
  guest.start(memory);
  const setList = (option: string, which: number, strings: readonly string[]) => {
    const answer = guest.setList(which, strings);
    if (answer === 0) return;
    if (answer > 0) throw new OptionError(takenName(functions[answer - 1] ?? ""));
    throw new OptionError(`option ${option}: ${strings.length} strings, ${encodeText(strings.join("")).length} bytes; a guest with a memory limit of ${memory} bytes has no room for them`);
  };
  setList("args", list.argv, args);
  setList("path", list.path, [...path, ".frozen"]);
  if (functions.length > 0) setList("hostFunctions", list.functions, functions);
}
