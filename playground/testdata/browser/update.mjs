// A new version of the page.
import { check, until } from "./steps.mjs";

export const scenarios = {
  "a new version is offered, and taken when the user says so": {
    alone: true, // the server's pages are others after it
    chromiumOnly: "for Firefox the server changes the page, so that it is not kept",
    async act(visit) {
      const page = await visit.open();
      await page.evaluate(() => navigator.serviceWorker.ready);
      await until(page, "the service worker", () => page.evaluate(() => navigator.serviceWorker.controller !== null));
      check(/MicroPython playground$/.test(await page.title()), await page.title());
      await fetch(new URL("/deploy", visit.url)); // see browser_test.go
      await page.reload();
      check(/MicroPython playground$/.test(await page.title()), "the new version came unasked");
      await page.getByRole("button", { name: "Reload" }).click();
      await until(page, "the new version", () => page.title().catch(() => ""), /Second playground$/);
      await page.waitForSelector("body[data-state=ready]");
      await until(page, "one cache", () => page.evaluate(async () => (await globalThis.caches.keys()).length), 1);
    },
  },
};
