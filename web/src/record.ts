// Recordings, version 1: runtime/sandbox/PAUSED.md is the format. What is recorded here is had again in Go, and the other way (replay.ts).

import { flags } from "./abi.ts";
import type { GuestState } from "./checkpoint.ts";
import { sha256 } from "./digest.ts";
import { frame } from "./frame.ts";
import { maxJournalBytes } from "./journal.ts";
import type { Config } from "./options.ts";
import type { RawOutcome, Taken, Wrote } from "./outcome.ts";
import { entryToValue } from "./paused.ts";
import { encodeSnapshot } from "./snapshot.ts";
import { concat, decodeText } from "./text.ts";
import { type Value, encodeValue } from "./values.ts";

/** Writes a run down that began in a state, of a session of that configuration. memory is the guest's, now that it is over. */
export async function encodeRecording(before: GuestState, config: Config, raw: RawOutcome & { taken: Taken }, memory: Uint8Array, artifact: Uint8Array): Promise<Uint8Array> {
  const { program, journal, told, wrote } = raw.taken;
  if (told > maxJournalBytes) throw new RangeError(`functions and stdin told it ${told} bytes, more than ${maxJournalBytes}`);
  const body = encodeValue({
    snapshot: await encodeSnapshot(before, config, artifact),
    name: program.name,
    source: program.source,
    inputs: program.inputs,
    flags: flags(program),
    journal: journal.map(entryToValue),
    config: {
      fuel: unlessNone(config.fuel),
      output: unlessNone(config.maxOutput),
      host_calls: unlessNone(config.maxHostCalls),
      host_bytes: unlessNone(config.maxHostBytes),
      env: config.env.map(decodeText),
      real_clock: config.realClock,
      files_bytes: config.quota.maxBytes,
      files: config.quota.maxFiles,
    },
    end: endOf(raw, wrote, await sha256(memory)),
  });
  return concat([await frame("r", body, artifact), body]);
}

/** No limit is 0 there. */
const unlessNone = (limit: number) => (limit === Infinity ? 0 : limit);

/** What came of a run. memory is the digest of the guest's. */
export function endOf(raw: RawOutcome, wrote: readonly Wrote[], memory: Uint8Array): { [field: string]: Value } {
  const { used } = raw;
  return {
    outcome: raw.kind,
    limit: raw.limit ?? "",
    exit_status: raw.exitStatus,
    value: raw.value ?? null,
    error: raw.error,
    stdout: written(wrote, 1),
    stderr: written(wrote, 2),
    truncated: raw.truncated,
    rolled_back: raw.rolledBack,
    fuel: used.fuel,
    heap_peak: used.heapPeakBytes,
    host_calls: used.hostCalls,
    host_bytes: used.hostBytes,
    memory_sha256: memory,
  };
}

/** What came to a stream, to both for 0. */
export function written(wrote: readonly Wrote[], stream: number): Uint8Array {
  return concat(wrote.filter((one) => stream === 0 || (one.stream === 2 ? 2 : 1) === stream).map(({ data }) => data));
}
