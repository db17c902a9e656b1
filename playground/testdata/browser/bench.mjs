// Times that a user feels, in milliseconds, each the least of several: the machine may be busy.
import { program } from "./steps.mjs";

const times = 7;

async function least(measure) {
  let best = Infinity;
  for (let i = 0; i < times; i++) best = Math.min(best, await measure());
  return best;
}

/** From the start of a script to the output of print(1), with all files in the browser's cache. */
async function toOutput(visit) {
  const page = await visit.open();
  const time = await page.evaluate(async () => {
    const began = performance.now();
    const { MicroPython } = await import(new URL("lib/index.js", document.baseURI).href);
    const engine = await MicroPython.load();
    let shown = 0;
    const session = await engine.session({ onStdout: () => (shown = performance.now()) });
    await session.run("print(1)");
    await session.dispose();
    return shown - began;
  });
  await page.close();
  return time;
}

/** On an engine that is loaded: a new session, a reset, and Stop on an endless loop. */
const onEngine = (thread) => async (page) =>
  page.evaluate(async (thread) => {
    const { MicroPython } = await import(new URL("lib/index.js", document.baseURI).href);
    globalThis.engine ??= await MicroPython.load();
    const timed = async (act) => {
      const began = performance.now();
      const result = await act();
      return [performance.now() - began, result];
    };
    const [session, guest] = await timed(() => globalThis.engine.session({ thread }));
    await guest.run("x = 1");
    const [reset] = await timed(() => guest.reset());
    if (thread === "here") return { session, reset };
    const run = guest.run("while True: pass");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [stop] = await timed(() => (guest.stop(), run));
    await guest.dispose();
    return { session, reset, stop };
  }, thread);

/**
 * From a click on Run to the end of the frame that shows a text in the output, and the longest frame until then. The page writes in callbacks of
 * frames, which come behind ours: who looks from a callback sees in each frame what the one before showed.
 */
const toText = (page, last) =>
  page.evaluate((last) => new Promise((resolve) => {
    const box = document.getElementById("output");
    const began = performance.now();
    let before = began;
    let longest = 0;
    let drawing = false; // between the callbacks of a frame and its end
    let there = false;
    const behind = new MessageChannel(); // a task, which runs when the frame is done
    behind.port1.onmessage = () => {
      drawing = false;
      if (there) resolve({ time: performance.now() - began, longest });
    };
    const observer = new MutationObserver(() => {
      if (there || !box.lastElementChild?.textContent.endsWith(last)) return;
      observer.disconnect();
      there = drawing;
      if (!drawing) requestAnimationFrame(() => ((there = true), behind.port2.postMessage(null)));
    });
    observer.observe(box, { childList: true, subtree: true, characterData: true });
    const frame = (now) => {
      longest = Math.max(longest, now - before);
      before = Math.max(before, now);
      drawing = true;
      behind.port2.postMessage(null);
      if (!there) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    document.getElementById("run").click();
  }), last);

export const scenarios = {
  "the page: print(1), and 100,000 lines": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-limits").click();
      await page.locator("#limit-maxOutput").selectOption({ label: "4 MB" });
      const result = {};
      const median = (found) => found.sort((a, b) => a - b)[found.length >> 1];
      for (const [code, last, metric] of [["print(1)", "1\n", "print"], ["for i in range(100_000): print(i)", "99999\n", "lines"]]) {
        await program(page, code);
        const found = [];
        for (let i = 0; i < times; i++) {
          found.push(await toText(page, last));
          await page.waitForSelector("body[data-state=ready]");
        }
        result[`ms-${metric}`] = Math.min(...found.map(({ time }) => time));
        result[`ms-${metric}-median`] = median(found.map(({ time }) => time));
        result[`ms-${metric}-frame`] = Math.min(...found.map(({ longest }) => longest));
        result[`ms-${metric}-frame-median`] = median(found.map(({ longest }) => longest));
      }
      return result;
    },
  },
  "print(1)": {
    async act(visit) {
      return { "ms-to-output": await least(() => toOutput(visit)) };
    },
  },
  sessions: {
    async act(visit) {
      const page = await visit.open();
      const result = {};
      for (const thread of ["here", "worker"]) {
        for (let i = 0; i < times; i++) {
          for (const [name, time] of Object.entries(await onEngine(thread)(page))) {
            const metric = `ms-${name}-${thread}`;
            result[metric] = Math.min(result[metric] ?? Infinity, time);
          }
        }
      }
      return result;
    },
  },
};
