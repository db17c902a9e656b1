// Faults that a demanding user found, each as it was found.
import { check, collisions, complaints, enter, fragment, link, matches, output, program, reload, run, saved, showProgram, source, until, untilEnd } from "./steps.mjs";

const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

async function give(page, ...files) {
  await page.locator("#tab-files").click();
  await page.locator("#files-panel input[type=file]").setInputFiles(files);
}

/** Gives files that are new, and waits until they are there. */
async function upload(page, ...files) {
  await give(page, ...files);
  for (const { name } of files) await page.getByRole("button", { name: `Edit ${name}` }).waitFor();
}

async function notice(page, pattern) {
  await until(page, String(pattern), async () => pattern.test(await page.locator("#notice").textContent()));
}

/** What a test uses to paste, where the browser lets it. */
async function paste(page, selector, text) {
  await page.locator(selector).evaluate((element, data) => {
    element.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", data);
    const given = "mozInnerScreenX" in globalThis ? { dataType: "text/plain", data } : { clipboardData };
    element.dispatchEvent(new ClipboardEvent("paste", { ...given, bubbles: true, cancelable: true }));
  }, text);
}

const focused = (page) => page.evaluate(() => document.activeElement?.id);

export const scenarios = {
  "a program that prints nothing says that it has run": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "x = 1");
      await run(page);
      matches(await output(page), /^The program has run, and printed nothing\.$/);
    },
  },

  "input() asks where it is seen, and a half-typed answer does not outlive a Reset": {
    differs: true,
    needsWaiting: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "import time\ntime.sleep(0)\ninput('Who? ')");
      await page.locator("#run").click();
      await page.locator("#tab-files").click();
      await page.locator("#reset").click();
      await page.waitForSelector("body[data-state=ready]");
      await page.locator("#run").click();
      await page.locator("#ask-text").waitFor();
      check(await page.locator("#output-panel").isVisible(), "the question is behind another tab");
      check(await page.locator("#repl").isHidden(), "there are two lines to answer in");
      await page.locator("#ask-text").fill("half an ans");
      await page.locator("#reset").click();
      await until(page, "the reset", () => page.locator("#status").innerText(), /forgotten/);
      await page.locator("#run").click();
      await page.locator("#ask-text").waitFor();
      check((await page.locator("#ask-text").inputValue()) === "", "the answer is still there");
      await page.locator("#stop").click();
      await page.waitForSelector("body[data-state=ready]");
    },
  },

  "line numbers hide the code that slides under them": {
    async act(visit) {
      const page = await visit.open();
      await program(page, `x = '${"long ".repeat(100)}'`);
      const colour = await page.locator(".cm-gutters").evaluate((gutters) => getComputedStyle(gutters).backgroundColor);
      check(/^rgb\(/.test(colour), `behind the line numbers there is ${colour}`);
    },
  },

  "a last value that holds itself, or is deep, is shown": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "a = [1]\na.append(a)\na");
      matches(await run(page), /^Finished$/);
      matches(await page.locator("#output .value").innerText(), /\[1, \[\.\.\.\]\]/);
      await program(page, "a = []\nfor i in range(300): a = [a]\na");
      matches(await run(page), /^Finished$/);
      matches(await page.locator("#output .value").innerText(), /\[{20}/);
    },
  },

  "a setting that changes as a run ends breaks nothing": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-limits").click();
      for (const [i, label] of ["16 KB", "4 MB", "16 KB", "4 MB"].entries()) {
        await program(page, `print(${i})`);
        await page.evaluate(() => document.getElementById("run").click());
        await page.evaluate((label) => {
          const field = document.getElementById("limit-maxOutput");
          field.value = [...field.options].find(({ text }) => text === label).value;
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }, label);
        await until(page, "the end", () => page.locator("#status").innerText(), /Finished/);
        check((await output(page)).trim() === String(i), await output(page));
      }
    },
  },

  "a seed that is none is refused": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-limits").click();
      for (const seed of ["-1", "1.5", "99999999999999999999"]) {
        await page.locator("#seed").fill(seed);
        await page.locator("#seed").press("Tab");
        await notice(page, /whole number from 0 to 9007199254740991: it is still 0/);
        check((await page.locator("#seed").inputValue()) === "0", "the field shows what does not hold");
        await page.locator("#notice").evaluate((box) => (box.textContent = ""));
      }
    },
  },

  "what is met of a limit is named, with its value and its control": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-limits").click();
      await page.locator("#limit-maxOutput").selectOption({ label: "16 KB" });
      await program(page, "while True: print('x' * 100)");
      matches(await run(page), /wrote more than allowed/);
      matches(await page.locator("#output .note").last().innerText(), /^Output is limited to 16 KB\. Change it under Limits, Output$/);
      await page.locator("#output .note button").click();
      check((await focused(page)) === "limit-maxOutput", "the control is not reached");
      await program(page, "bytearray(1 << 28)");
      await run(page);
      matches(await page.locator("#output .note").last().innerText(), /^Memory is limited to 16 MB\./);
    },
  },

  "a limit that is changed while state is kept waits for a Reset, and that is said": {
    async act(visit) {
      const page = await visit.open();
      const limit = async (label) => {
        await page.locator("#tab-limits").click();
        await page.locator("#limit-fuel").selectOption({ label });
      };
      const told = () => page.locator("#notice").textContent();
      await limit("1 million");
      check(!/Keep state/.test(await told()), "said where nothing is kept");
      await program(page, "n = 7");
      await run(page);
      await page.locator("#keep").check();
      await limit("10 million");
      matches(await told(), /^Keep state is on, so this holds once the state is forgotten\./);
      await program(page, "for i in range(1000000): pass\nn");
      matches(await run(page), /fuel was used up/);
      matches(await page.locator("#output .note").last().innerText(), /^Fuel was limited to 1 million; from the next fresh run on it is 10 million\. Change it/);
      await page.locator("#notice button").filter({ hasText: "Reset" }).click();
      await until(page, "the reset", () => page.locator("#status").innerText(), /forgotten/);
      matches(await run(page), /^NameError/);
      await limit("1 million");
      await page.locator("#notice").evaluate((box) => box.replaceChildren());
      await limit("10 million");
      check((await told()) === "", "said of a limit that holds already");
    },
  },

  "what explains an error is seen where its end is": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "for i in range(60): print(i)\n1 / 0");
      await run(page);
      await page.locator("#output .teach").waitFor();
      await until(page, "the end", () => page.locator("#output").evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight < 5));
    },
  },

  "the focus stays on Run and Stop": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "1");
      await page.locator("#run").focus();
      await untilEnd(page, () => page.keyboard.press("Enter"));
      matches(await page.locator("#status").innerText(), /Finished/);
      check((await focused(page)) === "run", `the focus is on ${await focused(page)}`);
    },
  },

  "carriage returns and colours do as in a terminal, and bidi controls stay in their line": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, String.raw`import time
for n in range(0, 101, 20):
    print('\r%d %%' % n, end='')
    time.sleep(0.01)
print()
print('abcdef\rAB')
print('one\b\b\bTWO')
print('\x1b[31mred\x1b[0m plain \x1b[1;44mboth\x1b[m \x1b]0;title\x07end')
print('win\r')
print('\u202egnol\u202c')`);
      await run(page);
      const text = await page.evaluate(() => document.getElementById("output").textContent);
      check(text === "100 %\nABcdef\nTWO\nred plain both end\nwin\n\u202egnol\u202c\n", JSON.stringify(text));
      check((await page.locator("#output .f1").innerText()) === "red" && (await page.locator("#output .a1.b4").innerText()) === "both", "no colours");
      check((await complaints(visit, page)).length === 0, "axe complains");
    },
  },

  "the bytes around a text stay as they are": {
    async act(visit) {
      const page = await visit.open();
      await upload(page, file("dos.txt", "\ufeffone\r\ntwo\r\n"), file("mixed.txt", "one\r\ntwo\n"));
      await page.getByRole("button", { name: "Edit dos.txt" }).click();
      check((await source(page)) === "one\ntwo\n", "the text is another");
      await program(page, "one\ntwo\nthree\n");
      await page.getByRole("button", { name: "Edit mixed.txt" }).click();
      await notice(page, /end in different ways/);
      await showProgram(page);
      await program(page, "open('dos.txt', 'rb').read()");
      await run(page);
      matches(await page.locator("#output .value").innerText(), /b'\\xef\\xbb\\xbfone\\r\\ntwo\\r\\nthree\\r\\n'/);
    },
  },

  "a file replaces another one of its name only if that is wanted, and Undo closes no edit": {
    async act(visit) {
      const page = await visit.open();
      await upload(page, file("a_b.txt", "first"));
      const name = await page.locator("#files-panel .name").evaluate((name) => ({ text: name.scrollHeight, box: name.clientHeight, size: parseFloat(getComputedStyle(name).fontSize) }));
      check(name.text <= name.box && name.box > 1.4 * name.size, `underscores are cut off: ${JSON.stringify(name)}`);
      await give(page, file("a_b.txt", "second"));
      await page.getByRole("button", { name: "Leave it as it is" }).click();
      const content = async () => {
        await program(page, "print(open('a_b.txt').read())");
        await run(page);
        return (await output(page)).trim();
      };
      check((await content()) === "first", "it was replaced");
      await give(page, file("a_b.txt", "second"));
      await page.getByRole("button", { name: "Replace it" }).click();
      await until(page, "the new size", () => page.locator("#files-panel").innerText(), /a_b\.txt\s*6 B/);
      check((await content()) === "second", "it was not replaced");
      await upload(page, file("c.txt", "c"));
      await page.getByRole("button", { name: "Edit c.txt" }).click();
      await page.locator("#file-rename").click();
      await page.locator("#ask-name").fill("a_b.txt");
      await page.locator("#ask-name-ok").click();
      matches(await page.locator(".wrong").innerText(), /one of that name already/);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Edit a_b.txt" }).click();
      await program(page, "half a text");
      await page.getByRole("button", { name: "Delete c.txt" }).click();
      await page.getByRole("button", { name: "Undo" }).click();
      check((await source(page)) === "half a text", "the edit is gone");
      await until(page, "the file", () => page.locator("#files-panel").innerText(), /c\.txt/);
    },
  },

  "a program too long for a link is refused with its size, and what cannot be copied is selected": {
    async act(visit) {
      await visit.context.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
      const page = await visit.open();
      await program(page, "print('short')");
      await page.locator("#share-open").click();
      await page.locator("#copy-code").click();
      const chosen = await page.locator("#copy-by-hand").evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
      check(chosen === "print('short')", `selected: ${chosen}`);
      await page.keyboard.press("Escape");
      let n = 1;
      const noise = Array.from({ length: 80_000 }, () => String.fromCharCode(48 + ((n = (Math.imul(n, 1103515245) + 12345) >>> 0) >>> 16) % 75)).join("");
      await program(page, `# ${noise}`);
      await page.locator("#share-open").click();
      await until(page, "the refusal", () => page.locator("#share").innerText(), /too long for a link: it would have [\d,]+ characters/);
      check(await page.locator("#copy-link").isDisabled(), "the link can be copied");
    },
  },

  "a session of a tutorial can be pasted into the prompt": {
    async act(visit) {
      const page = await visit.open();
      await paste(page, "#prompt", ">>> def twice(n):\n...     return 2 * n\n...\n>>> twice(21)\n42\n");
      check((await page.locator("#prompt").inputValue()) === "def twice(n):\n    return 2 * n\n\ntwice(21)", JSON.stringify(await page.locator("#prompt").inputValue()));
      await page.locator("#prompt").press("Control+Enter");
      await until(page, "the value", () => page.locator("#output .value").last().innerText(), /42/);
    },
  },

  "SVG without a namespace is a picture": {
    async act(visit) {
      const page = await visit.open();
      await program(page, `'<svg width="9" height="9"><rect width="9" height="9"/></svg>'`);
      await run(page);
      await until(page, "the picture", () => page.locator("#output img").evaluate((img) => img.complete && img.naturalWidth > 0));
    },
  },

  "a dark system gets a dark page before any script runs": {
    options: { colorScheme: "dark" },
    chromiumOnly: "a dark system cannot be feigned by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      const page = await visit.context.newPage();
      await page.route(/\.js$/, (route) => new Promise((resolve) => setTimeout(resolve, 1500)).then(() => route.continue()));
      await page.goto(visit.url, { waitUntil: "commit" });
      const background = () => page.evaluate(() => document.body && document.readyState !== "loading" && getComputedStyle(document.body).backgroundColor);
      await until(page, "colours", () => background(), "rgb(19, 21, 23)");
      await page.waitForSelector("body[data-state=ready]");
    },
  },

  "a script or an engine that does not come can be asked for again": {
    options: { serviceWorkers: "block" }, // they would come from there
    chromiumOnly: "requests cannot be refused by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      const page = await visit.context.newPage();
      let refuse = true;
      await page.route(/micropython-.*\.wasm$/, (route) => (refuse ? route.abort() : route.continue()));
      await page.goto(visit.url);
      await page.locator("#retry").waitFor();
      matches(await output(page), /fetch/i);
      await until(page, "the program", async () => (await source(page)).includes("Hello"));
      refuse = false;
      await page.locator("#retry").click();
      await page.waitForSelector("body[data-state=ready]");
      await program(page, "print('here')");
      matches(await run(page), /^Finished$/);
      await saved(page);
      const other = await visit.context.newPage();
      refuse = true;
      await other.route(/main-.*\.js$/, (route) => (refuse ? route.abort() : route.continue()));
      await other.goto(visit.url);
      await other.locator("#retry").waitFor();
      matches(await other.locator("#status").innerText(), /did not come/);
      refuse = false;
      await other.locator("#retry").click();
      await other.waitForSelector("body[data-state=ready]");
      const third = await visit.context.newPage();
      refuse = true;
      await third.route(/editor_view-.*\.js$/, (route) => (refuse ? route.abort() : route.continue()));
      await third.goto(visit.url);
      await third.locator("#retry-editor").waitFor();
      matches(await run(third), /^Finished$/); // without an editor
      matches(await output(third), /^here$/m); // which the page kept
      refuse = false;
      await third.locator("#retry-editor").click();
      await third.waitForSelector(".cm-content");
    },
  },

  "forced colours leave the switch, the chosen tab and the meters to be seen": {
    options: { forcedColors: "active" },
    chromiumOnly: "forced colours cannot be feigned by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      const page = await visit.open();
      const style = (selector, pseudo, property) => page.evaluate(([selector, pseudo, property]) => getComputedStyle(document.querySelector(selector), pseudo)[property], [selector, pseudo, property]);
      check((await style("#keep", null, "borderTopWidth")) === "1px", "the switch has no edge");
      const canvas = await style("body", null, "backgroundColor");
      check((await style("#keep", "::after", "backgroundColor")) !== canvas, "the switch has no knob");
      for (const tab of ["#tab-output", "#file-tabs [role=tab]"]) {
        await page.locator(tab).hover();
        const ground = await style(tab, null, "backgroundColor");
        check(ground !== canvas && ground !== (await style("#tab-files", null, "backgroundColor")), `the chosen tab ${tab} is not marked`);
        check(ground !== (await style(tab, null, "color")), `the chosen tab ${tab} cannot be read`);
      }
      await program(page, "1 / 0");
      await run(page);
      check((await page.locator(".cm-error-line").evaluate((line) => getComputedStyle(line).borderLeftWidth)) === "4px", "the line of the error is not marked");
    },
  },

  "on paper there is the whole program and the whole output": {
    chromiumOnly: "printing is not to be had by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      const page = await visit.open();
      await program(page, `${Array.from({ length: 300 }, (_, i) => `# line ${i}`).join("\n")}\nfor i in range(300): print('out', i)`);
      await run(page);
      const pdf = await page.pdf();
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      check(pages >= 8, `${pages} pages`);
    },
  },

  "everything can be reached at 320 x 256 and in a landscape phone": {
    options: { viewport: { width: 320, height: 256 } },
    async act(visit) {
      const page = await visit.open();
      for (const viewport of [{ width: 320, height: 256 }, { width: 320, height: 640 }, { width: 740, height: 340 }, { width: 820, height: 700 }]) {
        await page.setViewportSize(viewport);
        await program(page, "print('seen')");
        matches(await run(page), /Finished/);
        const where = `${viewport.width} x ${viewport.height}`;
        check((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${where}: the page scrolls sideways`);
        for (const id of ["run", "stop", "reset", "keep", "tab-output", "tab-files", "tab-limits", "find-output", "clear", "prompt", "programs-open"]) {
          const box = await page.locator(`#${id}`).boundingBox();
          check(box && box.width > 8 && box.x >= 0 && box.x + box.width <= viewport.width + 0.5, `${where}: #${id} is beyond the edge: ${JSON.stringify(box)}`);
        }
        const cut = await page.locator(".tools .switch span").evaluate((label) => label.getBoundingClientRect().right - document.documentElement.clientWidth);
        check(cut <= -8, `${where}: the switch's label is cut`);
        const over = await collisions(page);
        check(over.length === 0, `${where}: ${over.join(", ")} lie over each other`);
        const heights = await page.evaluate(() => ["editor", "output"].map((id) => document.getElementById(id).getBoundingClientRect().height));
        check(heights.every((height) => height >= 88), `${where}: ${heights}`);
        await page.locator("#programs-open").click();
        await page.locator("#programs-export").scrollIntoViewIfNeeded();
        check(await page.locator("#programs-export").isVisible(), `${where}: the menu's end cannot be reached`);
        await page.keyboard.press("Escape");
      }
    },
  },
};
