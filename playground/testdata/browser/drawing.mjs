// Turtles, the clock, and search in the output.
import { check, complaints, enter, matches, output, program, run, until, untilEnd, withoutTimeLimit } from "./steps.mjs";

/** The colour of the turtle's paper at a place, which counts from the middle; "" where nothing is drawn. */
async function colourAt(page, x, y) {
  return page.locator("#output .turtle canvas").first().evaluate((canvas, [x, y]) => {
    const scale = canvas.width / parseFloat(canvas.style.width);
    const [r, g, b, a] = canvas.getContext("2d").getImageData(canvas.width / 2 + x * scale, canvas.height / 2 - y * scale, 1, 1).data;
    return a === 0 ? "" : `${r},${g},${b}`;
  }, [x, y]);
}

/** Waits until something is drawn at a place. */
async function drawn(page, x, y, colour) {
  await until(page, `${colour} at ${x}, ${y}`, () => colourAt(page, x, y), colour);
}

export const scenarios = {
  "a turtle draws as the program runs, in real time, and at once without": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      const real = page.locator("#real");
      check(!(await real.isChecked()), "real time is on for any program");
      await withoutTimeLimit(page);
      await program(page, "from turtle import *\nimport time\nbegin = time.time()\npensize(9)\ncolor('red', 'blue')\nbegin_fill()\nfor _ in range(4):\n    forward(150)\n    if _ == 0: time.sleep(4)\n    left(90)\nend_fill()\nprint('slow', time.time() - begin > 0.5)\nspeed(0)\npenup()\ngoto(-200, -200)\npencolor((0, 1, 0))\ndot(40)\nprint(pos(), sorted(n for n in globals() if n in ('module', 'text', 'scope')))\n");
      await until(page, "real time", () => real.isChecked());
      await untilEnd(page, async () => {
        await page.locator("#run").click();
        const midway = () => page.evaluate(() => document.body.dataset.state === "running");
        await until(page, "a part of the drawing, before the end", async () => (await colourAt(page, 60, 0)) === "255,0,0" && (await colourAt(page, 0, 75)) === "" && midway());
      });
      matches(await output(page), /slow True\s+\(-200\.00,-200\.00\) \[\]/);
      await drawn(page, 75, 75, "0,0,255");
      await drawn(page, 150, 75, "255,0,0");
      await drawn(page, -200, -200, "0,255,0");
      const found = await complaints(visit, page);
      check(found.length === 0, found.join("\n"));
      await enter(page, "clear()");
      await until(page, "an empty paper", () => colourAt(page, 75, 75), "");

      await real.focus();
      await page.keyboard.press("Space");
      check(!(await real.isChecked()), "the choice cannot be made by keyboard");
      matches(await run(page), /^Finished$/);
      matches(await output(page), /slow (False|True)/);
      await drawn(page, 75, 75, "0,0,255");
      await drawn(page, -200, -200, "0,255,0");
      await page.locator("#tab-limits").click();
      check((await page.locator("#clock").inputValue()) === "fixed", "the panel says something else");
      await page.locator("#clock").selectOption("auto");
      check(await real.isChecked(), "a turtle does not have real time by itself");
    },
  },

  "a turtle has shapes of the program's, takes back what it did, keeps time and asks": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, `from turtle import *
speed(0)
register_shape("flag", ((0, 0), (40, 0), (40, 40), (0, 40)))
shape("flag")
color("red")
stamp()
hideturtle()
pensize(9)
penup()
goto(-200, 0)
pendown()
pencolor("blue")
goto(-100, 0)
begin_fill()
goto(-100, 100)
goto(-200, 100)
end_fill()
dot(60)
for _ in range(4): undo()
print(pos(), undobufferentries())
def later():
    goto(100, 100)
    dot(40, (0, 1, 0))
    print("later")
ontimer(later, 300)
ontimer(lambda: print("sooner"), 100)
done()
print(numinput("Size", "how large?", 7, 1, 9), textinput("Name", "who?"))
`);
      await page.locator("#tab-input").click();
      await page.locator("#stdin").fill("10\n\nAda");
      matches(await run(page), /^Finished$/);
      matches(await output(page), /\(-100\.00,0\.00\) 11\s+sooner\s+later\s+Size: how large\? \[7\] [^]*The greatest number is 9[^]*7\.0 Ada/);
      await drawn(page, 20, -20, "255,0,0");
      await drawn(page, -150, 0, "0,0,255");
      await drawn(page, 100, 100, "0,255,0");
      for (const [x, y] of [[-100, 50], [-150, 50], [-150, 100], [-200, 120]]) check((await colourAt(page, x, y)) === "", `something is at ${x}, ${y}`);
      await program(page, "from turtle import *\nsetworldcoordinates(0, 0, 10, 10)\nspeed(0)\npenup()\ngoto(10, 10)\ndot(30, 'red')\nprint(pos())\n");
      await run(page);
      await drawn(page, 285, 285, "255,0,0");
    },
  },

  "a turtle is stopped, says what it cannot do, and completes": {
    async act(visit) {
      const page = await visit.open();
      await withoutTimeLimit(page);
      await program(page, "import turtle\nt = turtle.Turtle()\nwhile True:\n    t.forward(2)\n    t.right(3)\n");
      await page.locator("#run").click();
      await until(page, "a drawing", async () => (await page.locator("#output .turtle").count()) === 1 && (await colourAt(page, 1, 0)) !== "");
      await page.locator("#stop").click();
      await page.waitForSelector("body[data-state=ready]");
      matches(await page.locator("#status").innerText(), /^Stopped$/);
      for (const [code, error] of [["turtle.onkey(print, 'a')", /this turtle has no 'onkey': it draws, and hears neither keys nor the mouse/], ["turtle.color('redd')", /TurtleGraphicsError: bad color string: redd/]]) {
        await program(page, `import turtle\n${code}\n`);
        await run(page);
        matches(await output(page), error);
      }
      await page.locator(".cm-content").evaluate((content) => content.focus());
      await page.keyboard.press("Control+End");
      await page.keyboard.type("turtle.forw", { delay: 30 });
      const offer = page.locator(".cm-tooltip-autocomplete");
      await until(page, "the offer", () => offer.innerText().catch(() => ""), /forward[^]*\(distance\)/);
    },
  },

  "the labels of charts are whole, and larger where the chart is small": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "import plot\nprint(plot.lines({'one': [-1500000, 12345678], 'another': [5, 6]}, title='T').svg)\nprint(plot.hist([1, 2, 2, 3] * 30000, 3).svg)");
      matches(await run(page), /^Finished$/);
      for (const svg of (await output(page)).match(/<svg[^]*?<\/svg>/g)) {
        const sizes = [];
        for (const width of [900, 300]) {
          const alone = await visit.context.newPage();
          await alone.setViewportSize({ width, height: 400 });
          await alone.setContent(`<body style="margin:0">${svg.replace(/width="\d+" height="\d+"/, `width="${Math.min(width, 560)}"`)}`);
          const texts = await alone.locator("svg text").evaluateAll((texts) => texts.map((text) => ({ text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize), x: text.getBBox().x, right: text.getBBox().x + text.getBBox().width })));
          for (const { text, x, right } of texts) check(x >= 0 && right <= 562, `${text} is cut at ${width}: ${x} to ${right}`);
          sizes.push(texts[0].size);
          await alone.close();
        }
        check(sizes[1] > sizes[0], `sizes ${sizes}`);
      }
    },
  },

  "what is typed and pressed while the search in the output is loaded is not lost": {
    chromiumOnly: "requests cannot be held by WebDriver BiDi of Firefox ESR",
    options: { serviceWorkers: "block" }, // which would have it already
    needsWaiting: true,
    async act(visit) {
      let come;
      const held = new Promise((resolve) => (come = resolve));
      await visit.context.route(/\/find-[^/]+\.js$/, (route) => held.then(() => route.continue()));
      const page = await visit.open();
      await withoutTimeLimit(page);
      await program(page, "for i in range(3): print('a needle')\nwhile True: pass");
      await page.locator("#run").click();
      await until(page, "output", () => output(page), /needle/);
      await page.locator("#output").focus();
      await page.keyboard.press("Control+f");
      await page.keyboard.press("Escape");
      check(await page.locator("#find").isHidden(), "Escape does not close the bar");
      check((await page.evaluate(() => document.activeElement.id)) === "output", "Escape does not lead back");
      check((await page.locator("body").getAttribute("data-state")) === "running", "Escape in the bar has stopped the program");
      await page.keyboard.press("Control+f");
      await page.keyboard.type("needle");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      come();
      await until(page, "the place", () => page.locator("#find-count").innerText(), "3 of 3");
    },
  },

  "search in the output, by keyboard": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      await program(page, "import sys\nfor i in range(300):\n    print('line', i, 'Needle' if i % 100 == 7 else '')\nprint('a nee', end=''); print('dle in two streams', file=sys.stderr)\n");
      await run(page);
      await page.locator("#output").focus();
      await page.keyboard.press("Control+f");
      await page.keyboard.type("needle");
      const told = page.locator("#find-count");
      await until(page, "the places", () => told.innerText(), "1 of 4");
      const seen = () => page.evaluate(() => CSS.highlights.get("found-now").values().next().value.getBoundingClientRect().top);
      const inside = async () => {
        const [top, box] = [await seen(), await page.locator("#output").boundingBox()];
        return top >= box.y && top < box.y + box.height;
      };
      check(await inside(), "the first place is not shown");
      await page.keyboard.press("Enter");
      check((await told.innerText()) === "2 of 4" && (await inside()), "the second place is not shown");
      await page.keyboard.press("Shift+Enter");
      await page.keyboard.press("Shift+Enter");
      check((await told.innerText()) === "4 of 4" && (await inside()), "the last place, in two streams, is not shown");
      const found = await complaints(visit, page);
      check(found.length === 0, found.join("\n"));
      await page.keyboard.press("Escape");
      check((await page.locator("#find").isHidden()) && (await page.evaluate(() => document.activeElement.id)) === "output", "Escape does not lead back");
      check(await page.evaluate(() => CSS.highlights.get("found").size === 0), "marks stay");
    },
  },
};
