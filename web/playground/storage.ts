// What is kept in this browser between visits. Storage may be forbidden or full: then nothing is kept, and save says so.

const prefix = "mpwasm:";

export function load(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null; // forbidden by the user's settings, or in a frame of another site
  }
}

/** Tells whether it was kept. */
export function save(key: string, value: string): boolean {
  try {
    localStorage.setItem(prefix + key, value);
    return true;
  } catch {
    return false;
  }
}
