// What the shelf holds: programs with all that belongs to them, and the last ones that ran.

import { guestName } from "../../src/files/mount.ts";
import { type Settings, checked } from "../settings.ts";

/** Files by their paths. One that ends with a slash is that of an empty folder, which has no bytes. */
export type FileSet = Record<string, Uint8Array>;

/** Whether a guest can have a file, or a folder, at a path. */
export function usablePath(path: string): boolean {
  return path.replace(/\/$/, "").split("/").every(guestName);
}

/** A program with what it reads and what it may use. */
export interface Draft {
  name: string;
  source: string;
  stdin: string;
  settings: Settings;
  files: FileSet;
}

/** A program on the shelf, without its files, which are stored apart: they may be large, and change seldom. */
export interface Program extends Omit<Draft, "files"> {
  id: string;
  created: number;
  changed: number;
  /** Counts the saves. A tab that saves something older than what is stored would overwrite another tab's work. */
  revision: number;
  fileCount: number;
}

/** What ran, as it ran. */
export interface Run extends Draft {
  id: string;
  at: number;
}

/** The most of a program's text and of its input that is taken from a file or from storage, in characters. */
const maxText = 4 << 20;

/** What is a program among values that come from outside, such as an imported file; undefined if it is none. */
export function checkedDraft(value: unknown): Draft | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { name, source, stdin, settings, files } = value as Record<string, unknown>;
  if (typeof source !== "string" || source.length > maxText || typeof name !== "string") return undefined;
  const found: FileSet = {};
  for (const [path, data] of Object.entries(files ?? {})) {
    if (usablePath(path) && data instanceof Uint8Array) found[path] = data;
  }
  return { name: properName(name), source, stdin: typeof stdin === "string" ? stdin.slice(0, maxText) : "", settings: checked(settings), files: found };
}

/** A name of one line that fits into a list. */
export function properName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim().slice(0, 80) || "Untitled";
}

/** The name, with a number behind it if it is taken. */
export function freeName(name: string, taken: Iterable<string>): string {
  const all = new Set(taken);
  const stem = stemOf(name);
  for (let n = 2; all.has(name); n++) name = `${stem} ${n}`;
  return name;
}

/** A name without the number that tells it from others. */
export function stemOf(name: string): string {
  return name.replace(/ \d+$/, "");
}

/** Whether two programs are the same but for their names. */
export function same(a: Draft, b: Draft): boolean {
  const names = Object.keys(a.files);
  return (
    a.source === b.source && a.stdin === b.stdin && JSON.stringify(a.settings) === JSON.stringify(b.settings) &&
    names.length === Object.keys(b.files).length && names.every((name) => equal(a.files[name], b.files[name]))
  );
}

export function equal(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (!a || !b || a.length !== b.length) return false;
  if (a === b) return true;
  // By words: after each run all files are looked through, which may be 16 MB.
  const words = a.byteOffset % 4 || b.byteOffset % 4 ? 0 : Math.floor(a.length / 4);
  const [wordsOfA, wordsOfB] = [new Uint32Array(a.buffer, words && a.byteOffset, words), new Uint32Array(b.buffer, words && b.byteOffset, words)];
  for (let i = 0; i < words; i++) if (wordsOfA[i] !== wordsOfB[i]) return false;
  for (let i = 4 * words; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** How many bytes files have together. */
export function sizeOf(files: FileSet): number {
  return Object.values(files).reduce((sum, data) => sum + data.length, 0);
}

/** A new name for the machine. Pages from http have no crypto.randomUUID. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
