// The library, which comes after the rest of the engine.
import { check, enter, matches, output, program, run, until, untilEnd } from "./steps.mjs";

const library = /\/assets\/library-[0-9a-f]+\.wasm$/;

/** Opens the page while the library is on its way; let is called when it may come. */
async function openWithout(visit, answer) {
  const context = visit.context;
  await context.route(library, answer);
  return visit.open();
}

export const scenarios = {
  "programs that import nothing run before the library is there, others wait for it": {
    differs: true,
    async act(visit) {
      let come;
      const held = new Promise((resolve) => (come = resolve));
      const page = await openWithout(visit, async (route) => {
        await held;
        await route.continue();
      });
      await page.locator("#keep").check();
      await program(page, "import sys\nx = 6 * 7\nprint(x)");
      matches(await run(page), /^Finished$/);
      await program(page, "import textwrap\nprint(textwrap.fill('a ' * x, 20).count('\\n'))");
      await untilEnd(page, async () => {
        await page.locator("#run").click();
        await page.waitForTimeout(300);
        check((await page.locator("body").getAttribute("data-state")) === "running", "the run did not wait");
        come();
      });
      matches(await page.locator("#status").innerText(), /^Finished$/);
      matches(await output(page), /42[\s\S]*4/);
      await until(page, "the end of the progress bar", async () => page.locator("#loading").isHidden());
    },
  },

  "a library that cannot be fetched is told, and fetched again": {
    options: { serviceWorkers: "block" }, // it would come from there
    async act(visit) {
      let refuse = true;
      const page = await openWithout(visit, (route) => (refuse ? route.abort() : route.continue()));
      await enter(page, "1 + 1");
      await program(page, "import csv\nprint(csv.__name__)");
      await run(page);
      matches(await output(page), /library, which this program may import from, could not be fetched[\s\S]*press Run to retry/);
      refuse = false;
      await until(page, "a run with the library", () => run(page), "Finished"); // the one that was fetched meanwhile may have failed, too
      visit.problems.length = 0; // the requests that failed
      matches(await output(page), /csv/);
    },
  },
};
