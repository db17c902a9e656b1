// Runs programs in a worker of a page, which asks package bench (page.go) for one after the other: as node.mjs does in Node.js.

const { engine, version, heap } = Object.fromEntries(new URL(import.meta.url).searchParams);
const answer = (what) => fetch("/answer", { method: "POST", body: JSON.stringify(what) });
const browser = navigator.userAgent.match(/(Chrome|Firefox)\/[\d.]+/)?.[0].replace("/", " ") ?? "a browser";
const failed = (error) => answer({ error: String(error?.message ?? error) });

try {
  const { open } = await import(`./${engine}.mjs`);
  const url = new URL("/package/", location.href).href;
  const python = await open({ url, folder: url, version, heap: Number(heap) });
  await answer({ version: `${python.version}, ${browser}` });
  for (;;) {
    const source = await (await fetch("/next")).text();
    try {
      python.prepare();
      const began = performance.now();
      const output = python.run(source);
      const ended = performance.now();
      await answer({ ns: Math.round((ended - began) * 1e6), output });
    } catch (error) {
      await failed(error);
    }
  }
} catch (error) {
  await failed(error);
}
