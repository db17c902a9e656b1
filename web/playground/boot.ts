// What runs before the page is drawn: a script in the HTML itself, so that nothing flashes in the wrong colours, so that the program's
// text is there with the server's first answer, and so that a page whose other scripts do not come says so.
{
  try {
    const theme = localStorage.getItem("mpwasm:theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
  } catch {
    // storage is forbidden: the system's colours
  }

  /** The last program's text, if it is the one that the page begins with; "" if another one is, undefined if it is that of the HTML. */
  const text = async (): Promise<string | undefined> => {
    const fragment = new URLSearchParams(location.hash.replace(/^#/, ""));
    const packed = fragment.get("code");
    if (packed !== null) {
      const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
      const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).pipeThrough(new TextDecoderStream()).getReader();
      return ((await reader.read()).value ?? "").slice(0, 8000); // its beginning, which is what is seen
    }
    if (fragment.has("example")) return "";
    const id = sessionStorage.getItem("mpwasm:program") ?? localStorage.getItem("mpwasm:program");
    if (id === null || location.search.includes("embed")) return undefined;
    const last = JSON.parse(localStorage.getItem("mpwasm:early") ?? "{}") as { id?: string; source?: string };
    return last.id === id ? last.source : "";
  };

  /** Puts a text where the editor will be, as soon as that is there, unless the editor is. */
  const show = (found: string) => {
    const put = () => {
      const place = document.getElementById("early");
      if (place) place.textContent = found;
      return place !== null || document.readyState !== "loading";
    };
    if (!put()) new MutationObserver((_, watch) => put() && watch.disconnect()).observe(document, { childList: true, subtree: true });
  };

  text().then((found) => found !== undefined && show(found), () => show("")); // storage that is forbidden, a link that is damaged: the page will say so

  // The bar counts scripts as they have come; main.ts counts the engine, byte by byte.
  new PerformanceObserver((list) => {
    const bar = document.getElementById("loading") as HTMLProgressElement | null;
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) if (bar && /\/assets\/[^?]*\.js$/.test(entry.name)) bar.value += entry.decodedBodySize;
  }).observe({ type: "resource", buffered: true });

  const failed = () => {
    const status = document.getElementById("status");
    if (!status || document.getElementById("retry")) return;
    const retry = document.createElement("button");
    retry.id = "retry";
    retry.type = "button";
    retry.className = "small";
    retry.textContent = "Retry";
    retry.addEventListener("click", () => location.reload());
    status.textContent = "A part of the page did not come. Is the network there?";
    status.dataset["mood"] = "bad";
    status.after(retry);
  };

  // By then the page's script has begun (main.ts gives the body its state), or will not.
  document.addEventListener("DOMContentLoaded", () => document.body.dataset["state"] === undefined && failed());
}
export {};
