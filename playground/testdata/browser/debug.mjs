// The debugger: following a run forwards and back.
import { check, collisions, complaints, matches, newFile, output, program, run, showProgram, source, until, withoutTimeLimit } from "./steps.mjs";

const bill = `def total(items):
    result = 0
    for name, price in items:
        result += price
    return result

basket = [("tea", 3), ("cake", 4.5)]
print("adding up")
bill = total(basket)
print(bill)
`;

const bar = (page, stride) => page.locator(`#debug-bar [data-stride="${stride}"]`);

/** Waits until the program stands, and gives the status line. */
async function stands(page) {
  await until(page, "the program to stand", async () => {
    check((await page.locator("#debug-bar").count()) > 0, `debugging has ended: ${await page.locator("#status").innerText()}: ${await output(page)}`);
    return (await bar(page, "over").getAttribute("aria-disabled")) === "false";
  });
  return page.locator("#status").innerText();
}

async function press(page, key) {
  await page.keyboard.press(key);
  return stands(page);
}

async function breakpoint(page, line) {
  await page.locator(".cm-lineNumbers .cm-gutterElement", { hasText: new RegExp(`^${line}$`) }).click();
  await page.locator(".cm-lineNumbers .cm-break", { hasText: new RegExp(`^${line}$`) }).waitFor();
}

async function debug(page) {
  await page.locator("#debug").click();
  await page.locator("#debug-bar").waitFor();
  return stands(page);
}

const names = (page) => page.locator("#debug-names .values").innerText();
const now = (page) => page.locator(".cm-line.cm-now").innerText();

async function slide(page, share) {
  await page.locator("#debug-slider").evaluate((slider, share) => {
    slider.value = String(Math.round(Number(slider.min) + (Number(slider.max) - Number(slider.min)) * share));
    slider.dispatchEvent(new Event("input"));
    slider.dispatchEvent(new Event("change"));
  }, share);
  return stands(page);
}

export const scenarios = {
  "the debugger: a breakpoint in the gutter, in, over, out and back, stack and values": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, bill);
      await breakpoint(page, 4);
      matches(await page.locator("#status").innerText(), /^Breakpoint at line 4/);
      check((await debug(page)) === "Line 4 in total", "it does not stand at the breakpoint");
      matches(await now(page), /result \+= price/);
      matches(await page.locator("#debug-names .stack").innerText(), /total\s*main\.py:4\s*module\s*main\.py:9/);
      matches(await names(page), /items \[\('tea', 3\), \('cake', 4\.5\)\]\s*result 0\s*name 'tea'\s*price 3/);
      matches(await output(page), /^adding up\n?$/);
      check((await press(page, "F10")) === "Line 3 in total", "over");
      matches(await page.locator("#debug-names .changed").innerText(), /^3$/); // result
      check((await press(page, "F10")) === "Line 4 in total", "over again");
      matches(await names(page), /result 3\s*name 'cake'\s*price 4\.5/);
      check((await press(page, "Control+F10")) === "Line 3 in total", "back over");
      check((await press(page, "Control+Shift+F11")) === "Line 4 in total", "back out, but for the breakpoint");
      check((await press(page, "Control+Shift+F11")) === "Line 9", "back out");
      check((await press(page, "F11")) === "Line 2 in total", "in");
      check((await press(page, "Control+F11")) === "Line 9", "back");
      await bar(page, "in").click();
      await stands(page);
      await bar(page, "out").click();
      check((await stands(page)) === "Line 4 in total", "a stride ends at a breakpoint");
      await breakpoint(page, 10);
      check((await press(page, "F5")) === "Line 4 in total", "continue");
      check((await press(page, "F5")) === "Line 10", "to the breakpoint that was set meanwhile");
      matches(await names(page), /bill 7\.5/);
      await page.locator("#debug-names .fold").first().click();
      await page.locator("#debug-names .tree .tree li", { hasText: "('tea', 3)" }).waitFor();
      await page.locator("#debug-watch").fill("bill * 2");
      await page.keyboard.press("Enter");
      await page.locator("#debug-names li", { hasText: "bill * 2 15.0" }).waitFor();
      check((await press(page, "F5")) === "Finished", "the end");
      matches(await output(page), /^adding up\n7\.5\n?$/);
      matches(await page.locator("#debug-names").innerText(), /The run has ended/);
      check((await press(page, "Control+F5")) === "Line 10", "back from the end");
      matches(await output(page), /^adding up\n?$/);
      await page.locator("#debug-end").click();
      check((await page.locator("#debug-bar, .cm-now, body.debugging").count()) === 0, "something of the debugger is left");
      matches(await run(page), /^Finished$/);
    },
  },

  "breakpoints stay with their lines, and go with them": {
    async act(visit) {
      const page = await visit.open();
      const marks = () => page.locator(".cm-lineNumbers .cm-break").allInnerTexts();
      const stand = async (want) => until(page, "the breakpoints", async () => (await marks()).join(), want);
      await program(page, "a=1\nb=2\nfor i in range(3):\n    print( i )\nprint( a )\n\n\n\n\nprint( a )\n");
      for (const line of [2, 4, 10]) await breakpoint(page, line);
      await page.locator(".cm-line").nth(1).click();
      await page.keyboard.press("Home");
      await page.keyboard.press("Enter");
      await stand("3,5,11");
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("Shift+Alt+F");
      await until(page, "the format", () => source(page), /print\(i\)/);
      const lines = (await source(page)).split("\n");
      await stand([lines.indexOf("b = 2") + 1, lines.indexOf("    print(i)") + 1, lines.lastIndexOf("print(a)") + 1].join());
      await program(page, "other = 1\nprint(other)\n");
      await stand("");
    },
  },

  "the debugger: several files, input, functions of the page, what is shown": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await newFile(page, "shop.py", "def price(name):\n    found = {'tea': 3}[name]\n    return found\n");
      await page.locator(".cm-content").click();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("F9"); // at line 3
      await page.locator(".cm-lineNumbers .cm-break", { hasText: /^3$/ }).waitFor();
      await showProgram(page);
      await program(page, 'import shop, page\nname = input("what? ")\ntext = page.fetch("manifest.json" if name == "x" else "icon.svg")\ndisplay([{"a": 1}])\nprint(shop.price(name), len(text) > 10)\nlast = 1\n');
      await page.keyboard.press("F5");
      await page.locator("#ask-text").waitFor();
      await page.locator("#ask-text").fill("tea");
      await page.keyboard.press("Enter");
      check((await stands(page)) === "Line 3 in price of shop.py", `it stands at ${await page.locator("#status").innerText()}`);
      check((await page.locator(".file-tabs [aria-selected=true]").innerText()) === "shop.py", "the file is not shown");
      matches(await names(page), /found 3/);
      matches(await output(page), /^what\? tea\n/);
      check((await page.locator("#output .rich table").count()) === 1, "the table is not shown");
      await page.locator("#debug-names .stack button").last().click();
      await until(page, "the caller", () => now(page), /shop\.price/);
      await press(page, "Control+F10");
      await press(page, "Control+F10");
      check((await press(page, "Control+F10")) === "Line 4", `back at ${await page.locator("#status").innerText()}`);
      check((await page.locator("#output .rich").count()) === 0, "the table is shown before its time");
      matches(await output(page), /^what\? tea\n?$/);
      await press(page, "Control+F5");
      check((await output(page)).trim() === "" || /Press Run/.test(await output(page)), "there is output at the begin");
      check((await press(page, "F5")) === "Line 3 in price of shop.py", "it is asked for again"); // and nobody was asked
      matches(await output(page), /^what\? tea\n/);
      await press(page, "F5");
      matches(await output(page), /3 True\n?$/);
      await showProgram(page);
      await page.locator(".cm-content").click();
      await page.keyboard.type("#");
      await until(page, "the end of debugging", () => page.locator("#status").innerText(), /since the program was edited/);
    },
  },

  "the debugger: the slider shows each moment's line, output and values": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "n = 0\nwhile n < 2000:\n    n += 1\n    if n % 500 == 0:\n        print(n)\n");
      await debug(page);
      check((await press(page, "F5")) === "Finished", "the end");
      const max = Number(await page.locator("#debug-slider").getAttribute("max"));
      let before = 0;
      for (const share of [0.1, 0.35, 0.6, 0.85]) {
        matches(await slide(page, share), /^Line \d$/);
        matches(await names(page), /n \d+/);
        const n = Number(/n (\d+)/.exec(await names(page))[1]);
        check(Math.abs(n - 2000 * share) < 150 && n > before, `at ${share} of ${max} n is ${n}`);
        before = n;
        const lines = (await output(page)).trim().split("\n").filter((line) => /^\d+$/.test(line));
        check(lines.length === Math.floor(n / 500) || n % 500 === 0, `at n = ${n} there is ${lines}`);
      }
      const statement = async () => Number(/statement ([\d,]+)/.exec(await page.locator("#debug-place").innerText())[1].replaceAll(",", ""));
      const at = await statement();
      await page.locator("#debug-slider").focus();
      await press(page, "ArrowLeft");
      check((await statement()) === at - 1, "the left arrow does not go to the statement before");
      await press(page, "ArrowRight");
      check((await statement()) === at, "the right arrow does not go on");
    },
  },

  "the debugger: an exception stops where it was raised, Pause in an endless loop, Stop": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "def half(n):\n    try:\n        return 1 // n\n    finally:\n        print('tried')\nfor k in (1, 0):\n    half(k)\n");
      await debug(page);
      matches(await press(page, "F5"), /^ZeroDivisionError: .*raised here$/);
      matches(await now(page), /return 1 \/\/ n/);
      matches(await names(page), /n 0/);
      check((await page.locator(".cm-line.cm-raised").count()) === 1, "the line is not marked");
      matches(await output(page), /^tried\n?$/); // at its raise, the second is still to come
      await press(page, "F5");
      matches(await page.locator("#output .error").innerText(), /ZeroDivisionError/);
      await page.locator("#debug-end").click();
      await withoutTimeLimit(page);
      await program(page, "n = 0\nwhile True:\n    n += 1\n");
      await debug(page);
      await page.keyboard.press("F5");
      await until(page, "the run", () => page.locator("#debug-pause").getAttribute("aria-disabled"), "false");
      await page.waitForTimeout(1500);
      await page.locator("#debug-pause").click();
      matches(await stands(page), /^Line [23]$/);
      check(Number(/n (\d+)/.exec(await names(page))[1]) > 1000, "it did not go far");
      const place = await page.locator("#debug-place").innerText();
      await press(page, "Control+F11");
      check((await page.locator("#debug-place").innerText()) !== place, "it cannot go back from there");
      await page.keyboard.press("F5");
      await page.locator("#stop").click();
      await until(page, "the stop", () => page.locator("#debug-bar").count(), 0);
      await program(page, "print(6 * 7)");
      matches(await run(page), /^Finished$/);
      await program(page, "1 = 2");
      await debug(page);
      matches(await page.locator("#status").innerText(), /SyntaxError/);
    },
  },

  "the debugger comes when it is wanted, and looks and reads well": {
    async act(visit) {
      const page = await visit.open();
      const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
      const before = (await loaded()).length;
      await program(page, bill);
      await breakpoint(page, 4);
      check((await loaded()).length > before, "the debugger was there before it was wanted");
      await debug(page);
      for (const [width, height, media] of [[1280, 800, {}], [820, 1100, {}], [390, 844, {}], [390, 844, { colorScheme: "dark" }], [1280, 800, { colorScheme: "dark" }], [1280, 800, { forcedColors: "active" }], [320, 600, {}]]) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...media });
        await page.waitForTimeout(200);
        const bad = [...(await complaints(visit, page)), ...(await collisions(page))];
        check(bad.length === 0, `${width} px ${JSON.stringify(media)}: ${bad.join("\n")}`);
        if (height > 700) check((await page.locator("#editor").boundingBox()).height > 100, `${width} px: the editor has no room`);
      }
    },
  },
};
