// Completion, signatures, documentation, squiggles, search and formatting.
import { check, complaints, enter, matches, newFile, output, program, run, source, until, untilEnd } from "./steps.mjs";

/** Types at the end of the program. */
async function type(page, text) {
  await page.locator(".cm-content").evaluate((content) => content.focus());
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text, { delay: 30 });
}

/** The names that are offered, once one of them is there, and the list takes keys: the editor lets it wait 75 ms (interactionDelay). */
async function offered(page, name) {
  const labels = page.locator(".cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled) .cm-completionLabel");
  await until(page, `the offer of ${name}`, async () => (await labels.allInnerTexts()).includes(name));
  await page.waitForTimeout(200);
  return labels.allInnerTexts();
}

/** Waits for a squiggle and gives what it says. */
async function squiggle(page, mark) {
  const found = page.locator(`.cm-lintRange-${mark}`).first();
  await found.waitFor();
  return { text: await found.innerText(), found };
}

export const scenarios = {
  "completion: a word that was begun before the assistant is there is gone on with": {
    options: { serviceWorkers: "block" }, // the assistant would come from there
    chromiumOnly: "requests cannot be held by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      await visit.context.route(/\/start-[^/]+\.js$/, (route) => new Promise((resolve) => setTimeout(resolve, 1500)).then(() => route.continue()));
      const page = await visit.open();
      await page.locator(".cm-content").evaluate((content) => content.focus());
      await page.keyboard.press("Control+End");
      await page.keyboard.type("import statis");
      await offered(page, "statistics");
    },
  },

  "keys for the assistant that come before it are not lost, and nothing of them is typed into the program": {
    options: { serviceWorkers: "block" },
    chromiumOnly: "requests cannot be held by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      await visit.context.route(/\/start-[^/]+\.js$/, (route) => new Promise((resolve) => setTimeout(resolve, 1500)).then(() => route.continue()));
      const page = await visit.open();
      const before = await source(page);
      await page.locator(".cm-content").evaluate((content) => content.focus());
      await page.keyboard.press("Control+f");
      await page.keyboard.type("python");
      await page.keyboard.press("Enter");
      await until(page, "the search", () => page.locator(".cm-search [name=search]").inputValue(), "python");
      await page.locator(".cm-searchMatch-selected").waitFor();
      await page.keyboard.press("Escape");
      check((await source(page)) === before, `typed into the program: ${await source(page)}`);
      const other = await visit.open();
      await other.locator(".cm-content").evaluate((content) => content.focus());
      await program(other, "x=1\n");
      await other.keyboard.press("Shift+Alt+F");
      await until(other, "the format", () => source(other), "x = 1\n");
    },
  },

  "completion: at the end of a program that the editor has not read to its end yet": {
    async act(visit) {
      const page = await visit.open();
      await program(page, `${"rows = [[1, 'two', (3, 4)], {'five': [6.0, None]}]\n".repeat(3500)}class Point:\n    def moved(self): pass\np = Point()\n`);
      await type(page, "p.mo");
      await offered(page, "moved");
      await page.keyboard.press("Escape");
      await type(page, "\nnobody");
      await until(page, "the squiggle", () => page.locator(".cm-lintRange-warning").allInnerTexts().then((texts) => texts.join()), "nobody");
    },
  },

  "Enter ends the line where the word that is offered stands there already": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "value = 1\n");
      await type(page, "value");
      await offered(page, "value");
      await page.keyboard.press("Enter");
      await page.keyboard.type("2");
      check((await source(page)) === "value = 1\nvalue\n2", JSON.stringify(await source(page)));
    },
  },

  "completion: modules, their names, names of the program and its objects, by keyboard alone": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "");
      await type(page, "import statis");
      await offered(page, "statistics");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await type(page, "statistics.med");
      await offered(page, "median_low");
      await page.keyboard.press("Escape");
      await program(page, "class Point:\n    def __init__(self, x):\n        self.across = x\n    def moved(self, by):\n        return Point(self.across + by)\np = Point(3)\nwords = 'a b'.split()\n");
      await type(page, "p.mo");
      await offered(page, "moved");
      await page.keyboard.press("Enter");
      matches(await source(page), /p\.moved$/);
      await type(page, "\nwords.app");
      await offered(page, "append");
      await page.keyboard.press("Escape");
      await newFile(page, "shop.py", "def price(name, tax=0.2):\n    'What a thing costs.'\n    return 1\n");
      await page.locator('[data-file="main.py"]').click();
      await program(page, "import shop\n");
      await type(page, "shop.pri");
      await offered(page, "price");
      const found = await complaints(visit, page);
      check(found.length === 0, found.join("\n"));
      await page.keyboard.press("Enter");
      await type(page, "(");
      await until(page, "the signature", () => page.locator(".cm-card").first().innerText().catch(() => ""), /price\(name, tax=0\.2\)[\s\S]*What a thing costs\./);
    },
  },

  "completion: what the last run left, and nothing of the program is run for it": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "import datetime\nclass Row:\n    def __init__(self): setattr(self, 'made' + 'Late', 1)\n    @property\n    def trap(self): print('TRAPPED')\n    def __getattr__(self, name): print('ASKED', name); raise AttributeError(name)\nrow = [Row()][0]\nwhen = [datetime.date(2026, 1, 1)][0]\n");
      await run(page);
      await type(page, "row.made");
      await offered(page, "madeLate");
      await page.keyboard.press("Escape");
      await type(page, "\nwhen.iso");
      await offered(page, "isoformat");
      await page.keyboard.press("Escape");
      check(!/TRAPPED|ASKED/.test(await output(page)), await output(page));
      await enter(page, "sorted(n for n in globals() if not n.startswith('__'))");
      matches(await output(page), /\['Row', 'datetime', 'row', 'when'\]/);
    },
  },

  "squiggles: mistakes while typing, names and modules that nobody knows": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "open('made.txt', 'w').write('x')\nx = (1,\n");
      const mistake = await squiggle(page, "error");
      check((await page.locator("#files-count").innerText()) === "", "the program was run");
      await page.keyboard.press("F8");
      await page.locator(".cm-tooltip-lint, .cm-tooltip .cm-diagnostic").first().waitFor();
      matches(await page.locator(".cm-diagnostic").first().innerText(), /'\(' was never closed/);
      check(mistake.text !== "", "nothing is underlined");
      await program(page, "import statistiks\nimport json\njson.dumbs(totel)\ntotal = 1\n");
      await until(page, "three squiggles", () => page.locator(".cm-lintRange-warning").count(), 3);
      const texts = await page.locator(".cm-lintRange-warning").allInnerTexts();
      check(texts.join() === "statistiks,dumbs,totel", texts.join());
      await program(page, "import math as m\nfor i, (a, b) in enumerate([(1, 2)]): print(i, a, b, m.pi)\nwith open('f') as f: print([x for x in f if (n := x)], n)\ndef g(*a, k=1, **b): return a, k, b, __name__\nmatch 1:\n    case [q, *r] | {'k': q, **r}: print(q, r)\ntry: pass\nexcept* ValueError as e: print(e)\nlambda z: z\n");
      await page.waitForTimeout(1500);
      check((await page.locator(".cm-lintRange-warning").count()) === 0, (await page.locator(".cm-lintRange-warning").allInnerTexts()).join());
    },
  },

  "hover, search and replace, formatting": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "import math\ndef  area( r ):\n    'Of a circle.'\n    return math.pi*r **2\nprint( area(2),area( r=3 ) )\n");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Home");
      for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowRight");
      await page.keyboard.press("F1");
      await until(page, "the documentation", () => page.locator(".cm-card").first().innerText().catch(() => ""), /area\( r \)[\s\S]*Of a circle/);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Shift+Alt+F");
      await until(page, "the format", () => source(page), /return math\.pi \* r \*\* 2/);
      matches(await source(page), /^import math\n\n\ndef area\(r\):\n[\s\S]*\n\n\nprint\(area\(2\), area\(r=3\)\)\n$/);
      matches(await run(page), /^Finished$/);
      await page.locator(".cm-content").evaluate((content) => content.focus());
      await page.keyboard.press("Control+f");
      await page.locator(".cm-search [name=search]").fill("area");
      await page.locator(".cm-search input[name=replace]").fill("surface");
      const found = await complaints(visit, page);
      check(found.length === 0, found.join("\n"));
      await page.locator(".cm-search [name=replaceAll]").click();
      matches(await source(page), /def surface\(r\)[\s\S]*surface\(2\), surface\(r=3\)/);
    },
  },

  "errors that teach: library frames folded, values of names, a sentence with a link": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "import json\nn = 3\nitems = [1, 2]\nprint(items[n])\n");
      await run(page);
      const error = page.locator("#output .error");
      await until(page, "the sentence", () => error.innerText(), /fewer items/);
      await until(page, "the values", () => error.innerText(), /items = \[1, 2\] {3}n = 3/);
      await program(page, "class Cart:\n    def __init__(self):\n        self.prices = [2, 5]\n\n    def total(self, factor):\n        names = ['tea']\n        return self.prices[factor] * len(names)\n\n\ndef pay(cart, times):\n    return cart.total(times + 2)\n\n\nn = 1\npay(Cart(), n)\n");
      await run(page);
      await until(page, "values of the functions", () => error.innerText(), /in pay\s+return cart\.total\(times \+ 2\)[^]*times = 1[^]*self\.prices = \[2, 5\] {3}factor = 3 {3}names = \['tea'\]/);
      await until(page, "values of the program", () => error.innerText(), /pay\(Cart\(\), n\)[^]*n = 1/);
      await enter(page, "1 + n");
      await enter(page, "_ * 10");
      matches(await output(page), /2\s+_ \* 10[^]*20\s*$/);
      await program(page, "n = 3\nitems = [1, 2]\n\nprint(items[n])\n");
      await run(page);
      await until(page, "the sentence", () => error.innerText(), /fewer items/);
      await error.getByText("Go to line 4").focus();
      await page.keyboard.press("Enter");
      check(await page.locator("#editor").evaluate((host) => host.shadowRoot.activeElement !== null), "the link does not lead to the editor");
      for (const [code, sentence] of [["'a' ** 2", /Text knows no \*\*/], ["2 - 'a'", /Text knows no -\./], ["3 + 'a'", /cannot be added/], ["None + 1", /One of the values is None/], ["breakpoint()", /Press Debug instead/]]) {
        await program(page, `x = ${code}\n`);
        await run(page);
        await until(page, `${sentence}`, async () => sentence.test(await error.innerText()));
      }
      await program(page, "import json\njson.loads('[1, ')\n");
      await run(page);
      await until(page, "the fold", () => error.innerText(), /frames? of the library/);
      check(!/json\/decoder/.test(await error.innerText()), await error.innerText());
      await error.locator("summary").focus();
      await page.keyboard.press("Enter");
      matches(await error.innerText(), /json/);
      const found = await complaints(visit, page);
      check(found.length === 0, found.join("\n"));
    },
  },

  "display in the midst of a run: tables that sort, charts, HTML without scripts": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "import plot\nclass Note:\n    def _repr_html_(self): return '<p>note</p><script>parent.hacked = 1</script><img src=\"/nothing.png\">'\nprint('before')\ndisplay([{'name': 'b', 'n': 10}, {'name': 'a', 'n': 9}])\nprint('between')\ndisplay(plot.lines({'up': [1, 2, 4], 'down': [3, 2, 1]}, title='Lines'), plot.bars({'x': 1, 'y': 3}), plot.hist([1, 2, 2, 5]), plot.scatter([1, 2], [2, 1]))\ndisplay(Note(), 3 + 4j)\nprint(sorted(n for n in globals() if not n.startswith('__')))\n");
      matches(await run(page), /^Finished$/);
      const text = await output(page);
      matches(text, /before[\s\S]*name[\s\S]*between[\s\S]*\(3\+4j\)[\s\S]*\['Note', 'plot'\]/);
      await until(page, "four charts", async () => (await page.locator("#output img.chart").evaluateAll((all) => all.filter((img) => img.complete && img.naturalWidth > 0).length)) === 4);
      const column = () => page.locator("#output td:nth-child(2)").allInnerTexts();
      check((await column()).join() === "10,9", "the rows are not as they came");
      await page.locator("#output th button", { hasText: "n" }).last().focus();
      await page.keyboard.press("Enter");
      check((await column()).join() === "9,10", "the rows are not sorted");
      check((await page.locator("#output iframe").getAttribute("sandbox")) === "", "the frame is not sandboxed");
      check(await page.evaluate(() => globalThis.hacked === undefined), "a script of the frame ran");
      visit.problems = visit.problems.filter((text) => !/Blocked script execution in 'about:srcdoc'|nothing\.png/.test(text)); // as it must be
      const found = await complaints(visit, page);
      check(found.length === 0, found.join("\n"));
      await enter(page, "display([(1, 'x')])");
      matches(await output(page), /1\s+x\s*$/);
    },
  },

  "the prompt says what a name is and what a call wants": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "def tax(amount, rate=0.2):\n    'What the state takes.'\n    return amount * rate\ntotal = 40\n");
      await run(page);
      const prompt = page.locator("#prompt");
      const tip = page.locator("#prompt-tip");
      const says = (what, pattern) => until(page, what, async () => pattern.test(await tip.innerText()));
      await prompt.focus();
      await page.keyboard.type("tax(");
      await says("the parameters", /^tax\(amount, rate=0\.2\)\s+What the state takes\./);
      check((await tip.locator("b").innerText()) === "amount", "no parameter is marked");
      await page.keyboard.type("total, ");
      await until(page, "the next parameter", () => tip.locator("b").innerText(), "rate=0.2");
      await page.keyboard.press("Escape");
      check(await tip.isHidden(), "Escape does not close it");
      await prompt.fill("total");
      await page.keyboard.press("F1");
      await says("the value", /40 after the last run/);
      await prompt.fill("import math");
      await untilEnd(page, () => page.keyboard.press("Control+Enter"));
      await prompt.fill("math.sqrt");
      await page.keyboard.press("Tab");
      await says("the documentation", /math\.sqrt\(x\)\s+The square root\./);
      const found = await complaints(visit, page);
      check(found.length === 0, found.join("\n"));
    },
  },

  "Tab completes in the prompt, and leads on where there is nothing to complete": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "inventory = [1]\ninvoice = {}\n");
      await run(page);
      const prompt = page.locator("#prompt");
      await prompt.fill("inve");
      await prompt.press("Tab");
      await until(page, "the name", () => prompt.inputValue(), "inventory");
      await prompt.press("End");
      await page.keyboard.type(".appe");
      await prompt.press("Tab");
      await until(page, "the method", () => prompt.inputValue(), "inventory.append");
      await prompt.fill("inv");
      await prompt.press("Tab");
      await until(page, "the choices", () => output(page), /inventory {3}invoice/);
      await prompt.fill("");
      await prompt.press("Tab");
      check(await page.evaluate(() => document.activeElement?.id !== "prompt"), "Tab does not lead on");
    },
  },
};
