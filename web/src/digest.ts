// Digests, and how they are written.

/** Needs crypto.subtle, which browsers give to pages from https and from localhost. */
export async function sha256(data: Uint8Array): Promise<Uint8Array> {
  if (!globalThis.crypto?.subtle) throw new Error("computing a SHA-256: this page has no crypto.subtle; serve it by https, or from localhost");
  return new Uint8Array(await crypto.subtle.digest("SHA-256", data as Uint8Array<ArrayBuffer>));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
