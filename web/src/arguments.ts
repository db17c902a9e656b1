// What programs and functions are given, encoded.

import type { Handles } from "./handles.ts";
import { checkIdentifier } from "./hostcall.ts";
import { concat } from "./text.ts";
import type { RunOptions } from "./types.ts";
import { encodeValue } from "./values.ts";

/** [[], {}] */
const noArguments = Uint8Array.of(0x82, 0x80, 0xa0);

/** The array [[args...], {kwargs}]; keyword arguments are sorted by name, as in Go. */
export function encodeArguments(args: readonly unknown[], kwargs: { readonly [name: string]: unknown }, handles?: Handles): Uint8Array {
  const names = Object.keys(kwargs);
  if (args.length === 0 && names.length === 0) return noArguments;
  return concat([Uint8Array.of(0x82), encodeValue([...args], handles), names.length === 0 ? noArguments.slice(2) : encodeKeywords(kwargs, handles)]);
}

export function encodeKeywords(kwargs: { readonly [name: string]: unknown }, handles?: Handles): Uint8Array {
  const names = Object.keys(kwargs).sort((a, b) => (a < b ? -1 : 1));
  for (const name of names) checkIdentifier(name, "keyword argument");
  return encodeValue(Object.fromEntries(names.map((name) => [name, kwargs[name]])), handles);
}

export function encodeInputs(inputs: RunOptions["inputs"], handles?: Handles): Uint8Array {
  const names = Object.keys(inputs ?? {});
  for (const name of names) checkIdentifier(name, "input");
  return names.length > 0 ? encodeValue({ ...inputs }, handles) : new Uint8Array(0);
}
