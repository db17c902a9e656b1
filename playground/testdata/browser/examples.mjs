// The page of examples of the library.
import { check, complaints, until } from "./steps.mjs";

export const scenarios = {
  "the library's examples print in their page what they say": {
    differs: true,
    async act(visit) {
      const page = await visit.context.newPage();
      visit.watch(page);
      await page.goto(`${visit.url}examples/index.html`);
      await page.waitForSelector("body[data-ready]");
      await page.locator("#run-all").click();
      const verdicts = () => page.locator(".printed").evaluateAll((all) => all.map(({ dataset }) => `${dataset.of} ${dataset.verdict ?? ""}`));
      await until(page, "all to end", async () => (await verdicts()).every((one) => / \w+$/.test(one)));
      const wrong = (await verdicts()).filter((one) => !one.endsWith(" right"));
      check(wrong.length === 0, `${wrong}: ${await page.locator("main").innerText()}`);
      check((await verdicts()).length >= 9, "there are fewer examples than ways to use the library");
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        const bad = await complaints(visit, page);
        check(bad.length === 0, `${colorScheme}: ${bad.join("\n")}`);
      }
    },
  },
};
