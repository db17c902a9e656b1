// The custom elements for pages of others, on the page that documents them.
import { check, complaints, matches, until } from "./steps.mjs";

/** Opens the page, and lists what it requests. */
async function open(visit, page) {
  page ??= await visit.context.newPage();
  visit.watch(page);
  const requests = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname.split("/").at(-1)));
  await page.goto(`${visit.url}embed.html`);
  await page.locator("#below .run").waitFor();
  return { page, requests };
}

/** Runs a cell, and returns what it prints. */
async function run(page, id) {
  await page.locator(`#${id} .run`).click();
  return ended(page, id);
}

async function ended(page, id) {
  await until(page, `the end of ${id}`, () => page.locator(`#${id} .run`).getAttribute("aria-disabled"), "false");
  return page.locator(`#${id} .output`).innerText();
}

async function write(page, id, code) {
  await page.locator(`#${id} textarea`).fill(code);
}

const engine = (requests) => requests.filter((name) => /wasm$|^(run|worker)\.js$/.test(name));

export const scenarios = {
  "cells load nothing before they are touched, and run": {
    async act(visit) {
      const { page, requests } = await open(visit);
      await page.waitForTimeout(300);
      check(engine(requests).length === 0, `loaded too soon: ${requests.join(" ")}`);
      matches(await run(page, "first"), /1 squared is 1\n[\s\S]*5 squared is 25/);
      check(engine(requests).includes("core.wasm"), `loaded: ${requests.join(" ")}`);
      check(!requests.includes("local.js") && !requests.includes("index.js"), `loaded too much: ${requests.join(" ")}`);
      matches(await run(page, "attribute"), /1267650600228229401496703205376/);
      await page.locator("#auto").scrollIntoViewIfNeeded();
      await until(page, "the run of what is seen", () => page.locator("#auto .output").innerText(), /Python 3/);
      check((await page.locator("#auto textarea").count()) === 0, "a read-only cell can be edited");
      matches(await run(page, "prepared"), /^8\s*$/);
      check(!(await page.locator("#prepared").innerText()).includes("orders = ["), "set-up code is seen");
    },
  },

  "exercises show a check mark, cells share a session": {
    async act(visit) {
      const { page } = await open(visit);
      await run(page, "reverse");
      matches(await page.locator("#reverse .mark").innerText(), /Not yet[\s\S]*Line 1 should be: desserts/);
      await write(page, "reverse", "print('stressed'[::-1])");
      await run(page, "reverse");
      matches(await page.locator("#reverse .mark").innerText(), /Correct/);
      await run(page, "leap");
      matches(await page.locator("#leap .mark").innerText(), /Not yet[\s\S]*1900/);
      await write(page, "leap", "def is_leap(y):\n    return y % 4 == 0 and y % 100 != 0 or y % 400 == 0");
      await run(page, "leap");
      matches(await page.locator("#leap .mark").innerText(), /Correct/);
      matches(await page.locator("#progress").innerText(), /2 of 2/);
      await write(page, "leap", "def is_leap(y)");
      matches(await run(page, "leap"), /SyntaxError/);
      matches(await page.locator("#leap .mark").innerText(), /Not yet/);
      await page.locator("#leap .reset").click();
      matches(await page.locator("#leap textarea").inputValue(), /return year % 4/);

      matches(await run(page, "below"), /'Good morning, Ada'/); // the cell above ran first
      await write(page, "above", "def greet(name): return 'Hi ' + name");
      await run(page, "above");
      matches(await run(page, "below"), /'Hi Ada'/);
      await page.locator("#below .reset").click();
      matches(await run(page, "below"), /'Hi Ada'/);
    },
  },

  "cells ask, stop, show pictures and errors, call the page, and have files": {
    differs: true,
    async act(visit) {
      const { page } = await open(visit);
      await page.locator("#asks .run").click();
      await page.locator("#asks .line").fill("Ada");
      await page.locator("#asks .line").press("Enter");
      matches(await ended(page, "asks"), /Your name\?[\s\S]*Ada[\s\S]*Hello, Ada/);
      await page.locator("#asks .run").click();
      await page.locator("#asks .line").waitFor();
      await page.locator("#asks .stop").click();
      await ended(page, "asks");

      await write(page, "first", "while True: pass");
      await page.locator("#first textarea").press("Control+Enter");
      await page.locator("#first .stop").click();
      await ended(page, "first");
      matches(await page.locator("#first .status").innerText(), /Stopped/);
      await write(page, "first", "'<svg viewBox=\"0 0 9 9\"><circle r=\"4\" cx=\"4\" cy=\"4\"/></svg>'");
      await run(page, "first");
      await until(page, "a picture", () => page.locator("#first img").evaluate((image) => image.naturalWidth > 0));
      await write(page, "first", "if True:");
      await page.locator("#first textarea").press("Enter");
      check((await page.locator("#first textarea").inputValue()) === "if True:\n    ", "Enter does not indent");
      await write(page, "first", "1 / 0");
      matches(await run(page, "first"), /line 1[\s\S]*ZeroDivisionError/);

      matches(await run(page, "shop"), /Two teas are 6/);
      matches(await run(page, "files"), /a square of 3 9/);
      await page.getByRole("tab", { name: "shapes.py" }).click();
      await page.locator("#files textarea").fill("class Square:\n    def __init__(self, n): self.area = -n");
      matches(await run(page, "files"), /-3/);
      await page.getByRole("tab", { name: "shapes.py" }).press("ArrowLeft");
      matches(await page.locator("#files textarea").inputValue(), /from shapes import Square/);
      const [other] = await Promise.all([visit.context.waitForEvent("page"), page.locator("#files .open").click()]);
      await other.waitForSelector("body[data-state=ready]");
      matches(await other.locator("#editor .cm-content").innerText(), /squares/);
      await other.locator("#run").click();
      await until(other, "the run of a program with a file", () => other.locator("#output").innerText(), /-3/);
    },
  },

  "cells show tables, charts and turtles": {
    differs: true,
    async act(visit) {
      const { page } = await open(visit);
      await run(page, "shows");
      check((await page.locator("#shows .rich td").allInnerTexts()).join() === "3,12,5,7", "the table is another");
      await page.getByRole("button", { name: "cake" }).click();
      check((await page.locator("#shows .rich td").allInnerTexts()).join() === "5,7,3,12", "the table does not sort");
      await until(page, "the chart", () => page.locator("#shows .rich img").evaluate((image) => image.naturalWidth > 0));
      await write(page, "first", "import turtle\nturtle.forward(100)\nturtle.dot(50, 'red')\nprint(turtle.pos())");
      matches(await run(page, "first"), /\(100\.00,0\.00\)/);
      const red = () => page.locator("#first canvas").first().evaluate((canvas) => [...canvas.getContext("2d").getImageData((canvas.width * 2) / 3, canvas.height / 2, 1, 1).data].join());
      await until(page, "the dot", () => red(), "255,0,0,255");
      const found = await complaints(visit, page);
      check(found.length === 0, found.join("\n"));
    },
  },

  "cells whose engine does not come say so, and can be run again": {
    async act(visit) {
      const { page } = await open(visit);
      await page.route(/core\.wasm$/, (route) => route.abort());
      matches(await run(page, "first"), /could not be loaded/);
      visit.problems.length = 0; // the request that failed
      await page.unroute(/core\.wasm$/);
      matches(await run(page, "first"), /5 squared is 25/);
    },
  },

  "the page about cells is accessible, narrow and dark too, and is code without scripts": {
    options: { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
    async act(visit) {
      const { page } = await open(visit);
      await run(page, "leap");
      const wrong = await complaints(visit, page);
      check(wrong.length === 0, wrong.join("\n"));
      check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page scrolls sideways");
      // What a page of its own rules says reaches no cell.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("button, textarea, pre, div { display: none !important; color: red !important }");
        document.adoptedStyleSheets = [sheet];
      });
      check(await page.locator("#first .run").isVisible(), "the page's rules reach into a cell");
      if (visit.firefox) return; // whose driver cannot turn scripts off
      const plain = await visit.context.browser().newContext({ javaScriptEnabled: false });
      const without = await plain.newPage();
      await without.goto(`${visit.url}embed.html`);
      check(await without.locator("#first pre").isVisible(), "without scripts there is no code");
      check(!(await without.locator("#prepared").innerText()).includes("orders = ["), "set-up code is seen without scripts");
      await plain.close();
    },
  },

  "a plain static site has cells": {
    async act(visit) {
      const page = await visit.context.newPage();
      visit.watch(page);
      await page.goto(new URL("/example/index.html", visit.url).href);
      await page.locator("#more .run").click();
      await ended(page, "more");
      matches(await page.locator("#show .output").innerText(), /1 Rhine[\s\S]*3 Oder/);
      matches(await page.locator("#more .output").innerText(), /\['Elbe', 'Oder', 'Rhine'\]/);
      await page.locator("#task textarea").fill("print(*rivers, sep=', ')");
      await run(page, "task");
      matches(await page.locator("#task .mark").innerText(), /Correct/);
    },
  },
};
