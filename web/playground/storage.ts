// Short notes that this browser keeps between visits. Storage may be forbidden or full: then nothing is kept, and save says so.

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

export function remove(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // nothing was kept either
  }
}

/** The keys that begin with a text, without it. */
export function list(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix + start)).map((key) => key.slice(prefix.length + start.length));
  } catch {
    return [];
  }
}

/** What this tab alone keeps, which survives a reload. */
export const tab = {
  load(key: string): string | null {
    try {
      return sessionStorage.getItem(prefix + key);
    } catch {
      return null;
    }
  },
  save(key: string, value: string): void {
    try {
      sessionStorage.setItem(prefix + key, value);
    } catch {
      // a reload begins with what is on the shelf
    }
  },
};
