// The examples menu.

import { byId, h } from "./dom.ts";
import asyncio from "./examples/asyncio.py";
import classes from "./examples/classes.py";
import drawing from "./examples/drawing.py";
import fetching from "./examples/fetching.py";
import files from "./examples/files.py";
import fuel from "./examples/fuel.py";
import hello from "./examples/hello.py";
import input from "./examples/input.py";
import json from "./examples/json_re.py";
import memory from "./examples/memory.py";
import output from "./examples/output.py";
import recursion from "./examples/recursion.py";
import time from "./examples/time.py";
import { notify } from "./notice.ts";
import type { Settings } from "./settings.ts";

export interface Example {
  name: string;
  title: string;
  about: string;
  code: string;
  /** A limit of its own, so that it can be seen to hit it. */
  limits?: Partial<Settings>;
}

const groups: [title: string, examples: Example[]][] = [
  [
    "Begin here",
    [
      { name: "hello", title: "Hello", about: "Printing, a generator, and the value of the last line", code: hello },
      { name: "classes", title: "Classes and generators", about: "Properties, operators, yield from, comprehensions", code: classes },
      { name: "json", title: "JSON and regular expressions", about: "Reading text, taking it apart, writing it", code: json },
      { name: "asyncio", title: "asyncio", about: "Tasks that wait for each other", code: asyncio },
    ],
  ],
  [
    "The page and the program",
    [
      { name: "drawing", title: "A drawing", about: "Python returns SVG, the page shows it", code: drawing },
      { name: "files", title: "Files", about: "Written by the program, found in the Files tab", code: files },
      { name: "input", title: "Asking questions", about: "input(), answered by you", code: input },
      { name: "fetching", title: "A host function", about: "Python calls a function of the page, which fetches", code: fetching },
    ],
  ],
  [
    "Limits being hit",
    [
      { name: "time", title: "Time", about: "A loop that never ends: Stop it, or wait", code: time },
      { name: "fuel", title: "Fuel", about: "Steps, counted the same on every machine", code: fuel, limits: { fuel: 1e6 } },
      { name: "memory", title: "Memory", about: "MemoryError, which the program can catch", code: memory },
      { name: "output", title: "Output", about: "More than the page will take", code: output, limits: { maxOutput: 16 * 1024 } },
      { name: "recursion", title: "Recursion", about: "RecursionError, long before the browser's stack ends", code: recursion },
    ],
  ],
];

/** The example of that name, if there is one. */
function byName(name: string): Example | undefined {
  return groups.flatMap(([, examples]) => examples).find((example) => example.name === name);
}

/** The example or the program of the gallery of that name, if there is one. */
export async function find(name: string): Promise<Example | undefined> {
  if (!name) return undefined;
  return byName(name) ?? (await import("./gallery/gallery.ts")).byName(name);
}

/** Fills the menu; open gets what is picked. */
export function start(open: (example: Example) => void): void {
  const menu = byId("examples");
  const gallery = () => {
    menu.hidePopover();
    import("./gallery/gallery.ts").then(({ show }) => show(open), () => notify("The gallery could not be fetched. Is the network there?"));
  };
  menu.append(h("button", { type: "button", class: "gallery", id: "gallery-open", click: gallery }, "Gallery", h("span", {}, "Thirty programs worth reading, by topic, and exercises with tests")));
  for (const [title, examples] of groups) {
    const buttons = examples.map((example) => {
      const pick = () => {
        menu.hidePopover();
        open(example);
      };
      return h("button", { type: "button", "data-example": example.name, click: pick }, example.title, h("span", {}, example.about));
    });
    menu.append(h("section", {}, h("h2", {}, title), ...buttons));
  }
}

export { hello };
