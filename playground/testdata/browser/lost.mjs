// Ways in which somebody lost work, each as it was found.
import { readFile } from "node:fs/promises";

import { check, enter, link, matches, newFile, output, program, programs, reload, run, saved, source, until, untilEnd, withoutTimeLimit } from "./steps.mjs";

const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

async function upload(page, ...files) {
  await page.locator("#tab-files").click();
  await page.locator("#files-panel input[type=file]").setInputFiles(files);
  for (const { name } of files) await until(page, name, async () => (await page.locator("#files-panel").innerText()).includes(name));
}

const panel = (page) => page.locator("#files-panel").textContent();

/** Drops a file somewhere; tells whether the browser would have left the page for it. */
async function drop(page, selector, name, text) {
  return page.locator(selector).evaluate((place, [name, text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    const fire = (kind) => place.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    const over = fire("dragover");
    return fire("drop") || over;
  }, [name, text]);
}

/** A tab that was duplicated: it begins with all that the other one keeps for itself. */
async function duplicate(visit, page) {
  const kept = await page.evaluate(() => Object.entries(sessionStorage));
  const other = await visit.context.newPage();
  visit.watch(other);
  await other.addInitScript((kept) => {
    if (sessionStorage.getItem("test:duplicate")) return; // a reload is none
    for (const [key, value] of kept) sessionStorage.setItem(key, value);
    sessionStorage.setItem("test:duplicate", "1");
  }, kept);
  await other.goto(visit.url);
  await other.waitForSelector("body[data-state=ready]");
  await other.waitForSelector(".cm-content");
  return other;
}

export const scenarios = {
  "each of several deletions can be undone": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await upload(page, file("a.txt", "a"), file("b.txt", "b"), file("c.txt", "c"));
      for (const name of ["a.txt", "b.txt"]) await page.getByRole("button", { name: `Delete ${name}` }).click();
      await page.locator("#tab-limits").click();
      await page.locator("#seed").fill("-1");
      await page.locator("#seed").press("Tab"); // another notice
      await until(page, "it", async () => /whole number/.test(await page.locator("#notice").textContent()));
      for (const name of ["a.txt", "b.txt"]) await page.locator("#notice > div").filter({ hasText: `${name} deleted` }).getByRole("button", { name: "Undo" }).click();
      await until(page, "the files", async () => /a\.txt.*b\.txt.*c\.txt/.test(await panel(page)));
    },
  },

  "a duplicated tab is another one: it hears of changes, and neither takes the other's": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "n = 1");
      await saved(page);
      const other = await duplicate(visit, page);
      check((await source(other)) === "n = 1", "it begins with something else");
      for (const one of [page, other]) await until(one, "the mark", () => one.locator("#shared").isVisible());
      await program(page, "n = 2");
      await until(other, "the change", async () => (await source(other)) === "n = 2");
      await program(other, "n = 3");
      await until(page, "the change", async () => (await source(page)) === "n = 3");
      check((await page.evaluate(() => sessionStorage.getItem("mpwasm:tab"))) !== (await other.evaluate(() => sessionStorage.getItem("mpwasm:tab"))), "they have one name");
    },
  },

  "a program that another tab deletes comes back with its files": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "print(open('a.txt').read())");
      await upload(page, file("a.txt", "of the file"));
      await saved(page);
      const other = await visit.open();
      await programs(other);
      await other.locator("#programs-list .danger").first().click();
      await until(other, "the deletion", async () => /deleted/.test(await other.locator("#notice").textContent()));
      await other.close();
      await page.bringToFront();
      await program(page, "print(open('a.txt').read(), 2)");
      await saved(page);
      await reload(page);
      matches(await run(page), /^Finished$/);
      matches(await output(page), /^of the file 2$/m);
    },
  },

  "a deletion can be undone when the program has come back from another tab meanwhile": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "n = 1");
      await saved(page);
      const other = await visit.open();
      await programs(other);
      await other.locator("#programs-list .danger").first().click();
      await until(other, "the deletion", async () => /deleted/.test(await other.locator("#notice").textContent()));
      await page.bringToFront();
      await program(page, "n = 2"); // which puts it on the shelf again
      await saved(page);
      await other.bringToFront();
      await other.locator("#notice").getByRole("button", { name: "Undo" }).click();
      await until(other, "both", () => other.locator("#programs-list .danger").count(), 2);
      const texts = await other.evaluate(() => new Promise((resolve) => {
        const opening = indexedDB.open("mpwasm");
        opening.onsuccess = () => {
          const reading = opening.result.transaction("programs").objectStore("programs").getAll();
          reading.onsuccess = () => (opening.result.close(), resolve(reading.result.map(({ source }) => source).sort().join()));
        };
      }));
      check(texts === "n = 1,n = 2", `kept: ${texts}`);
    },
  },

  "a file that is dropped beside the editor is brought, and does not take the page away": {
    async act(visit) {
      const page = await visit.open();
      for (const [i, selector] of ["#output", "header h1", "footer"].entries()) {
        check(!(await drop(page, selector, `f${i}.txt`, "dropped")), `the browser leaves the page for what is dropped at ${selector}`);
        await until(page, "the file", async () => (await panel(page)).includes(`f${i}.txt`));
      }
    },
  },

  "what is typed at the prompt and not run survives a reload": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#prompt").fill("def twice(n):\n    return 2 * n");
      await reload(page);
      check((await page.locator("#prompt").inputValue()) === "def twice(n):\n    return 2 * n", "it is gone");
      await untilEnd(page, () => page.locator("#prompt").press("Control+Enter"));
      await enter(page, "twice(4)");
      await reload(page);
      check((await page.locator("#prompt").inputValue()) === "", "what ran is there again");
    },
  },

  "a crash right after two files were edited loses neither": {
    chromiumOnly: "Firefox cannot be made to crash a tab",
    async act(visit) {
      const page = await visit.open();
      await newFile(page, "a.py", "a = 1");
      await newFile(page, "b.py", "b = 1");
      await saved(page);
      await page.evaluate(() => (IDBObjectStore.prototype.put = () => { throw new DOMException("slow", "AbortError"); })); // nothing more comes to the database
      await page.locator('[data-file="a.py"]').click();
      await page.locator(".cm-content").click();
      await page.keyboard.type("#a");
      await page.locator('[data-file="b.py"]').click();
      await page.locator(".cm-content").click();
      await page.keyboard.type("#b");
      await page.waitForTimeout(5200); // however long the database takes
      await page.goto("chrome://crash").catch(() => undefined);
      await page.close();
      const next = await visit.open();
      await next.locator("#tab-files").click();
      for (const name of ["a", "b"]) {
        await next.getByRole("button", { name: `Edit ${name}.py` }).click();
        await until(next, name, async () => (await source(next)).includes(`#${name}`));
      }
    },
  },

  "a file that a run writes while it is renamed keeps what was written": {
    async act(visit) {
      const page = await visit.open();
      await withoutTimeLimit(page);
      await newFile(page, "log.txt", "old");
      await page.locator('[data-file="main.py"]').click();
      await program(page, "import time\nt = 0\nfor i in range(3_000_000): t += i\nopen('log.txt', 'w').write('new')");
      await page.locator("#run").click();
      await page.locator('[data-file="log.txt"]').click();
      await page.locator("#file-rename").click();
      await page.locator("#ask-name").fill("kept.txt");
      await until(page, "the end of the run", async () => /Finished/.test(await page.locator("#status").innerText()));
      await page.locator("#ask-name-ok").click();
      await until(page, "the file", async () => (await source(page)) === "new");
    },
  },

  "a program that is too long for a note is asked about before the page is left": {
    chromiumOnly: "Firefox ESR shows no such question to WebDriver BiDi",
    async act(visit) {
      const page = await visit.open();
      await page.evaluate(() => {
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (...given) {
          globalThis.held = () => put.apply(this, given);
          throw new DOMException("slow", "AbortError");
        };
      });
      await program(page, `# ${"long ".repeat(60_000)}`);
      const asked = page.evaluate(() => {
        const event = new Event("beforeunload", { cancelable: true });
        dispatchEvent(event);
        return event.defaultPrevented;
      });
      check(await asked, "the page may be left");
    },
  },

  "what another tab saves closes no file that is open here, and what is typed there is kept": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "x = 1");
      await saved(page);
      const other = await visit.open();
      await newFile(other, "open.txt", "begun");
      await saved(other);
      await until(page, "the file", () => panel(page), /open\.txt\s*5 B/); // before that, what is typed here parts the two
      await page.bringToFront();
      await program(page, "x = 2");
      await saved(page);
      await other.bringToFront();
      check((await other.locator('[data-file="open.txt"][aria-selected=true]').count()) === 1, "the file's tab is gone");
      await other.locator('[data-file="main.py"]').click();
      await until(other, "the change", async () => (await source(other)) === "x = 2");
      await other.locator('[data-file="open.txt"]').click();
      await program(other, "begun, and gone on with");
      await saved(other);
      await until(page, "what was typed", async () => /open\.txt\s*23 B/.test(await panel(page)));
    },
  },

  "a file that another tab brings while a program runs here is still there after the run": {
    needsWaiting: true,
    async act(visit) {
      const page = await visit.open();
      await withoutTimeLimit(page);
      await program(page, "open('run.txt', 'w').write('of the run')\nwhile True: pass");
      await saved(page);
      const other = await visit.open();
      await page.bringToFront();
      await page.locator("#run").click();
      await other.bringToFront();
      await upload(other, file("other.txt", "of the other tab"));
      await saved(other);
      await page.bringToFront();
      await until(page, "the file", async () => /other\.txt/.test(await panel(page)));
      await page.locator("#stop").click();
      for (const one of [page, other]) await until(one, "both files", async () => /other\.txt.*run\.txt/s.test(await panel(one)));
    },
  },

  "a name that is being typed survives a reload, and the list has it": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "n = 1");
      await saved(page);
      await programs(page);
      await page.locator("#program-name").fill("My bill");
      await page.locator("#program-name").press("Tab");
      await until(page, "the name in the list", async () => /My bill/.test(await page.locator("#programs-list").innerText()));
      await page.locator("#program-name").fill("");
      await page.locator("#program-name").pressSequentially("My first bill");
      await reload(page);
      check((await page.locator("#program-title").textContent()) === "My first bill", await page.locator("#program-title").textContent());
    },
  },

  "a file main.py that a program writes is not taken for the program, and is in the archive beside it": {
    chromiumOnly: "downloads are not to be had by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      const page = await visit.open();
      await program(page, "open('main.py', 'w').write('written = 1')");
      matches(await run(page), /^Finished$/);
      await page.locator("#tab-files").click();
      await until(page, "the file", () => panel(page), /main\.py.*not the program in the editor/);
      check((await page.getByRole("button", { name: "Edit main.py" }).count()) === 0, "Edit leads to the program");
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#file-zip").click()]);
      const archive = await readFile(await download.path());
      await page.getByRole("button", { name: "Delete main.py" }).click();
      await page.locator("#files-panel input[type=file]").setInputFiles({ name: "program.zip", mimeType: "application/zip", buffer: archive });
      await until(page, "the file", async () => /main \(written\)\.py/.test(await panel(page)));
      await program(page, "print(open('main (written).py').read())");
      matches(await run(page), /^Finished$/);
      matches(await output(page), /^written = 1$/m);
    },
  },

  "what ran comes with an import": {
    chromiumOnly: "downloads are not to be had by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      const page = await visit.open();
      await link(page, "print('ran, and never changed')");
      await run(page);
      await programs(page);
      await until(page, "the run", async () => (await page.locator("#runs-list button").count()) === 1);
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#programs-export").click()]);
      const text = await readFile(await download.path(), "utf8");
      await page.evaluate(() => new Promise((resolve) => {
        const opening = indexedDB.open("mpwasm");
        opening.onsuccess = () => {
          const clearing = opening.result.transaction("runs", "readwrite");
          clearing.objectStore("runs").clear();
          clearing.oncomplete = () => resolve(opening.result.close());
        };
      }));
      await page.locator("#programs input[type=file]").setInputFiles({ name: "programs.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await until(page, "the import", async () => /came/.test(await page.locator("#notice").textContent()));
      await reload(page);
      await programs(page);
      await until(page, "the run", async () => (await page.locator("#runs-list button").count()) === 1);
      matches(await page.locator("#runs-list").innerText(), /ran, and never changed/);
    },
  },

  "Ctrl+S keeps what is only looked at": {
    async act(visit) {
      const page = await visit.open();
      await link(page, "print('looked at')");
      await page.locator(".cm-content").click();
      await page.keyboard.press("Control+s");
      await until(page, "the word", async () => /^Saved in this browser/.test(await page.locator("#notice").innerText()));
      await programs(page);
      await until(page, "the program on the shelf", () => page.locator("#programs-list bdi").count(), 1);
    },
  },
};
