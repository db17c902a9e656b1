// The Compare panel, on a server that compares.
import { check, collisions, complaints, matches, newFile, program, showProgram } from "./steps.mjs";

/** Compares what is in the editor; returns the verdict. */
async function compare(page) {
  await page.locator("#tab-compare").click();
  await page.locator("#compare-run").click();
  await page.locator("#compare-run:enabled").waitFor();
  return page.locator(".verdict").innerText();
}

/** What the table has of a field, on both sides. */
async function cells(page, field) {
  return page.locator(`.compared tr:has(th:text-is("${field}")) pre`).allInnerTexts();
}

export const scenarios = {
  "the server agrees, however a program ends": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-compare").waitFor();
      await newFile(page, "note.txt", "žluťoučký <kůň> & co");
      await showProgram(page);
      await page.locator("#tab-input").click();
      await page.locator("#stdin").fill("Ada");
      await page.locator("#tab-limits").click();
      await page.locator("#limit-fuel").selectOption({ label: "10 million" }); // which is met before the limit of time, however slow the machine is
      const programs = {
        "print(open('note.txt').read(), input()); open('new.txt', 'w').write('x'); 2**100": /completed/,
        "print('before')\nprint(1 / 0)": /raised/,
        "import sys\nsys.stderr.write('gone')\nsys.exit(3)": /exited/,
        "while True: pass": /limited/,
        "[b'\\xff', 1.5, float('nan'), (1,), {'$a': None}]": /completed/,
      };
      for (const [code, outcome] of Object.entries(programs)) {
        await program(page, code);
        matches(await compare(page), /^The same here and on the server: \d+ things compared/);
        const [here, there] = await cells(page, "outcome");
        matches(here, outcome);
        check(here === there, `the table has ${here} and ${there}`);
        const [digest, other] = await cells(page, "memory, as SHA-256");
        check(/^[0-9a-f]{64}$/.test(digest) && digest === other, `the table has the digests ${digest} and ${other}`);
      }
      for (const field of ["fuel", "heap peak"]) {
        const [here, there] = await cells(page, field);
        matches(here, /^\d{1,3}(,\d{3})+$/); // as all that is counted in the page
        check(here === there, `${field} is ${here} and ${there}`);
      }
    },
  },

  "a difference is shown": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-compare").waitFor();
      await page.evaluate(() => {
        const send = fetch;
        globalThis.fetch = (url, { body, ...options }) => {
          const asked = JSON.parse(body);
          asked.response.outcomes[0].stdout = "something else\n";
          return send(url, { ...options, body: JSON.stringify(asked) });
        };
      });
      await program(page, "print('something')");
      matches(await compare(page), /^1 of \d+ things differ/);
      const row = page.locator(".compared tr.differs");
      matches(await row.innerText(), /stdout\s+differs\s+something else\s+something/);
    },
  },

  "a comparison can be cancelled, and the page used meanwhile": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-compare").waitFor();
      await page.locator("#tab-limits").click();
      await page.locator("#limit-timeoutMs").selectOption({ index: 4 }); // none; the server's is there still
      await page.evaluate(() => {
        globalThis.send = fetch; // to a server that has much to do
        globalThis.fetch = (url, { signal }) => new Promise((resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
        });
      });
      await program(page, "while True: pass");
      await page.locator("#tab-compare").click();
      await page.locator("#compare-run").click();
      await page.locator("#compare-cancel").click();
      await page.locator("#compare-run:enabled").waitFor();
      matches(await page.locator(".verdict").innerText(), /^Cancelled/);
      await page.evaluate(() => (globalThis.fetch = globalThis.send));
      await program(page, "1 + 1");
      matches(await compare(page), /^The same/);
    },
  },

  "a server that has gone, or refuses, is told": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-compare").waitFor();
      await page.evaluate(() => (globalThis.fetch = () => Promise.reject(new TypeError("NetworkError"))));
      matches(await compare(page), /^The server does not answer/);
      await page.evaluate(() => (globalThis.fetch = () => Promise.resolve(new Response('{"error":"the server is busy"}', { status: 503 }))));
      matches(await compare(page), /^The server did not run it: the server is busy/);
    },
  },

  "axe finds nothing": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-compare").waitFor();
      await compare(page);
      const found = await complaints(visit, page);
      check(found.length === 0, found.join("\n"));
    },
  },

  "nothing lies over anything else on a small phone": {
    options: { viewport: { width: 360, height: 640 }, hasTouch: true },
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-compare").waitFor();
      for (const tab of ["output", "compare"]) {
        await page.locator(`#tab-${tab}`).click();
        const found = await collisions(page);
        check(found.length === 0, found.join(", "));
      }
      await compare(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(wide <= 0, `the page is ${wide} pixels wider than its window`);
    },
  },
};
