// What editor and debugger share.

import { Facet } from "@codemirror/state";

/** The name of the file that a text is. */
export const fileName = Facet.define<string, string>({ combine: ([name]) => name ?? "" });
