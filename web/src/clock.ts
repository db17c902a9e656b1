/** Where the fixed clock begins, in nanoseconds since 1970: 2026-01-01T00:00:00Z. */
const fixedStart = 1_767_225_600_000_000_000n;

/** How far the clock goes on each time it is read, in nanoseconds, so that a program that waits for time to pass does not wait for ever. */
const step = 1_000n;

const longest = (1n << 63n) - 1n;

/** A clock that does not know the real time: it goes on when it is read, and when the program sleeps, which takes no time. As runtime/sandbox/clock.go. */
export class FixedClock {
  /** Nanoseconds since the session began. */
  elapsed = 0n;

  sleep(nanoseconds: bigint): void {
    this.elapsed += nanoseconds;
    if (this.elapsed > longest) this.elapsed = longest; // beyond 292 years
  }

  /** Nanoseconds since the session began. */
  monotonic(): bigint {
    this.sleep(step);
    return this.elapsed;
  }

  /** Nanoseconds since 1970. */
  wall(): bigint {
    this.sleep(step);
    return BigInt.asIntN(64, fixedStart + this.elapsed);
  }
}
