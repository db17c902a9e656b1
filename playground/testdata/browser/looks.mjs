// How the page looks and how it is used without a mouse, or with no network.
import { check, complaints, enter, matches, output, program, run, until } from "./steps.mjs";

/** Looks at the page with axe in each of its states. */
async function inspect(visit) {
  const page = await visit.open();
  const found = [];
  const look = async (where) => found.push(...(await complaints(visit, page)).map((text) => `${where}: ${text}`));
  await look("at first");
  await program(page, 'import sys\nprint("out")\nprint("err", file=sys.stderr)\n1 / 0');
  await run(page);
  await enter(page, "'a value'");
  await look("after a run");
  await page.locator("#tab-files").click();
  await page.locator("#file-new").click();
  await look("naming a file");
  await page.locator("#ask-name").fill("a.txt");
  await page.locator("#ask-name-ok").click();
  await look("files");
  for (const tab of ["input", "limits"]) {
    await page.locator(`#tab-${tab}`).click();
    await look(tab);
  }
  for (const menu of ["programs", "examples", "share"]) {
    await page.locator(`[popovertarget=${menu}]`).click();
    await look(menu);
    const beyond = await page.locator(`#${menu}`).evaluate((element) => element.scrollWidth - element.clientWidth);
    check(beyond <= 0, `${menu} is ${beyond} pixels wider than it can show`);
    await page.keyboard.press("Escape");
  }
  await page.locator("#about-open").click();
  await until(page, "the modules", async () => (await page.locator("#about-modules li").count()) > 15);
  await look("about");
  check(found.length === 0, found.join("\n"));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(wide <= 0, `the page is ${wide} pixels wider than its window`);
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

export const scenarios = {
  "axe finds nothing: light": { act: inspect },
  "axe finds nothing: dark": { options: { colorScheme: "dark" }, act: inspect },
  "axe finds nothing: phone": { options: phone, act: inspect },
  "axe finds nothing: forced colours": {
    options: { forcedColors: "active" },
    chromiumOnly: "forced colours cannot be feigned by WebDriver BiDi of Firefox ESR",
    act: inspect,
  },

  "the page looks and works the same where the server sends its policy": {
    chromiumOnly: "the driver's own steps are against the policy of the response in Firefox",
    async act(visit) {
      const looks = async (address) => {
        const page = await visit.open(address);
        await program(page, "import textwrap\nprint(textwrap.shorten('headers and all', 12))");
        matches(await run(page), /^Finished$/);
        const boxes = await page.evaluate(() => ["#run", "#editor", "#output", ".tools"].map((part) => {
          const { x, y, width, height } = document.querySelector(part).getBoundingClientRect();
          return [x, y, width, height].map(Math.round).join();
        }));
        return `${boxes} ${await output(page)}`;
      };
      const [here, served] = [await looks(visit.url), await looks(new URL("/served/", visit.url).href)];
      check(here === served, `${here}, and with headers ${served}`);
    },
  },

  "the theme button goes through system, light and dark, which are kept": {
    options: { colorScheme: "dark" },
    chromiumOnly: "a dark system cannot be feigned by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      const page = await visit.open();
      const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
      const shown = [await theme()];
      for (let i = 0; i < 2; i++) {
        await page.locator("#theme").click();
        shown.push(await theme());
      }
      check(shown.join() === "dark,light,dark", shown.join());
      await page.locator("#theme").click();
      await page.locator("#theme").click();
      await page.reload();
      await page.waitForSelector("body[data-state=ready]");
      check((await theme()) === "light", "the theme was not kept");
    },
  },

  "everything is reached by the keyboard": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      const reached = new Set();
      const here = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("popovertarget") || document.activeElement?.tagName);
      await page.locator("h1").click();
      for (let i = 0; i < 25; i++) {
        await page.keyboard.press("Tab");
        const id = await here();
        reached.add(id);
        if (id === "editor") await page.keyboard.press("Escape"); // where Tab indents
      }
      for (const id of ["examples", "share-open", "theme", "about-open", "run", "reset", "keep", "editor", "divider", "tab-output", "clear", "output", "prompt"]) {
        check(reached.has(id), `Tab does not reach #${id}, but ${[...reached].join(", ")}`);
      }
      await page.locator("#tab-output").focus();
      for (const [key, want] of [["ArrowRight", "tab-files"], ["End", "tab-limits"], ["ArrowRight", "tab-output"], ["ArrowLeft", "tab-limits"], ["Home", "tab-output"]]) {
        await page.keyboard.press(key);
        check((await here()) === want, `${key} leads to ${await here()}, not ${want}`);
      }
      await page.locator("#divider").focus();
      const width = () => page.locator(".code").evaluate((element) => element.offsetWidth);
      const before = await width();
      await page.keyboard.press("ArrowLeft");
      check((await width()) < before, "the divider does not move by keyboard");
      const box = await page.locator("#divider").boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + 150, box.y + box.height / 2);
      await page.mouse.up();
      check((await width()) > before, "the divider does not move by pointer");
    },
  },

  "after the first visit, the page works with no network": {
    chromiumOnly: "the network cannot be switched off by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      const page = await visit.open();
      await page.evaluate(() => navigator.serviceWorker.ready);
      await until(page, "the service worker", async () => page.evaluate(() => navigator.serviceWorker.controller !== null));
      await visit.context.setOffline(true);
      const again = await visit.open(`${visit.url}?embed`);
      await program(again, "print('no network')");
      matches(await run(again), /^Finished$/);
      matches(await output(again), /no network/);
      await visit.open(`${visit.url}index.html`); // whose address some links have
      await visit.context.setOffline(false);
    },
  },
};
