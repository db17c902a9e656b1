// The shelf: nobody loses a program, or a file of it.
import { readFile } from "node:fs/promises";

import { check, fragment, link, matches, output, program, programs, reload, run, saved, source, until } from "./steps.mjs";

/** The names on the shelf, and the first line of what ran. */
async function shelf(page) {
  await programs(page);
  const names = await page.locator("#programs-list bdi").allInnerTexts();
  const runs = await page.locator("#runs-list span bdi").allInnerTexts();
  await page.keyboard.press("Escape");
  return { names, runs };
}

/** Opens a program of the shelf. */
async function pick(page, name) {
  await programs(page);
  await page.locator("#programs-list .open").filter({ has: page.getByText(name, { exact: true }) }).click();
  await until(page, name, () => page.locator("#program-title").textContent(), name);
  matches(await page.title(), new RegExp(`^${name} · MicroPython playground$`));
}

async function rename(page, name) {
  await programs(page);
  await page.locator("#program-name").fill(name);
  await page.locator("#program-name").press("Tab");
  await page.keyboard.press("Escape");
  await saved(page);
}

async function upload(page, name, text) {
  await page.locator("#tab-files").click();
  await page.locator("#files-panel input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await until(page, name, async () => (await page.locator("#files-panel").innerText()).includes(name));
}

async function notice(page, pattern) {
  await until(page, String(pattern), async () => pattern.test(await page.locator("#notice").textContent()));
}

function withoutStorage() {
  Object.defineProperty(globalThis, "indexedDB", { get: () => { throw new DOMException("denied", "SecurityError"); } });
  Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } });
}

/** From a moment on, that a test says, storage has no room. */
function withLittleStorage() {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    if (globalThis.full) throw new DOMException("no room", "QuotaExceededError");
    return put.apply(this, given);
  };
}

export const scenarios = {
  "a program is kept with its name, its files, its input and its limits": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "print(input(), open('a.txt').read())");
      await upload(page, "a.txt", "of the file");
      await page.locator("#tab-input").click();
      await page.locator("#stdin").fill("of the input");
      await page.locator("#tab-limits").click();
      await page.locator("#limit-memory").selectOption({ label: "4 MB" });
      await page.locator("#seed").fill("77");
      await page.locator("#seed").press("Tab");
      await rename(page, "Both of them");
      await page.close();
      const next = await visit.open();
      check((await next.locator("#program-title").textContent()) === "Both of them", "another program is open");
      matches(await run(next), /^Finished$/);
      matches(await output(next), /^of the input of the file$/m);
      await next.locator("#tab-limits").click();
      check((await next.locator("#limit-memory").inputValue()) === String(4 << 20) && (await next.locator("#seed").inputValue()) === "77", "the limits were not kept");
    },
  },

  "a link and an example open as new programs, and mine are still there": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "mine = 1");
      await rename(page, "Mine");
      await upload(page, "my.txt", "mine");
      await link(page, "theirs = 1\ntheirs");
      await page.locator("#tab-files").click();
      matches(await page.locator("#files-panel").innerText(), /No files yet/);
      await page.locator("[popovertarget=examples]").click();
      await page.locator("[data-example=classes]").click();
      await until(page, "the example", () => source(page), /class /);
      const { names } = await shelf(page);
      check(names.join() === "Mine", `on the shelf: ${names}`);
      await pick(page, "Mine");
      check((await source(page)) === "mine = 1", "my program is another one");
      await page.locator("#tab-files").click();
      matches(await page.locator("#files-panel").innerText(), /my\.txt/);
      await page.locator(".cm-content").click();
      await page.keyboard.press("Control+Z");
      check((await source(page)) === "mine = 1", "undo leads into another program");
    },
  },

  "edits of a linked program survive a reload, and the link leads to the program as it was": {
    async act(visit) {
      const address = `${visit.url}#${fragment("print('theirs')")}`;
      const page = await visit.open(address);
      check((await source(page)) === "print('theirs')", "the link is not open");
      await reload(page);
      check((await source(page)) === "print('theirs')", "a reload closes the link");
      await program(page, "print('edited')");
      await reload(page); // at once
      check((await source(page)) === "print('edited')", `after a reload: ${await source(page)}`);
      const other = await visit.open(address);
      check((await source(other)) === "print('theirs')", "the link leads elsewhere");
      check((await shelf(other)).names.length === 1, "looking at a link keeps it");
    },
  },

  "an example is still there after a reload, and edits of it are kept": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("[popovertarget=examples]").click();
      await page.locator("[data-example=fuel]").click();
      await until(page, "the example", () => page.locator("#program-title").textContent(), "Fuel");
      await reload(page);
      check((await page.locator("#program-title").textContent()) === "Fuel", "the example is closed");
      await page.locator("#tab-limits").click();
      check((await page.locator("#limit-fuel").inputValue()) === "1000000", "its limit is gone");
      await program(page, "# my fuel");
      await reload(page);
      check((await source(page)) === "# my fuel", "the edit is gone");
    },
  },

  "what runs is kept by itself, the last twenty of it": {
    async act(visit) {
      const page = await visit.open();
      for (let n = 0; n < 22; n++) {
        await program(page, `n = ${n}`);
        await run(page);
      }
      await run(page); // again: kept once
      const last = Array.from({ length: 20 }, (_, i) => `n = ${21 - i}`);
      await until(page, "the last twenty", async () => (await shelf(page)).runs.join(), last.join());
      await reload(page);
      await programs(page);
      await page.locator("#runs-list .open").nth(5).click();
      await until(page, "what ran", () => source(page), "n = 16");
    },
  },

  "what is said of a run is of the program that is open": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "1 / 0");
      matches(await run(page), /ZeroDivisionError/);
      await saved(page);
      await programs(page);
      await page.locator("#programs-list .danger").click();
      await until(page, "another program", () => page.locator("#program-title").textContent(), "Untitled");
      check((await page.locator("#status").innerText()) === "Ready", await page.locator("#status").innerText());
      check((await page.locator("#used").innerText()) === "", "what the deleted one used is still there");
    },
  },

  "a program that was deleted comes back, with its files": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "mine = 1");
      await upload(page, "my.txt", "mine");
      await rename(page, "Mine");
      await programs(page);
      await page.getByRole("button", { name: "Delete Mine" }).click();
      await notice(page, /Mine deleted/);
      check((await source(page)) === "", "it is still open");
      await page.locator("#notice button").first().click();
      await until(page, "the program", () => source(page), "mine = 1");
      await page.keyboard.press("Escape");
      await page.locator("#tab-files").click();
      matches(await page.locator("#files-panel").innerText(), /my\.txt/);
    },
  },

  "two tabs with one program say so, and neither overwrites the other": {
    differs: true,
    async act(visit) {
      const one = await visit.open();
      await program(one, "n = 1");
      await rename(one, "Mine");
      const two = await visit.open();
      for (const page of [one, two]) await until(page, "the mark", () => page.locator("#shared").isVisible());
      await program(two, "n = 2");
      await until(one, "the change of the other tab", () => source(one), "n = 2");
      await program(one, "n = 3");
      await until(two, "the change of the other tab", () => source(two), "n = 3");
      await two.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined)); // a tab that is late
      await one.evaluate(() => {
        BroadcastChannel.prototype.postMessage = () => undefined;
      });
      await program(one, "n = 4");
      await saved(one);
      await program(two, "n = 5");
      await notice(two, /Another tab has changed this program.*kept as Mine 2/);
      const { names } = await shelf(two);
      check(names.sort().join() === "Mine,Mine 2", `on the shelf: ${names}`);
      check((await source(one)) === "n = 4" && (await source(two)) === "n = 5", "one overwrote the other");
      await pick(two, "Mine");
      check((await source(two)) === "n = 4", "what the other tab saved is gone");
      await two.close();
    },
  },

  "everything can be exported as one file, and imported": {
    chromiumOnly: "downloads are not to be had by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      const page = await visit.open();
      await program(page, "mine = 1");
      await upload(page, "my.bin", "\u0000\u00ff");
      await rename(page, "Mine");
      await programs(page);
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#programs-export").click()]);
      const file = await readFile(await download.path());
      await page.getByRole("button", { name: "Delete Mine" }).click();
      await notice(page, /deleted/);
      const give = (buffer) => page.locator("#programs input[type=file]").setInputFiles({ name: "programs.json", mimeType: "application/json", buffer });
      await give(Buffer.from("{}"));
      await notice(page, /no file of programs/);
      await give(file);
      await notice(page, /One program came/);
      await give(file);
      await notice(page, /all here/);
      await page.keyboard.press("Escape");
      await pick(page, "Mine");
      check((await source(page)) === "mine = 1", await source(page));
      await page.locator("#tab-files").click();
      matches(await page.locator("#files-panel").innerText(), /my\.bin\s+3 B/);
    },
  },

  "programs of the same name are told apart, and come once, however often they are imported": {
    async act(visit) {
      const page = await visit.open();
      const one = (source) => ({ name: "Mine", source, stdin: "", settings: {}, files: {} });
      const give = (...programs) => page.locator("#programs input[type=file]").setInputFiles({ name: "programs.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ mpwasm_programs: 1, programs })) });
      await page.locator("#programs-open").click();
      await give(one("here = 1"));
      await notice(page, /One program came/);
      const file = [one("there = 1"), one("there = 2")];
      await give(...file);
      await notice(page, /2 programs came/);
      await give(...file);
      await notice(page, /all here/);
      const names = () => page.locator("#programs-list .open > bdi").allInnerTexts();
      check((await names()).sort().join() === "Mine,Mine 2,Mine 3", (await names()).join());
      await page.keyboard.press("Escape");
      await pick(page, "Mine 2");
      await rename(page, "Mine");
      await programs(page);
      const alike = page.locator("#programs-list li").filter({ has: page.getByText("Mine", { exact: true }) });
      const texts = await alike.allInnerTexts();
      check(texts.length === 2 && texts.some((text) => /here = 1/.test(text)) && texts.some((text) => /there = 1/.test(text)), texts.join());
      await page.getByRole("button", { name: "Delete Mine, there = 1" }).click();
      await notice(page, /Mine deleted/);
      check((await alike.count()) === 1 && !/here/.test(await alike.innerText()), `one is told apart from none: ${await alike.allInnerTexts()}`);
    },
  },

  "what an older version of the page kept is taken over": {
    async act(visit) {
      const page = await visit.open();
      await page.evaluate(() => {
        localStorage.setItem("mpwasm:code", "old = 1");
        localStorage.setItem("mpwasm:limit:memory", String(4 << 20));
        localStorage.setItem("mpwasm:seed", "5");
      });
      await reload(page);
      check((await source(page)) === "old = 1", await source(page));
      await page.locator("#tab-limits").click();
      check((await page.locator("#limit-memory").inputValue()) === String(4 << 20) && (await page.locator("#seed").inputValue()) === "5", "the limits are gone");
      check((await shelf(page)).names.join() === "My program", "it is not on the shelf");
      check((await page.evaluate(() => localStorage.getItem("mpwasm:code"))) === null, "the old slot is still there");
    },
  },

  "where the browser stores nothing, the page says so at once, and everything works": {
    differs: true,
    async act(visit) {
      await visit.context.addInitScript(withoutStorage);
      const page = await visit.open();
      await notice(page, /keeps nothing here: it is set not to store/);
      await page.locator("#tab-limits").click();
      await page.locator("#seed").fill("9");
      await page.locator("#seed").press("Tab");
      await page.locator("#clock").selectOption("real");
      await program(page, "import time, random\n(time.time() > 1.79e9, random.getrandbits(30))");
      matches(await run(page), /^Finished$/);
      const first = await page.locator("#output .value").innerText();
      matches(first, /True/);
      await until(page, "word that nothing is saved", () => page.locator("#saved").textContent(), /Not saved/);
      await page.locator("#tab-limits").click();
      await page.locator("#seed").fill("10");
      await page.locator("#seed").press("Tab");
      await run(page);
      check((await page.locator("#output .value").innerText()) !== first, "the seed is not heeded");
      await link(page, "theirs = 1");
      check((await shelf(page)).names.length === 1, "a link overwrites what could not be kept");
    },
  },

  "where storage is full, the page says so, and what was not saved is still there": {
    async act(visit) {
      await visit.context.addInitScript(withLittleStorage);
      const page = await visit.open();
      await program(page, "one = 1");
      await rename(page, "One");
      await page.evaluate(() => (globalThis.full = true));
      await program(page, "one = 2");
      await notice(page, /storage is full/);
      await link(page, "theirs = 1");
      await pick(page, "One");
      check((await source(page)) === "one = 2", `it is ${await source(page)}`);
      await page.evaluate(() => (globalThis.full = false));
      await page.locator(".cm-content").click();
      await page.keyboard.type("#");
      await saved(page);
      await reload(page);
      matches(await source(page), /#/);
    },
  },

  "where storage is full, what another tab saved meanwhile is in nobody's way": {
    async act(visit) {
      await visit.context.addInitScript(withLittleStorage);
      const page = await visit.open();
      await program(page, "one = 1");
      await rename(page, "One");
      const other = await visit.open();
      await until(other, "the program", () => source(other), "one = 1");
      await page.evaluate(() => (globalThis.full = true));
      await program(page, "one = 2");
      await notice(page, /storage is full/);
      await program(other, "one = 3");
      await saved(other);
      await page.bringToFront();
      await programs(page);
      await page.locator("#program-new").click();
      await until(page, "an empty program", () => source(page), "");
      check((await shelf(page)).names.length === 2, `on the shelf: ${(await shelf(page)).names}`);
      await page.evaluate(() => (globalThis.full = false));
      await program(page, "new = 1"); // which saves what waits
      await saved(page);
      await other.close();
      const all = () => page.evaluate(() => new Promise((resolve) => {
        const opening = indexedDB.open("mpwasm");
        opening.onsuccess = () => {
          const reading = opening.result.transaction("programs").objectStore("programs").getAll();
          reading.onsuccess = () => (opening.result.close(), resolve(reading.result.map(({ source }) => source).sort().join()));
        };
      }));
      await until(page, "all three", () => all(), "new = 1,one = 2,one = 3");
    },
  },

  "a tab that crashes while one types loses nothing": {
    chromiumOnly: "Firefox cannot be made to crash a tab",
    async act(visit) {
      const page = await visit.open();
      await program(page, "one = 1");
      await saved(page);
      await page.locator(".cm-content").click();
      await page.keyboard.press("Control+End");
      await page.keyboard.type("\n# the last words");
      await until(page, "what was typed", () => source(page), "one = 1\n# the last words"); // a key that the page has not seen is nobody's
      await page.goto("chrome://crash").catch(() => undefined);
      await page.close();
      const next = await visit.open();
      check((await source(next)) === "one = 1\n# the last words", `after the crash: ${JSON.stringify(await source(next))}`);
    },
  },
};
