import { type Guest, globals } from "./abi.ts";
import type { ClockState } from "./clock.ts";
import type { FilesState } from "./files/files.ts";
import type { RandomState } from "./random.ts";

const page = 65536;

/** What a guest consists of while no call is under way. The table of functions never changes. */
export interface GuestState {
  memory: Uint8Array<ArrayBuffer>;
  /** In the order of abi.ts. */
  globals: number[];
  clock: ClockState;
  random: RandomState;
  files: FilesState;
  /** How many objects the page gave it so far; the page knows. */
  objects?: number;
}

/** Copies memory and globals. Memory that is given is used again, if it has the size. */
export function saveGuest(guest: Guest, memory?: Uint8Array<ArrayBuffer>): Pick<GuestState, "memory" | "globals"> {
  const now = new Uint8Array(guest.memory.buffer);
  const copy = memory?.length === now.length ? memory : new Uint8Array(now.length);
  copy.set(now);
  return { memory: copy, globals: globals.map((name) => Number(guest.global(name).value)) };
}

/** Tells whether memory has grown since: it cannot shrink, so such a guest does not go back. */
export function hasGrown(guest: Guest, state: GuestState): boolean {
  return guest.memory.buffer.byteLength > state.memory.length;
}

/** Puts memory and globals into a guest whose memory is no larger. */
export function restoreGuest(guest: Guest, state: GuestState): void {
  const missing = (state.memory.length - guest.memory.buffer.byteLength) / page;
  if (missing > 0) guest.memory.grow(missing);
  new Uint8Array(guest.memory.buffer).set(state.memory);
  globals.forEach((name, i) => (guest.global(name).value = state.globals[i]));
}
