// What the page offers to programs: a function that fetches from where the page came from, and the one behind display (rich/).

import type { HostFunction, SessionOptions, Value } from "../src/index.ts";

/** The most that is fetched, in bytes. */
const maxBytes = 4 << 20;

/** page.fetch(path) returns the text at a path of this site. */
async function fetchText(path: Value): Promise<string> {
  if (typeof path !== "string") throw new TypeError("page.fetch takes a path, such as 'manifest.json'");
  const url = new URL(path, document.baseURI);
  if (url.origin !== location.origin) throw new Error(`page.fetch reaches only ${location.origin}`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  const data = await response.arrayBuffer();
  if (data.byteLength > maxBytes) throw new Error(`${url.pathname} is larger than ${maxBytes} bytes`);
  return new TextDecoder().decode(data);
}

/** The options that offer it. */
export function hostFunctions(display: HostFunction): Pick<SessionOptions, "hostFunctions" | "maxReply" | "maxRequest"> {
  return { hostFunctions: { "page.fetch": fetchText, "page.display": display }, maxReply: 2 * maxBytes, maxRequest: 2 * maxBytes };
}
