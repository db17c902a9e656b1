// What a session takes for time; as runtime/sandbox/clock.go.

/** Where a fixed clock begins if nothing else is asked for: 2026-01-01T00:00:00Z, in milliseconds since 1970. */
export const defaultClockStart = Date.UTC(2026, 0, 1);

/** How far a fixed clock goes on each time it is read, in nanoseconds, so that a program that waits for time to pass does not wait for ever. */
const step = 1_000n;

const longest = (1n << 63n) - 1n;
const perMs = 1_000_000n;

export interface ClockState {
  elapsed: bigint;
  /** Nanoseconds since 1970. */
  start: bigint | null;
}

/**
 * A fixed clock does not know the real time: it goes on when it is read, and when the program sleeps, which takes no time.
 * It shows the same on every run and every host. A real one shows the host's.
 */
export class Clock {
  readonly real: boolean;
  #start: bigint;
  #began = performance.now();
  #elapsed = 0n;

  /** start is where a fixed clock begins, in milliseconds since 1970. */
  constructor(real: boolean, start = defaultClockStart) {
    this.real = real;
    this.#start = BigInt(start) * perMs;
  }

  /** How long the session has lasted, and where its clock began unless it is a real one; nanoseconds. */
  state(): ClockState {
    return { elapsed: this.#lasted(), start: this.real ? null : this.#start };
  }

  restore({ elapsed, start }: ClockState): void {
    this.#elapsed = elapsed;
    this.#began = performance.now();
    this.#start = start ?? this.#start;
  }

  #lasted(): bigint {
    return this.real ? this.#elapsed + nanoseconds(performance.now() - this.#began) : this.#elapsed;
  }

  /** Moves a fixed clock on. */
  pass(nanoseconds: bigint): void {
    this.#elapsed += nanoseconds;
    if (this.#elapsed > longest) this.#elapsed = longest; // beyond 292 years
  }

  /** Nanoseconds since the session began. */
  monotonic(): bigint {
    if (!this.real) this.pass(step);
    return this.#lasted();
  }

  /** Nanoseconds since 1970. */
  wall(): bigint {
    if (this.real) return nanoseconds(performance.timeOrigin + performance.now());
    this.pass(step);
    return BigInt.asIntN(64, this.#start + this.#elapsed);
  }
}

function nanoseconds(ms: number): bigint {
  const whole = Math.floor(ms);
  return BigInt(whole) * perMs + BigInt(Math.round((ms - whole) * 1e6));
}
