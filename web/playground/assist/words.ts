// A sentence on what people look up most, in words of our own (words.txt, which `mpwasm repl` has, too); with parameters where the guest
// does not know them. Names of builtins stand without their module.

import lines from "./words.txt";

export interface Word {
  /** With its parentheses; "" where the guest knows it, or there is none. */
  signature: string;
  text: string;
}

/** Other names of what turtles do. */
const others: Record<string, string> = { fd: "forward", bk: "back", backward: "back", lt: "left", rt: "right", setpos: "goto", seth: "setheading", pos: "position", up: "penup", pu: "penup", down: "pendown", pd: "pendown", width: "pensize", ht: "hideturtle", st: "showturtle" };

let read: Map<string, Word> | undefined;

/** What is said of a dotted name. */
export function word(path: string): Word | undefined {
  read ??= new Map(
    lines
      .trim()
      .split("\n")
      .map((line) => {
        const [, name = "", signature = "", text = ""] = /^([\w.]+)(\(.*\))?: (.*)$/.exec(line) ?? [];
        return [name, { signature, text }];
      }),
  );
  const name = path.replace(/^builtins\./, "").replace(/^turtle\.Turtle\./, "turtle.");
  return read.get(name) ?? read.get(name.replace(/^turtle\.(\w+)$/, (_, short: string) => `turtle.${others[short] ?? ""}`));
}
