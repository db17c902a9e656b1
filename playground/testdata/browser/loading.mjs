// What is there while the page's scripts are on their way.
import { check, fragment, matches, program, saved, until } from "./steps.mjs";

const script = /\/assets\/main-[^/]+\.js$/;

/** Opens an address while the page's script is held back, and returns what is shown for its program, and a way to let the script come. */
async function held(visit, page, address) {
  let come;
  const wait = new Promise((resolve) => (come = resolve));
  await page.route(script, async (route) => {
    await wait;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  await page.locator("#early").waitFor();
  return async () => {
    come();
    await page.waitForSelector("body[data-state=ready]");
    await page.waitForSelector(".cm-content");
    await page.unroute(script);
    check((await page.locator("#early").count()) === 0, "the first text stays");
    const { value, max } = await page.locator("#loading").evaluate(({ value, max }) => ({ value, max }));
    check(value <= max && value > max / 4, `the bar shows ${value} of ${max}`);
  };
}

export const scenarios = {
  "the program's text is there before the scripts are": {
    options: { serviceWorkers: "block" }, // a page that is kept has its scripts at once
    async act(visit) {
      const page = await visit.context.newPage();
      visit.watch(page);
      let come = await held(visit, page, visit.url);
      matches(await page.locator("#early").innerText(), /^# Python that runs in this page/);
      await come();

      await program(page, "print('mine')");
      await saved(page);
      await page.goto("about:blank");
      come = await held(visit, page, visit.url);
      await until(page, "what was open", () => page.locator("#early").innerText(), "print('mine')");
      await come();
      await page.goto("about:blank");
      come = await held(visit, page, `${visit.url}#${fragment("print('linked')")}`);
      await until(page, "the link's program", () => page.locator("#early").innerText(), "print('linked')");
      await come();
    },
  },
};
