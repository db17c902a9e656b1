// What may be there now or come later. Where nothing waits, nothing becomes asynchronous: imports of the guest must answer
// at once unless the engine can suspend it.

export type Later<T> = T | Promise<T>;

/** Goes on with a value, at once if it is there. */
export function then<T, U>(value: Later<T>, next: (value: T) => Later<U>): Later<U> {
  return isLater(value) ? value.then(next) : next(value);
}

/** The same, with what is to be done when that fails. */
export function attempt<T>(what: () => Later<T>, failed: (error: unknown) => T): Later<T> {
  try {
    const value = what();
    return isLater(value) ? value.catch(failed) : value;
  } catch (error) {
    return failed(error);
  }
}

export function isLater<T>(value: Later<T>): value is Promise<T> {
  return typeof (value as Promise<T> | null | undefined)?.then === "function";
}
