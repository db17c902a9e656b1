// Several files in one editor.
import { readFile } from "node:fs/promises";

import { check, matches, newFile, output, program, reload, run, saved, showProgram, source, until } from "./steps.mjs";

const names = (page) => page.locator("#file-tabs [role=tab] bdi").allInnerTexts();

/** Drops files on an element, as from another window. */
async function drop(page, selector, files) {
  await page.locator(selector).evaluate((element, files) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
    for (const type of ["dragenter", "dragover", "drop"]) element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

export const scenarios = {
  "an empty folder stays: from run to run, after a reload, and in an archive": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "import os\nos.makedirs('out/deep', exist_ok=True)\nprint(sorted(os.listdir('out')))");
      await run(page);
      await page.locator("#tab-files").click();
      await until(page, "the folder", () => page.locator("#files-panel").innerText(), /out\/deep\/\s*empty folder/);
      await program(page, "import os\nprint(os.listdir('out'))");
      await saved(page);
      await run(page);
      matches(await output(page), /^\['deep'\]$/m);
      await reload(page);
      await run(page);
      matches(await output(page), /^\['deep'\]$/m);
      await newFile(page, "out/deep/a.txt", "full");
      await until(page, "a folder that is empty no more", async () => !/empty folder/.test(await page.locator("#files-panel").textContent()));
      if (visit.firefox) return; // where downloads are not to be had
      await showProgram(page);
      await program(page, "import os\nos.remove('out/deep/a.txt')");
      await run(page);
      await page.locator("#tab-files").click();
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#file-zip").click()]);
      const archive = await readFile(await download.path());
      await page.getByRole("button", { name: "Delete out/deep/" }).click();
      await page.locator("#files-panel input[type=file]").setInputFiles({ name: "program.zip", mimeType: "application/zip", buffer: archive });
      await until(page, "the folder", () => page.locator("#files-panel").innerText(), /out\/deep\/\s*empty folder/);
    },
  },

  "files are edited beside the program, which imports them": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "import shapes\nprint(shapes.area(6, 7))\nshapes.fail()");
      await newFile(page, "shapes.py", "def area(a, b):\n    return a * b\n\ndef fail():\n    return 1 // 0");
      matches(await run(page), /^ZeroDivisionError/); // Run runs the program, whatever is shown
      matches(await output(page), /^42$/m);
      await showProgram(page);
      await page.locator("#output .error button:not(.teach button)").last().click();
      matches(await page.locator(".cm-activeLine").innerText(), /return 1 \/\/ 0/);
      check((await page.locator("[aria-selected=true][data-file]").getAttribute("data-file")) === "shapes.py", "the traceback leads elsewhere");
      await showProgram(page);
      await page.locator("#output .teach button").filter({ hasText: "Go to line 5 of shapes.py" }).click();
      matches(await page.locator(".cm-activeLine").innerText(), /return 1 \/\/ 0/);
      await page.keyboard.press("End");
      await page.keyboard.type("  # typed");
      await reload(page); // at once
      matches(await source(page), /^import shapes/);
      await page.locator("#tab-files").click();
      await page.getByRole("button", { name: "Edit shapes.py" }).click();
      matches(await source(page), /return 1 \/\/ 0 {2}# typed$/);
      await page.locator("#file-rename").click();
      await page.locator("#ask-name").fill("lib/shapes.py");
      await page.locator("#ask-name-ok").click();
      await until(page, "the new name", async () => (await names(page)).join() === "main.py,lib/shapes.py");
      await saved(page);
      await showProgram(page);
      await program(page, "from lib.shapes import area\narea(2, 3)");
      await run(page);
      matches(await page.locator("#output .value").innerText(), /6/);
    },
  },

  "tabs are gone through by keyboard, closed, and follow what a program writes": {
    async act(visit) {
      const page = await visit.open();
      await newFile(page, "a.txt", "one");
      await newFile(page, "b.txt", "two");
      await page.locator("#file-tabs [aria-selected=true]").focus();
      await page.keyboard.press("ArrowLeft");
      check((await source(page)) === "one", "the arrow leads elsewhere");
      await page.keyboard.press("Home");
      await program(page, "import os\nopen('a.txt', 'a').write(' more')\nos.remove('b.txt')");
      await run(page);
      check((await names(page)).join() === "main.py,a.txt", `open: ${await names(page)}`);
      await page.locator('[data-file="a.txt"]').click();
      check((await source(page)) === "one more", await source(page));
      await page.locator("#file-close").click();
      check((await names(page)).join() === "main.py" && (await source(page)).startsWith("import os"), "the program is not shown");
    },
  },

  "on a phone, too, one sees which file is open, what files are called, and that nothing is saved": {
    options: { viewport: { width: 390, height: 844 } },
    async act(visit) {
      await visit.context.addInitScript(() => {
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (...given) {
          if (globalThis.full) throw new DOMException("no room", "QuotaExceededError");
          return put.apply(this, given);
        };
      });
      const page = await visit.open();
      const box = (selector) => page.locator(selector).first().boundingBox();
      const seen = async (selector, frame) => {
        const [one, around] = [await box(selector), await box(frame)];
        check(one && one.width > 20 && one.x >= around.x - 1 && one.x + one.width <= around.x + around.width + 1, `${selector} is not seen: ${JSON.stringify([one, around])}`);
      };
      const names = ["first_of_the_files.py", "second_of_the_files.py", "third.py"];
      for (const name of names) {
        await newFile(page, name, "a = 1");
        await page.waitForTimeout(100);
        if (name === "third.py") await seen(`[data-file="${name}"]`, "#file-tabs [role=tablist]");
      }
      await page.locator('[data-file="third.py"]').focus();
      await page.keyboard.press("Home");
      await seen('[data-file="main.py"]', "#file-tabs [role=tablist]");
      await page.keyboard.press("End");
      await seen('[data-file="third.py"]', "#file-tabs [role=tablist]");
      await page.locator("#tab-files").click();
      const cut = await page.locator("#files-panel .name").evaluateAll((names) => names.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent));
      check(cut.length === 0, `names are cut off: ${cut}`);
      await page.evaluate(() => (globalThis.full = true));
      await program(page, "b = 2");
      await until(page, "word that nothing is saved", () => page.locator("#saved").textContent(), "Not saved");
      await seen("#saved", ".code");
      await page.evaluate(() => (globalThis.full = false));
    },
  },

  "files are opened by drop, and all of them are taken and brought as an archive": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "print(open('données.txt').read())");
      await drop(page, "#editor", [["données.txt", "dropped"]]);
      await until(page, "the file", () => page.locator("#files-panel").textContent(), /données\.txt/);
      matches(await run(page), /^Finished$/);
      matches(await output(page), /^dropped$/m);
      if (visit.firefox) return; // where downloads are not to be had
      await page.locator("#tab-files").click();
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#file-zip").click()]);
      const archive = await readFile(await download.path());
      const other = await visit.open();
      await other.locator("#programs-open").click();
      await other.locator("#program-new").click();
      await until(other, "a new program", () => source(other), "");
      await other.locator("#tab-files").click();
      const give = (name, buffer) => other.locator("#files-panel input[type=file]").setInputFiles({ name, mimeType: "application/zip", buffer });
      await give("bad.zip", archive.subarray(20));
      await until(other, "the complaint", () => other.locator("#notice").innerText(), /bad\.zip was left out: it is no archive, or a damaged one/);
      await give("program.zip", archive);
      await other.getByRole("button", { name: "Replace it" }).click();
      await until(other, "the program", async () => (await source(other)).startsWith("print(open"));
      matches(await run(other), /^Finished$/);
      matches(await output(other), /^dropped$/m);
    },
  },
};
