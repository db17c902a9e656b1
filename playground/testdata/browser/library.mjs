// The rest of the engine: the library, and what plain programs do not call. It comes after the first run.
import { check, enter, matches, output, program, run, until, untilEnd } from "./steps.mjs";

const library = /\/assets\/library-[0-9a-f]+\.wasm$/;

/** Opens the page while the library is on its way; answer says how it is answered for. */
async function openWithout(visit, answer) {
  const context = visit.context;
  await context.route(library, answer);
  return visit.open();
}

/** The same, where it comes when come is called. */
async function openHeld(visit) {
  let come;
  const held = new Promise((resolve) => (come = resolve));
  const page = await openWithout(visit, async (route) => {
    await held;
    await route.continue();
  });
  return { page, come };
}

export const scenarios = {
  "programs that import nothing run before the library is there, others wait for it": {
    differs: true,
    async act(visit) {
      const { page, come } = await openHeld(visit);
      matches(await run(page), /^Finished$/); // the first program
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

  "a program that needs what has not come in its midst waits there, and is as any other": {
    differs: true,
    async act(visit) {
      const { page, come } = await openHeld(visit);
      await page.locator("#keep").check();
      await program(page, "kept = 1\nprint('first')");
      matches(await run(page), /^Finished$/);
      const waits = async (what) => {
        await page.locator("#run").click();
        await until(page, what, () => output(page), new RegExp(what));
        await page.waitForTimeout(300);
        check((await page.locator("body").getAttribute("data-state")) === "running", "the run did not wait");
      };
      await program(page, "kept = 2\nprint('stopped')\nprint(complex(1, 2), bytearray(3).hex())");
      await untilEnd(page, async () => {
        await waits("stopped");
        await page.locator("#stop").click();
      });
      matches(await page.locator("#status").innerText(), /^Stopped/);
      await program(page, "print('before', kept)\nprint(complex(1, 2), bytearray(3).hex(), f'{2 ** 70:#x}')\nprint('after')");
      await untilEnd(page, async () => {
        await waits("before 1");
        come();
      });
      matches(await page.locator("#status").innerText(), /^Finished$/);
      const shown = await output(page);
      matches(shown, /before 1\s+\(1\+2j\) 000000 0x400000000000000000\s+after/);
      check(shown.split("before 1").length === 2, `what was shown is shown again: ${shown}`);
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
      matches(await output(page), /rest of Python, which this program needs, could not be fetched[\s\S]*press Run to retry/);
      refuse = false;
      await until(page, "a run with the library", () => run(page), "Finished"); // the one that was fetched meanwhile may have failed, too
      visit.problems.length = 0; // the requests that failed
      matches(await output(page), /csv/);
    },
  },
};
