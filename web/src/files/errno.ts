/** Error numbers of WASI preview1 that guests see, as runtime/internal/wasifs/errno.go has them. */
export const errno = {
  badf: 8,
  busy: 10,
  exist: 20,
  fault: 21,
  fbig: 22,
  inval: 28,
  io: 29,
  isdir: 31,
  mfile: 33,
  nametoolong: 37,
  noent: 44,
  nomem: 48,
  nospc: 51,
  notdir: 54,
  notempty: 55,
  notsup: 58,
  rofs: 69,
  xdev: 75,
  notcapable: 76,
} as const;

export type ErrnoName = keyof typeof errno;

/** What a call answers that did not succeed. */
export class FileError extends Error {
  override readonly name = "FileError";
  readonly errno: number;

  constructor(name: ErrnoName) {
    super(name);
    this.errno = errno[name];
  }
}
