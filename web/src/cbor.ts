// CBOR (RFC 8949) as far as values need it: definite lengths, and no undefined. What an item means is the caller's business (values.ts).

export const major = { uint: 0, negint: 1, bytes: 2, string: 3, array: 4, map: 5, tag: 6, simple: 7 } as const;

/** What begins an item: its major type; and its number, or how long it is; or, of major.simple, its value. */
export interface Head {
  major: number;
  value: number | bigint | boolean | null;
  /** Whether the value is a float. */
  float: boolean;
}

/** Reads items, one after the other. */
export class Reader {
  readonly #data: Uint8Array;
  readonly #view: DataView;
  at = 0;

  constructor(data: Uint8Array) {
    this.#data = data;
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  get done(): boolean {
    return this.at >= this.#data.length;
  }

  /** The next bytes, which are not copied. */
  bytes(length: number | bigint): Uint8Array {
    if (length > this.#data.length - this.at) throw new Error("unexpected end");
    return this.#data.subarray(this.at, (this.at += Number(length)));
  }

  #skip(length: number): number {
    this.bytes(length);
    return this.at - length;
  }

  head(): Head {
    const first = this.#view.getUint8(this.#skip(1));
    const kind = first >> 5;
    const info = first & 31;
    if (kind === major.simple) return { major: kind, ...this.#simple(info) };
    const count = this.#count(info);
    return { major: kind, value: kind === major.negint ? narrow(-1n - BigInt(count)) : count, float: false };
  }

  #count(info: number): number | bigint {
    if (info < 24) return info;
    if (info === 24) return this.#view.getUint8(this.#skip(1));
    if (info === 25) return this.#view.getUint16(this.#skip(2));
    if (info === 26) return this.#view.getUint32(this.#skip(4));
    if (info === 27) return narrow(this.#view.getBigUint64(this.#skip(8)));
    throw new Error(info === 31 ? "indefinite length" : `unexpected head ${info}`);
  }

  #simple(info: number): Omit<Head, "major"> {
    if (info === 20 || info === 21) return { value: info === 21, float: false };
    if (info === 22) return { value: null, float: false };
    if (info === 25) return { value: half(this.#view.getUint16(this.#skip(2))), float: true };
    if (info === 26) return { value: this.#view.getFloat32(this.#skip(4)), float: true };
    if (info === 27) return { value: this.#view.getFloat64(this.#skip(8)), float: true };
    throw new Error(`unexpected simple value ${info}`);
  }
}

/** A float of 16 bits: RFC 8949, appendix D. */
function half(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const magnitude = exponent === 0 ? fraction * 2 ** -24 : exponent < 31 ? (1024 + fraction) * 2 ** (exponent - 25) : fraction ? NaN : Infinity;
  return bits & 0x8000 ? -magnitude : magnitude;
}

/** A number where it holds all of an integer. */
export function narrow(n: bigint): number | bigint {
  const number = Number(n);
  return Number.isSafeInteger(number) ? number : n;
}

/** Writes items, one after the other: heads as short as they can be, floats in 64 bits. */
export class Writer {
  #data = new Uint8Array(64);
  #view = new DataView(this.#data.buffer);
  #at = 0;

  /** What was written. */
  get written(): Uint8Array {
    return this.#data.slice(0, this.#at);
  }

  /** Makes room for what is written next. */
  #reserve(length: number): void {
    if (this.#at + length <= this.#data.length) return;
    const former = this.#data;
    this.#data = new Uint8Array(Math.max(2 * former.length, this.#at + length));
    this.#data.set(former);
    this.#view = new DataView(this.#data.buffer);
  }

  /** Goes on behind what is written now, for which there is room, and says where that begins. */
  #take(length: number): number {
    this.#at += length;
    return this.#at - length;
  }

  /** The head of an item that is counted, up to 2^64. */
  head(kind: number, count: number | bigint): void {
    const top = kind << 5;
    this.#reserve(9);
    if (count < 24) this.#view.setUint8(this.#take(1), top | Number(count));
    else if (count < 0x100) this.#view.setUint16(this.#take(2), ((top | 24) << 8) | Number(count));
    else if (count < 0x10000) {
      this.#view.setUint8(this.#take(1), top | 25);
      this.#view.setUint16(this.#take(2), Number(count));
    } else if (count < 0x100000000) {
      this.#view.setUint8(this.#take(1), top | 26);
      this.#view.setUint32(this.#take(4), Number(count));
    } else {
      this.#view.setUint8(this.#take(1), top | 27);
      this.#view.setBigUint64(this.#take(8), BigInt(count));
    }
  }

  bytes(kind: typeof major.bytes | typeof major.string, data: Uint8Array): void {
    this.head(kind, data.length);
    this.#reserve(data.length);
    this.#data.set(data, this.#take(data.length));
  }

  simple(value: boolean | null): void {
    this.#reserve(1);
    this.#view.setUint8(this.#take(1), value === null ? 0xf6 : value ? 0xf5 : 0xf4);
  }

  float(value: number): void {
    this.#reserve(9);
    this.#view.setUint8(this.#take(1), 0xfb);
    this.#view.setFloat64(this.#take(8), value);
  }
}
