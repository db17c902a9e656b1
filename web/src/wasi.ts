// WASI preview1 as the guest sees it, answered as runtime/sandbox/wasi*.go do: what is written into the guest's memory is the
// same to the byte. These are the calls that the artifact makes, no others.
//
// RATIONALE.md says why @bjorn3/browser_wasi_shim is not used.
//
// See https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md

import { FileError, errno } from "./files/errno.ts";
import type { Files } from "./files/files.ts";
import { rootDescriptor } from "./files/tree.ts";
import { maxPathBytes } from "./files/walk.ts";
import type { Wrap } from "./imports.ts";
import { type Later, then } from "./later.ts";
import type { ChaCha8 } from "./random.ts";
import { concat, decodeText, encodeText } from "./text.ts";

/** What the guest is served with: the session, whose parts may be replaced. */
export interface Grants {
  /** KEY=VALUE each, in UTF-8. */
  readonly env: readonly Uint8Array[];
  /** Nanoseconds since 1970, and since the session began. */
  wall(): bigint;
  monotonic(): bigint;
  /** Lets nanoseconds pass on the session's clock. */
  sleep(nanoseconds: bigint): Later<unknown>;
  readonly random: ChaCha8;
  readonly files: Files;
  /** A view of the guest's memory. Throws a RangeError outside of it. */
  bytes(address: number, length: number): Uint8Array;
}

const filetype = { folder: 3, file: 4 } as const;
const right = { read: 1n << 1n, write: 1n << 6n, ofFolder: (1n << 30n) - 1n } as const;
const oflag = { create: 1, folder: 2, exclusive: 4, truncate: 8 } as const;
const clockid = { realtime: 0, monotonic: 1 } as const;
const event = { clock: 0, read: 1, write: 2 } as const;
const appends = 1;
const absolute = 1;
const subscriptionBytes = 48;
const eventBytes = 32;
const maxSubscriptions = 128;
const maxIovecs = 1024;
/** The most nanoseconds that a clock can pass. */
const longest = (1n << 63n) - 1n;
/** The number of every file: numbers of their own would differ between hosts. */
const inode = 1n;
const preopenName = "/";

type Call = (...args: never[]) => Later<void>;

/** The import object's part "wasi_snapshot_preview1". wrap makes an import of a function that may take its time. */
export function wasiModule(grants: Grants, wrap: Wrap): WebAssembly.ModuleImports {
  const calls: Record<string, Call> = { ...hostCalls(grants), ...descriptorCalls(grants), ...pathCalls(grants) };
  const imports: WebAssembly.ModuleImports = {};
  for (const [name, call] of Object.entries(calls)) imports[name] = answering(call);
  imports.poll_oneoff = wrap(answering(pollOneoff(grants)));
  imports.proc_exit = (status: number) => {
    throw new Error(`guest called proc_exit(${status})`);
  };
  return imports;
}

function answering(call: Call): (...args: never[]) => Later<number> {
  return (...args) => {
    try {
      return then(call(...args), () => 0);
    } catch (error) {
      if (error instanceof FileError) return error.errno;
      if (error instanceof RangeError) return errno.fault;
      throw error;
    }
  };
}

function view(grants: Grants, address: number, length: number): DataView {
  const bytes = grants.bytes(address, length);
  return new DataView(bytes.buffer, bytes.byteOffset, length >>> 0);
}

/** Environment, clocks, chance. */
function hostCalls(grants: Grants): Record<string, Call> {
  return {
    environ_sizes_get(count: number, bytes: number) {
      view(grants, count, 4).setUint32(0, grants.env.length, true);
      view(grants, bytes, 4).setUint32(0, grants.env.reduce((sum, entry) => sum + entry.length + 1, 0), true);
    },
    environ_get(pointers: number, text: number) {
      let at = text >>> 0;
      grants.env.forEach((entry, i) => {
        view(grants, pointers + 4 * i, 4).setUint32(0, at, true);
        grants.bytes(at, entry.length + 1).set([...entry, 0]);
        at += entry.length + 1;
      });
    },
    clock_time_get(id: number, _precision: bigint, time: number) {
      if (id !== clockid.realtime && id !== clockid.monotonic) throw new FileError("inval");
      const now = id === clockid.realtime ? grants.wall() : grants.monotonic();
      view(grants, time, 8).setBigUint64(0, BigInt.asUintN(64, now), true);
    },
    random_get(address: number, length: number) {
      grants.random.read(grants.bytes(address, length));
    },
  };
}

/** Files are always ready. Where only clocks are waited for, the time of the first passes. */
function pollOneoff(grants: Grants): Call {
  return (subscriptions: number, events: number, count: number, happened: number) => {
    const found = poll(grants, subscriptions, count >>> 0);
    return then(found.sleep === undefined ? undefined : grants.sleep(found.sleep), () => {
      grants.bytes(events, found.events.length).set(found.events);
      view(grants, happened, 4).setUint32(0, found.events.length / eventBytes, true);
    });
  };
}

/** What there is to tell, and how many nanoseconds are to pass before that. */
function poll(grants: Grants, subscriptions: number, count: number): { events: Uint8Array; sleep?: bigint } {
  if (count === 0 || count > maxSubscriptions) throw new FileError("inval");
  const events: Uint8Array[] = [];
  let clock: Uint8Array | undefined;
  let first = (1n << 64n) - 1n;
  const all = grants.bytes(subscriptions, count * subscriptionBytes).slice();
  for (let at = 0; at < all.length; at += subscriptionBytes) {
    const subscription = new DataView(all.buffer, at, subscriptionBytes);
    const kind = subscription.getUint8(8);
    const answer = new Uint8Array(eventBytes);
    answer.set(all.subarray(at, at + 8)); // what the caller knows it by
    answer[10] = kind;
    if (kind === event.read || kind === event.write) {
      new DataView(answer.buffer).setUint16(8, ready(grants, subscription.getUint32(16, true)), true);
      events.push(answer);
    } else if (kind !== event.clock) {
      throw new FileError("inval");
    } else if (subscription.getUint16(40, true) & absolute) {
      throw new FileError("notsup");
    } else if (subscription.getBigUint64(24, true) < first) {
      first = subscription.getBigUint64(24, true);
      clock = answer;
    }
  }
  return events.length > 0 ? { events: concat(events) } : { events: clock ?? new Uint8Array(0), sleep: first < longest ? first : longest };
}

function ready(grants: Grants, fd: number): number {
  try {
    grants.files.describe(fd);
    return 0;
  } catch (error) {
    if (error instanceof FileError) return error.errno;
    throw error;
  }
}

/** What is open. */
function descriptorCalls(grants: Grants): Record<string, Call> {
  const isRoot = (fd: number) => {
    if (fd >>> 0 !== rootDescriptor) throw new FileError("badf");
  };
  return {
    fd_close: (fd: number) => grants.files.close(fd >>> 0),
    fd_sync: (fd: number) => grants.files.sync(fd >>> 0),
    fd_fdstat_get(fd: number, stat: number) {
      const d = grants.files.describe(fd >>> 0);
      const rights = d.folder ? right.ofFolder : (d.read ? right.read : 0n) | (d.write ? right.write : 0n);
      const out = cleared(grants, stat, 24);
      out.setUint8(0, d.folder ? filetype.folder : filetype.file);
      out.setUint8(2, d.append ? appends : 0);
      out.setBigUint64(8, rights, true);
      out.setBigUint64(16, rights, true);
    },
    fd_prestat_get(fd: number, prestat: number) {
      isRoot(fd);
      cleared(grants, prestat, 8).setUint32(4, preopenName.length, true);
    },
    fd_prestat_dir_name(fd: number, name: number, size: number) {
      isRoot(fd);
      if (size >>> 0 < preopenName.length) throw new FileError("nametoolong");
      grants.bytes(name, preopenName.length).set(encodeText(preopenName));
    },
    fd_read: (fd: number, vectors: number, count: number, read: number) =>
      transfer(grants, vectors, count, read, (buffer) => grants.files.read(fd >>> 0, buffer)),
    fd_write: (fd: number, vectors: number, count: number, written: number) =>
      transfer(grants, vectors, count, written, (buffer) => grants.files.write(fd >>> 0, buffer)),
    fd_seek(fd: number, offset: bigint, whence: number, result: number) {
      view(grants, result, 8).setBigUint64(0, grants.files.seek(fd >>> 0, offset, whence >>> 0), true);
    },
    fd_readdir: (fd: number, buffer: number, size: number, cookie: bigint, used: number) =>
      readFolder(grants, fd >>> 0, grants.bytes(buffer, size), BigInt.asUintN(64, cookie), used),
  };
}

function cleared(grants: Grants, address: number, length: number): DataView {
  grants.bytes(address, length).fill(0);
  return view(grants, address, length);
}

/** Calls a function for each buffer until one is not filled. An error counts only if nothing came before it. */
function transfer(grants: Grants, vectors: number, count: number, result: number, part: (buffer: Uint8Array) => number): void {
  if (count >>> 0 > maxIovecs) throw new FileError("inval");
  const list = view(grants, vectors, 8 * (count >>> 0));
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const buffer = grants.bytes(list.getUint32(8 * i, true), list.getUint32(8 * i + 4, true));
    let n = 0;
    try {
      n = part(buffer);
    } catch (error) {
      if (!(error instanceof FileError) || sum === 0) throw error;
    }
    sum += n;
    if (n < buffer.length) break;
  }
  view(grants, result, 4).setUint32(0, sum, true);
}

/** The last entry is cut off where the buffer ends. A buffer that is not full says that there are no more. */
function readFolder(grants: Grants, fd: number, buffer: Uint8Array, cookie: bigint, used: number): void {
  let length = 0;
  for (const entry of grants.files.readFolder(fd, cookie)) {
    const name = encodeText(entry.name);
    const dirent = new Uint8Array(24 + name.length);
    const head = new DataView(dirent.buffer);
    head.setBigUint64(0, ++cookie, true);
    head.setBigUint64(8, inode, true);
    head.setUint32(16, name.length, true);
    head.setUint8(20, entry.folder ? filetype.folder : filetype.file);
    dirent.set(name, 24);
    const part = dirent.subarray(0, buffer.length - length);
    buffer.set(part, length);
    length += part.length;
    if (length === buffer.length) break;
  }
  view(grants, used, 4).setUint32(0, length, true);
}

/** What is found by its path. */
function pathCalls(grants: Grants): Record<string, Call> {
  const path = (address: number, length: number) => {
    if (length >>> 0 > maxPathBytes) throw new FileError("nametoolong");
    return decodeText(grants.bytes(address, length).slice());
  };
  return {
    path_create_directory: (fd: number, name: number, size: number) => grants.files.makeFolder(fd >>> 0, path(name, size)),
    path_remove_directory: (fd: number, name: number, size: number) => grants.files.removeFolder(fd >>> 0, path(name, size)),
    path_unlink_file: (fd: number, name: number, size: number) => grants.files.remove(fd >>> 0, path(name, size)),
    path_rename: (fd: number, from: number, fromSize: number, toFd: number, to: number, toSize: number) =>
      grants.files.rename(fd >>> 0, path(from, fromSize), toFd >>> 0, path(to, toSize)),
    path_filestat_get(fd: number, _flags: number, name: number, size: number, stat: number) {
      const found = grants.files.stat(fd >>> 0, path(name, size));
      const out = cleared(grants, stat, 64);
      out.setBigUint64(8, inode, true);
      out.setUint8(16, found.folder ? filetype.folder : filetype.file);
      out.setBigUint64(24, 1n, true); // names of the file
      out.setBigUint64(32, BigInt(found.size), true);
    },
    path_open(fd: number, _dirflags: number, name: number, size: number, oflags: number, rights: bigint, _inheriting: bigint, fdflags: number, opened: number) {
      const number = grants.files.open(fd >>> 0, path(name, size), {
        create: (oflags & oflag.create) !== 0,
        folder: (oflags & oflag.folder) !== 0,
        exclusive: (oflags & oflag.exclusive) !== 0,
        truncate: (oflags & oflag.truncate) !== 0,
        read: (rights & right.read) !== 0n,
        write: (rights & right.write) !== 0n,
        append: (fdflags & appends) !== 0,
      });
      view(grants, opened, 4).setUint32(0, number, true);
    },
  };
}
