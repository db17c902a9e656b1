// Python values as JavaScript values, and back, by way of the guest's CBOR (micropython-port/wasi/host/value.c).

import { Reader, Writer, major, narrow } from "./cbor.ts";
import { ValueError } from "./errors.ts";
import { Handle, type Handles } from "./handles.ts";
import { isHostObject } from "./objects.ts";
import { decodeText, encodeText } from "./text.ts";

/** A Python tuple. */
export class Tuple {
  readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    if (!Array.isArray(items)) throw new ValueError(`making a Tuple: found ${typeof items}, expected an array`);
    this.items = items;
  }
}

/**
 * A float that a plain number would not tell from an int: a whole one up to 2^53, or -0.0. It calculates like the number
 * it is; valueOf() gives that.
 */
export class Float extends Number {}

/** Stands for a value of a type that has no counterpart: its repr in Python. */
export class Repr {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * What crosses the boundary:
 *
 *     None   null                      str    string (see text.ts)
 *     bool   boolean                   bytes  Uint8Array
 *     int    number, or bigint         list   Array
 *            from 2^53 on              tuple  Tuple
 *     float  number, or Float          dict   Map, or, into Python, a plain object
 *
 * and, out of Python only, a Repr for any other type; or, where a session allows handles, a Handle for it, both ways.
 */
export type Value = null | boolean | number | bigint | Float | string | Uint8Array | Value[] | Tuple | Map<Value, Value> | { readonly [key: string]: Value } | Repr | Handle | HostObject;

/** An instance of a class of the page's that has a static property `python` (objects.ts). */
export type HostObject = { readonly constructor: { readonly python: object } };

const tagTuple = 4000;
const tagRepr = 4001;
const tagHandle = 4002;
const tagObject = 4003;
const tagPositive = 2;
const tagNegative = 3;

/** How deep values may nest: an int has depth 1, a list of ints 2. What is decoded may be the list of arguments of a call. */
const maxDepth = 64;
const maxDecodedDepth = maxDepth + 2;

/** Whose handles may be in the value at hand. */
let holder: Handles | undefined;

function within<T>(handles: Handles | undefined, what: () => T): T {
  const before = holder;
  holder = handles;
  try {
    return what();
  } finally {
    holder = before;
  }
}

/** Decodes one value, which must fill the bytes, and in which handles of a session may be. */
export function decodeValue(data: Uint8Array, handles?: Handles): Value {
  const reader = new Reader(data);
  let value: Value;
  try {
    value = within(handles, () => decodeItem(reader, maxDecodedDepth));
  } catch (error) {
    throw new ValueError(`decoding a value: ${message(error)}`, { cause: error });
  }
  if (!reader.done) throw new ValueError(`decoding a value: ${data.length - reader.at} bytes after its end`);
  return value;
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function decodeItem(reader: Reader, depth: number): Value {
  if (depth === 0) throw new ValueError(`nested deeper than ${maxDecodedDepth}`);
  const { major: kind, value, float } = reader.head();
  const count = value as number;
  switch (kind) {
    case major.array:
      return decodeItems(reader, count, depth);
    case major.map:
      return decodeMap(reader, count, depth);
    case major.tag:
      return decodeTag(reader, count, depth);
    case major.string:
      return decodeText(reader.bytes(count));
    case major.bytes:
      return Uint8Array.from(reader.bytes(count)); // a copy: what was given is a view of all
    default:
      return float ? decodeFloat(count) : value;
  }
}

function decodeItems(reader: Reader, count: number, depth: number): Value[] {
  const items: Value[] = [];
  for (let i = 0; i < count; i++) items.push(decodeItem(reader, depth - 1));
  return items;
}

function decodeMap(reader: Reader, count: number, depth: number): Map<Value, Value> {
  const map = new Map<Value, Value>();
  for (let i = 0; i < count; i++) {
    const key = decodeItem(reader, depth - 1);
    // Each NaN is a key of its own to Python, but not to a Map, unless it is an object.
    map.set(Number.isNaN(key) ? new Float(NaN) : key, decodeItem(reader, depth - 1));
  }
  return map;
}

function decodeTag(reader: Reader, tag: number, depth: number): Value {
  const content = decodeItem(reader, depth - 1);
  if (tag === tagTuple && Array.isArray(content)) return new Tuple(content);
  if (tag === tagObject && typeof content === "number") return (holder?.objects.get(content) as HostObject | undefined) ?? new Repr("<host object that is over>");
  if (tag === tagHandle && holder?.allowed) return holder.make(content);
  if (tag === tagRepr && typeof content === "string") return new Repr(content);
  if (content instanceof Uint8Array && tag === tagPositive) return narrow(bigFrom(content));
  if (content instanceof Uint8Array && tag === tagNegative) return narrow(-1n - bigFrom(content));
  throw new ValueError(`tag ${tag} around ${typeof content}`);
}

function bigFrom(bytes: Uint8Array): bigint {
  let hex = "0x0";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return BigInt(hex);
}

function decodeFloat(value: number): number | Float {
  return Number.isSafeInteger(value) ? new Float(value) : value;
}

/** Encodes a value. Throws a ValueError that names what cannot be encoded, and where it stands. */
export function encodeValue(value: unknown, handles?: Handles): Uint8Array {
  const writer = new Writer();
  within(handles, () => pushValue(writer, value, "value", maxDepth));
  return writer.written;
}

function pushValue(writer: Writer, value: unknown, place: string, depth: number): void {
  if (depth === 0) throw new ValueError(`encoding ${place.slice(0, 80)}...: nested deeper than ${maxDepth}, or within itself`);
  switch (typeof value) {
    case "boolean":
      writer.simple(value);
      return;
    case "number":
      pushNumber(writer, value);
      return;
    case "bigint":
      pushBigint(writer, value);
      return;
    case "string":
      pushText(writer, value, place);
      return;
    case "object":
      pushObject(writer, value, place, depth);
      return;
    default:
      throw new ValueError(`encoding ${place}: Python has no counterpart of ${typeof value}; null is None`);
  }
}

function pushNumber(writer: Writer, value: number): void {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) writer.float(value);
  else if (value < 0) writer.head(major.negint, -1 - value);
  else writer.head(major.uint, value);
}

function pushBigint(writer: Writer, value: bigint): void {
  const magnitude = value < 0n ? -1n - value : value; // CBOR counts negative integers from -1
  if (BigInt.asUintN(64, magnitude) === magnitude) {
    writer.head(value < 0n ? major.negint : major.uint, magnitude);
    return;
  }
  const hex = magnitude.toString(16);
  const bytes = hex.padStart(hex.length + (hex.length % 2), "0").match(/../g) ?? [];
  writer.head(major.tag, value < 0n ? tagNegative : tagPositive);
  writer.bytes(major.bytes, Uint8Array.from(bytes, (byte) => parseInt(byte, 16)));
}

function pushText(writer: Writer, text: string, place: string): void {
  try {
    const bytes = encodeText(text);
    if (!isStr(bytes)) throw new RangeError("it holds bytes that are no UTF-8; pass a Uint8Array");
    writer.bytes(major.string, bytes);
  } catch (error) {
    throw new ValueError(`encoding ${place}: ${message(error)}`, { cause: error });
  }
}

/** Tells whether MicroPython takes bytes for a str: sequences of the right shape (utf8_check in its py/unicode.c). */
function isStr(bytes: Uint8Array): boolean {
  let following = 0;
  for (const byte of bytes) {
    if (following > 0) {
      if ((byte & 0xc0) !== 0x80) return false;
      following--;
    } else if (byte >= 0x80) {
      if (byte < 0xc0 || byte >= 0xf8) return false;
      following = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    }
  }
  return following === 0;
}

function pushObject(writer: Writer, value: object | null, place: string, depth: number): void {
  if (value === null) writer.simple(null);
  else if (value instanceof Handle) pushHandle(writer, value, place);
  else if (value instanceof Float) writer.float(value.valueOf());
  else if (value instanceof Uint8Array) writer.bytes(major.bytes, value);
  else if (Array.isArray(value)) pushItems(writer, value, place, depth);
  else if (value instanceof Tuple) {
    writer.head(major.tag, tagTuple);
    pushItems(writer, value.items, place, depth);
  } else if (value instanceof Map) pushEntries(writer, [...value], place, depth);
  else if (isPlain(value)) pushEntries(writer, Object.entries(value).sort(byEncodedKey), place, depth);
  else if (isHostObject(value)) pushHostObject(writer, value, place);
  else throw new ValueError(`encoding ${place}: Python has no counterpart of ${value.constructor?.name ?? "this object"}`);
}

function pushHandle(writer: Writer, handle: Handle, place: string): void {
  try {
    const number = Handle.numberOf(handle, holder);
    writer.head(major.tag, tagHandle);
    writer.head(major.uint, number);
  } catch (error) {
    throw new ValueError(`encoding ${place}: ${message(error)}`, { cause: error });
  }
}

function pushHostObject(writer: Writer, value: object, place: string): void {
  try {
    if (!holder) throw new ValueError("an object of the page's outside of a session");
    const [number, type, members] = holder.objects.tell(value);
    writer.head(major.tag, tagObject);
    writer.head(major.array, 3);
    writer.head(major.uint, number);
    for (const text of [type, members]) pushText(writer, text, place);
  } catch (error) {
    throw new ValueError(`encoding ${place}: ${message(error)}`, { cause: error });
  }
}

/** A plain object has no order that means anything. Its dict has that of the encoded keys, as a Go map has. */
function byEncodedKey([a]: [string, unknown], [b]: [string, unknown]): number {
  const [left, right] = [encodeText(a), encodeText(b)];
  if (left.length !== right.length) return left.length - right.length;
  const i = left.findIndex((byte, i) => byte !== right[i]);
  return i < 0 ? 0 : (left[i] ?? 0) - (right[i] ?? 0);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function pushItems(writer: Writer, items: readonly unknown[], place: string, depth: number): void {
  writer.head(major.array, items.length);
  for (let i = 0; i < items.length; i++) pushValue(writer, items[i], `${place}[${i}]`, depth - 1);
}

function pushEntries(writer: Writer, entries: readonly [unknown, unknown][], place: string, depth: number): void {
  writer.head(major.map, entries.length);
  for (const [key, item] of entries) {
    const inside = `${place}[${typeof key === "string" ? JSON.stringify(key) : String(key)}]`;
    pushValue(writer, key, `a key of ${place}`, depth - 1);
    pushValue(writer, item, inside, depth - 1);
  }
}
