// Who may embed the page. A server says so in a header, before anything of the page runs; where a static host sends none, the page
// looks for itself.

/** Tells whether an origin is one of those that a page may be embedded by, such as "https://*.example.org". */
export function matches(allowed: string, origin: string): boolean {
  const escaped = allowed.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace("//*\\.", "//[^/:]+\\.").replace(/:\*$/, "(:[0-9]+)?");
  return new RegExp(`^${escaped}$`, "i").test(origin);
}

/** The origins of the pages that embed this one; undefined where the browser does not tell them all. */
function ancestors(): string[] | undefined {
  const list = (location as Location & { ancestorOrigins?: DOMStringList }).ancestorOrigins;
  if (list) return [...list];
  if (window.parent !== window.top) return undefined;
  try {
    return [new URL(document.referrer).origin];
  } catch {
    return undefined; // it is empty
  }
}

/** Tells whether the page may run where it stands: in no frame, or in one of those that may embed it ("any", "self", "none", origins). */
export function mayRun(allowed: readonly string[]): boolean {
  if (window.top === window || allowed.includes("any")) return true;
  if (allowed.includes("none")) return false;
  const origins = ancestors();
  return origins !== undefined && origins.every((origin) => allowed.some((one) => (one === "self" ? origin === location.origin : matches(one, origin))));
}
