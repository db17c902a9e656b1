// The gallery, and its programs in links.
import { check, complaints, matches, output, reload, run, source, until } from "./steps.mjs";

export const scenarios = {
  "the gallery comes when it is asked for, by keyboard, and opens new programs": {
    async act(visit) {
      const requests = [];
      visit.context.on("request", (request) => requests.push(request.url()));
      const page = await visit.open();
      check(!requests.some((url) => url.includes("/gallery-")), "the gallery came unasked");
      const mine = await source(page);
      await page.locator("[popovertarget=examples]").focus();
      await page.keyboard.press("Enter");
      await page.locator("#gallery-open").focus();
      await page.keyboard.press("Enter");
      await page.locator("#gallery").waitFor();
      check((await page.locator("[data-gallery]").count()) >= 30, "fewer than thirty programs");
      const wrong = await complaints(visit, page);
      check(wrong.length === 0, wrong.join("\n"));
      await page.keyboard.press("Escape");
      check(!(await page.locator("#gallery").isVisible()), "Escape does not close it");
      check((await source(page)) === mine, "looking has changed the program");

      await page.locator("[popovertarget=examples]").click();
      await page.locator("#gallery-open").click();
      await page.locator("#gallery").waitFor(); // it takes the focus as it opens
      await page.locator("[data-gallery=drawing_tree]").press("Enter");
      await until(page, "the program", () => source(page), /L-system/);
      matches(await page.locator("#program-title").textContent(), /A tree that grows/);
      matches(await run(page), /Finished/);
      await until(page, "the drawing", () => page.locator("#output img").evaluate((image) => image.naturalWidth > 0));
      matches(await output(page), /the word has \d+ letters/);
      await reload(page);
      matches(await source(page), /L-system/);
      await page.evaluate(() => { location.hash = "example=exercise_class"; }); // goto waits for a load, which is none here in Firefox
      await reload(page);
      matches(await source(page), /Exercise: a class/);
      await run(page);
      matches(await output(page), /0 of 3 are right/);
    },
  },
};
