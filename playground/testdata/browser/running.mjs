// Running, stopping and forgetting.
import { check, enter, matches, output, program, run, source, until, withoutTimeLimit } from "./steps.mjs";

/** A page in which an endless program was stopped, and what was set before is still there. */
async function stopped(visit) {
  const page = await visit.open();
  await withoutTimeLimit(page);
  await program(page, "kept = 7");
  await run(page); // in a session that has that limit
  await page.locator("#keep").check();
  await program(page, 'print("begun")\nn = 0\nwhile True:\n    n += 1');
  await page.locator("#run").click();
  await until(page, "output", () => output(page), /begun/);
  check((await page.locator("body").getAttribute("data-state")) === "running", "not running any more");
  await page.locator("#stop").click();
  await page.waitForSelector("body[data-state=ready]");
  matches(await page.locator("#status").innerText(), /^Stopped/);
  await enter(page, "kept");
  matches(await page.locator("#output .value").last().innerText(), /7/);
  return page;
}

async function asking(visit) {
  const page = await visit.open();
  await page.locator("#tab-limits").click();
  await page.locator("#limit-timeoutMs").selectOption({ label: "5 seconds" });
  await program(page, 'name = input("Name? ")\nprint("Hello", name)\ninput()');
  await page.locator("#run").click();
  await page.locator("#ask-text").waitFor();
  await page.waitForTimeout(5200); // a person may take longer than a program
  await page.locator("#ask-text").fill("Ada");
  await page.keyboard.press("Enter");
  await until(page, "the answer", () => output(page), /Name\? Ada\nHello Ada/);
  await page.locator("#ask-end").click();
  await until(page, "the end", () => page.locator("#status").innerText(), /EOFError/);
  await page.locator("#run").click();
  await page.locator("#ask-text").waitFor();
  await page.locator("#stop").click();
  await until(page, "the stop", () => page.locator("#status").innerText(), /Stopped/);
  check(!(await page.locator("#ask").isVisible()), "the question is still there");
}

export const scenarios = {
  "a run shows stdout, stderr and the last value": {
    async act(visit) {
      const page = await visit.open();
      await program(page, 'import sys\nprint("to stdout")\nprint("to stderr", file=sys.stderr)\n{"a": [1, 2.0, None, b"x", (3,)]}');
      matches(await run(page), /^Finished$/);
      matches(await page.locator("#output .stdout").innerText(), /^to stdout$/m);
      matches(await page.locator("#output .stderr").innerText(), /^to stderr$/m);
      matches(await page.locator("#output .value").innerText(), /\{'a': \[1, 2\.0, None, b'x', \(3,\)\]\}/);
      matches(await page.locator("#used").innerText(), /ms[\s\S]*heap[\s\S]*fuel/);
      await page.locator("#clear").click();
      matches(await output(page), /Press Run/);
    },
  },

  "typing: indentation, a run by the keyboard, an error that leads to its line": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await page.locator(".cm-content").click();
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Delete");
      for (const line of ["def half(n):", "return 1 // n"]) {
        await page.keyboard.type(line);
        await page.keyboard.press("Enter");
      }
      await page.keyboard.press("Backspace"); // out of the block
      await page.keyboard.type("half(0)");
      check((await source(page)) === "def half(n):\n    return 1 // n\nhalf(0)", `typed: ${JSON.stringify(await source(page))}`);
      await page.keyboard.press("Control+Enter");
      await until(page, "the exception", () => page.locator("#status").innerText(), "ZeroDivisionError in line 2");
      matches(await page.locator(".cm-error-line").innerText(), /return 1 \/\/ n/);
      const frames = page.locator("#output .error button:not(.teach button)");
      check((await frames.count()) === 2, `frames: ${await output(page)}`);
      await frames.first().click();
      matches(await page.locator(".cm-activeLine").innerText(), /^half\(0\)/);
      await page.keyboard.type("#"); // an edit of another line leaves the mark
      check((await page.locator(".cm-error-line").count()) === 1, "the mark is gone");
      await frames.last().click();
      await page.keyboard.type(" ");
      check((await page.locator(".cm-error-line").count()) === 0, "the mark of an edited line is still there");
    },
  },

  "output comes while the program runs, and Stop ends it": {
    differs: true,
    needsWaiting: true,
    async act(visit) {
      const page = await stopped(visit);
      await enter(page, "n > 0");
      matches(await page.locator("#output .value").last().innerText(), /True/);
    },
  },

  "Escape stops a run, and so does a wish from before it began": {
    needsWaiting: true,
    async act(visit) {
      const page = await visit.open();
      await withoutTimeLimit(page);
      await program(page, "print('begun')\nwhile True: pass");
      await page.locator("#run").click();
      await until(page, "output", () => output(page), /begun/);
      await page.locator("#tab-output").focus();
      await page.keyboard.press("Escape");
      await page.waitForSelector("body[data-state=ready]");
      matches(await page.locator("#status").innerText(), /^Stopped/);
      await page.locator("#run").click();
      await until(page, "output", () => output(page), /begun/);
      for (const [button, box] of [["[popovertarget=examples]", "#examples"], ["#about-open", "#about"], ["#file-add", "#ask-name"]]) {
        await page.locator(button).click();
        await page.locator(box).waitFor();
        await page.keyboard.press("Escape");
        await page.locator(box).waitFor({ state: "hidden" });
        check((await page.locator("body").getAttribute("data-state")) === "running", `Escape in ${box} has stopped the program`);
      }
      await page.keyboard.press("Escape");
      await page.waitForSelector("body[data-state=ready]");
      await page.evaluate(() => {
        document.getElementById("run").click();
        document.getElementById("stop").click(); // while the session begins
      });
      await until(page, "the end", () => page.locator("#status").innerText(), /^Stopped/);
      await page.waitForSelector("body[data-state=ready]");
    },
  },

  "Run is remembered where it is pressed too early: while the engine loads, and after Reset": {
    options: { serviceWorkers: "block" }, // the engine would come from there
    async act(visit) {
      const page = await visit.context.newPage();
      visit.watch(page);
      let come;
      const held = new Promise((resolve) => (come = resolve));
      await page.route(/micropython-[^/]+\.wasm$/, (route) => held.then(() => route.continue()));
      await page.goto(visit.url);
      await page.locator("body[data-state=loading]").waitFor();
      await page.locator("#run").click();
      matches(await page.locator("#status").innerText(), /runs then/);
      come();
      await until(page, "the output", () => output(page), /Hello/);
      await page.waitForSelector(".cm-content");
      for (let i = 0; i < 3; i++) {
        await program(page, `print("after reset", ${i})`);
        await page.evaluate(() => {
          document.getElementById("reset").click();
          document.getElementById("run").click();
        });
        await until(page, "the end", () => page.locator("#status").innerText(), "Finished");
        await until(page, "the output", () => output(page), new RegExp(`^after reset ${i}\\s*$`));
        await enter(page, "1 + 1");
      }
    },
  },

  "what runs once the engine is there is what was there when Run was pressed, or nothing": {
    options: { serviceWorkers: "block" }, // the engine would come from there
    async act(visit) {
      const page = await visit.context.newPage();
      visit.watch(page);
      const changes = {
        input: () => page.locator("#stdin").evaluate((field) => ((field.value = "Ada"), field.dispatchEvent(new Event("input", { bubbles: true })))),
        file: () => page.locator("#files-panel input[type=file]").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") }),
        limit: () => page.locator("#limit-fuel").evaluate((field) => ((field.selectedIndex = 1), field.dispatchEvent(new Event("change", { bubbles: true })))),
        example: async () => {
          await page.locator("[popovertarget=examples]").click();
          await page.locator("[data-example]").nth(1).click();
        },
      };
      const ends = { stop: () => page.locator("#stop").click(), escape: () => page.keyboard.press("Escape") };
      for (const [name, act] of Object.entries({ ...changes, ...ends })) {
        let come;
        const held = new Promise((resolve) => (come = resolve));
        await page.route(/micropython-[^/]+\.wasm$/, (route) => held.then(() => route.continue()));
        await page.goto("about:blank");
        await page.goto(visit.url);
        await page.locator("body[data-state=loading]").waitFor();
        await until(page, "the program", () => page.locator("#program-title").textContent(), /./);
        await page.locator("#run").click();
        matches(await page.locator("#status").innerText(), /runs then/);
        await act();
        if (name in changes) await until(page, `what is said of ${name}`, () => page.locator("#notice").textContent(), /while the engine was loading, so nothing runs by itself: press Run/);
        matches(await page.locator("#status").innerText(), /^(Loading$|.*press Run$)/);
        come();
        await page.waitForSelector("body[data-state=ready]");
        await page.unroute(/micropython-[^/]+\.wasm$/);
        await page.waitForTimeout(300);
        check((await page.locator("#output-empty").count()) === 1 && (await page.locator("body").getAttribute("data-state")) === "ready", `after ${name}, something runs: ${await output(page)}`);
      }
      await page.locator("#run").click();
      await until(page, "output", () => output(page), /./);
    },
  },

  "much output stays in order, keeps its beginning and its end, and can be copied": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await withoutTimeLimit(page);
      await page.locator("#limit-maxOutput").selectOption({ label: "4 MB" });
      await program(page, "for i in range(200000):\n    print('line', i)");
      matches(await run(page), /^Finished$/);
      const text = await page.evaluate(() => document.getElementById("output").textContent);
      matches(text.slice(0, 40), /^line 0\nline 1\nline 2\n/);
      matches(text.slice(-40), /line 199998\nline 199999\n$/);
      matches(text, /line \d+\n… [\d,]+ characters are left out here[^\n]*line \d+\n/);
      const skipped = await page.locator("#output pre").evaluateAll((blocks) => blocks.filter((block) => getComputedStyle(block).contentVisibility === "auto").length);
      check(skipped > 100 && skipped >= (await page.locator("#output pre").count()) - 5, `the browser lays out all but ${skipped} blocks`);
      check(text.length < 1_300_000, `the page keeps ${text.length} characters`);
      await until(page, "the end", () => page.locator("#output").evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight < 40));
    },
  },

  "all of the output is copied, values, errors and what was displayed as text": {
    options: { permissions: ["clipboard-read", "clipboard-write"] },
    alone: true, // there is one clipboard
    chromiumOnly: "reading the clipboard is not to be had by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      const page = await visit.open();
      await program(page, "for i in range(2000): print('line', i)\ndisplay([1, 2])\n6 * 7");
      await run(page);
      await enter(page, "1 / 0");
      await page.locator("#copy-output").click();
      await until(page, "the word", () => page.locator("#notice").innerText(), /Output copied/);
      const text = await page.evaluate(() => navigator.clipboard.readText());
      matches(text, /^line 0\nline 1\n[^]*\nline 1999\n[^]*42\n1 \/ 0\nTraceback[^]*ZeroDivisionError/);
      check(text.match(/^line \d+$/gm).length === 2000, "lines are missing");
    },
  },

  "in an old browser, Stop goes back to before the run, and says so": {
    differs: true,
    old: true,
    async act(visit) {
      const page = await stopped(visit);
      matches(await output(page), /The state is that from before this run/);
      await enter(page, "n");
      matches(await page.locator("#output .error").last().innerText(), /NameError/);
    },
  },

  "a fresh run forgets, Keep state does not, Reset does": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "try:\n    n += 1\nexcept NameError:\n    n = 1\nn");
      for (const want of ["1", "1"]) {
        await run(page);
        check((await page.locator("#output .value").last().innerText()).includes(want), `fresh: ${await output(page)}`);
      }
      await page.locator("#keep").check();
      await run(page);
      matches(await page.locator("#output .value").last().innerText(), /2/);
      await page.locator("#reset").click();
      await until(page, "the reset", () => page.locator("#status").innerText(), /forgotten/);
      matches(await output(page), /Press Run/);
      await run(page);
      matches(await page.locator("#output .value").last().innerText(), /1/);
    },
  },

  "the prompt goes on with what a run left, and has a history": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "base = 40");
      await run(page);
      await enter(page, "base + 2");
      matches(await page.locator("#output .value").last().innerText(), /42/);
      const prompt = page.locator("#prompt");
      await prompt.click();
      await page.keyboard.type("def twice(n):");
      await page.keyboard.press("Enter");
      await page.keyboard.type("return 2 * n");
      await page.keyboard.press("Enter");
      check((await prompt.inputValue()) === "def twice(n):\n    return 2 * n\n    ", `a block: ${JSON.stringify(await prompt.inputValue())}`);
      await page.keyboard.press("Enter");
      await until(page, "the end of the line", () => prompt.inputValue(), "");
      await enter(page, "twice(21)");
      matches(await page.locator("#output .value").last().innerText(), /42/);
      await enter(page, "1 / 0");
      matches(await page.locator("#output .error").last().innerText(), /ZeroDivisionError/);
      await prompt.click();
      for (const key of ["ArrowUp", "ArrowUp", "ArrowDown"]) await page.keyboard.press(key);
      check((await prompt.inputValue()) === "1 / 0", `history: ${await prompt.inputValue()}`);
      await page.keyboard.press("ArrowDown");
      check((await prompt.inputValue()) === "", "history does not end with the line being typed");
    },
  },

  "the library runs from its folder, with no options": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      const outcome = await page.evaluate(async () => {
        const { MicroPython } = await import(new URL("lib/index.js", document.baseURI).href);
        const engine = await MicroPython.load();
        const session = await engine.session();
        const { kind, value, stdout } = await session.run("print('hello')\n6 * 7");
        await session.dispose();
        return [kind, value, stdout].join();
      });
      check(outcome === "completed,42,hello\n", outcome);
    },
  },

  "input() reads the Input tab": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-input").click();
      await page.locator("#stdin").fill("Ada\nGrace");
      await program(page, "[input(), input()]");
      for (let i = 0; i < 2; i++) { // each fresh run reads from the top
        await run(page);
        matches(await page.locator("#output .value").innerText(), /\['Ada', 'Grace'\]/);
      }
    },
  },

  "input() asks": { act: asking },

  "in an old browser, input() asks too": { old: true, act: asking },
};
