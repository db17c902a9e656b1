// The panels and menus beside the editor.
import { randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { readFile } from "node:fs/promises";

import { check, enter, link, matches, newFile, output, program, reload, run, saved, showProgram, source, until } from "./steps.mjs";

async function downloaded(page, press) {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** Picks an example from the menu, and waits until it is open. */
async function example(page, name) {
  await page.locator("[popovertarget=examples]").click();
  await page.locator(`[data-example=${name}]`).click();
  await until(page, "the example's address", () => page.evaluate(() => location.hash), `#example=${name}`);
}

/** What each example must come to: its status, and something in its output. */
const examples = {
  hello: [/^Finished$/, /76127/],
  classes: [/^Finished$/, /Vector\(3, 4, 6\)/],
  json: [/^Finished$/, /\('ada', 15\)/],
  asyncio: [/^Finished$/, /all after 4 seconds/],
  drawing: [/^Finished$/, /Download picture/],
  files: [/^Finished$/, /1 bread[\s\S]*list\.txt/],
  fuel: [/fuel was used up/, /takes 178 steps/],
  memory: [/^Finished$/, /going on/],
  output: [/wrote more than allowed/, /200 all work/],
  recursion: [/^RecursionError in line 14$/, /Previous line repeated \d+ more times/],
};

async function fetching(visit) {
  const page = await visit.open();
  await example(page, "fetching");
  matches(await run(page), /^Finished$/);
  matches(await output(page), /consists of \d+ files[\s\S]*bytes {2}assets\/micropython[\s\S]*elsewhere: .*reaches only/);
}

export const scenarios = {
  "examples: each does what it says": {
    async act(visit) {
      const page = await visit.open();
      for (const [name, [status, text]] of Object.entries(examples)) {
        await example(page, name);
        matches(`${name}: ${await run(page)}`, new RegExp(status.source.replace("^", `^${name}: `)));
        matches(`${name}: ${await output(page)}`, text);
      }
      const image = page.locator("#output img");
      await example(page, "drawing");
      await run(page);
      await until(page, "the picture", () => image.evaluate((img) => img.complete && img.naturalWidth > 0));
      if (!visit.firefox) {
        const picture = await downloaded(page, () => page.getByText("Download picture").click());
        check(picture.name === "picture.svg" && picture.text.trim().startsWith("<svg"), `picture: ${picture.name}`);
      }
    },
  },

  "an example calls a function of the page, which fetches": { act: fetching },

  "in an old browser, a function of the page fetches too": { differs: true, old: true, act: fetching },

  "grants: seed and clock": {
    async act(visit) {
      const page = await visit.open();
      await program(page, "import random, time\n(random.getrandbits(30), time.time())");
      const value = async () => {
        await run(page);
        return page.locator("#output .value").innerText();
      };
      const first = await value();
      check((await value()) === first, "two runs differ");
      await page.locator("#tab-limits").click();
      await page.locator("#seed").fill("7");
      await page.locator("#seed").press("Tab");
      check((await value()) !== first, "another seed gives the same");
      await page.locator("#tab-limits").click();
      await page.locator("#clock").selectOption("real");
      const [, seconds] = /, ([\d.]+)\)/.exec(await value()) ?? [];
      check(Math.abs(Number(seconds) - Date.now() / 1000) < 3600, `the real time is said to be ${seconds}`);
    },
  },

  "limits: time ends a loop, and the meters show what was used": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-limits").click();
      await example(page, "time");
      await page.locator("#limit-timeoutMs").selectOption({ label: "1 second" });
      await page.locator("#limit-memory").selectOption({ label: "4 MB" });
      await page.locator("#limit-fuel").selectOption({ label: "1 billion" });
      await page.locator("#limit-maxOutput").selectOption({ label: "1 MB" });
      await page.locator("#run").click();
      await until(page, "the limit", () => page.locator("#status").innerText(), /time ran out/);
      await page.locator("#tab-limits").click();
      check((await page.locator("meter").nth(2).evaluate((meter) => meter.value)) > 0.9, "the meter of time is not full");
      matches(await page.locator("#used-fuel").innerText(), /^[\d,]{5,} used$/);
      await page.locator("#limit-memory").selectOption({ label: "4 MB" }); // those before were of another program
      await saved(page);
      await reload(page);
      await page.locator("#tab-limits").click();
      check((await page.locator("#limit-memory").inputValue()) === String(4 << 20), "the memory limit was not kept");
      await program(page, "bytearray(6_000_000)");
      matches(await run(page), /^MemoryError in line 1$/);
    },
  },

  "no error drops files: odd names come back, what is too large is refused": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      const upload = (name, buffer) => page.locator("#files-panel input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer });
      await page.locator("#tab-files").click();
      await upload("notes: draft.txt", Buffer.from("draft"));
      await page.getByRole("button", { name: "Edit notes: draft.txt" }).waitFor();
      for (const name of ["a.bin", "b.bin", "c.bin"]) {
        await upload(name, Buffer.alloc(6 << 20));
        await until(page, name, async () => (await page.locator("#files-panel").innerText()).includes(name) || /left out/.test(await page.locator("#notice").innerText()));
      }
      await until(page, "the refusal", () => page.locator("#notice").innerText(), /c\.bin was left out: all files together may have 16 MB/);
      await program(page, "open('a:b.txt', 'w').write(open('notes: draft.txt').read())");
      matches(await run(page), /^Finished$/);
      await program(page, "open('a:b.txt').read()"); // in a fresh session
      matches(await run(page), /^Finished$/);
      matches(await page.locator("#output .value").innerText(), /draft/);
      await page.locator("#tab-files").click();
      await until(page, "all files", () => page.locator("#files-panel").innerText(), /a\.bin[^]*a:b\.txt[^]*b\.bin[^]*notes: draft\.txt/);
    },
  },

  "files: uploaded, edited, read, written, downloaded, deleted": {
    async act(visit) {
      const page = await visit.open();
      await page.locator("#tab-files").click();
      await page.locator("#files-panel input[type=file]").setInputFiles({ name: "up.txt", mimeType: "text/plain", buffer: Buffer.from("one\n") });
      await page.getByRole("button", { name: "Edit up.txt" }).click();
      check((await source(page)) === "one\n", "the file is not in the editor");
      await program(page, "two\n");
      await page.locator("#file-new").click();
      await page.keyboard.press("Escape");
      await newFile(page, "mod.py", "def shout(s):\n    return s.upper()\n");
      await showProgram(page);
      await program(page, "import mod\nwith open('out.txt', 'w') as f:\n    f.write(mod.shout(open('up.txt').read()))");
      matches(await run(page), /^Finished$/);
      await page.locator("#tab-files").click();
      await until(page, "three files", () => page.locator("#tab-files").innerText(), /3/);
      if (!visit.firefox) {
        const file = await downloaded(page, () => page.getByRole("button", { name: "Download out.txt" }).click());
        check(file.name === "out.txt" && file.text === "TWO\n", `downloaded ${JSON.stringify(file)}`);
      }
      await page.getByRole("button", { name: "Delete up.txt" }).click();
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByRole("button", { name: "Delete up.txt" }).click();
      await page.getByRole("button", { name: "Dismiss" }).click();
      matches(await run(page), /^FileNotFoundError in line 3$/);
      await page.locator("#tab-files").click();
      await page.locator("#file-new").click();
      await page.locator("#ask-name").fill("../up.txt");
      await page.locator("#ask-name-ok").click();
      matches(await page.locator(".wrong").innerText(), /cannot be: its name/);
    },
  },

  "share: a link opens the same program, and it can be copied and downloaded": {
    options: { permissions: ["clipboard-read", "clipboard-write"] },
    alone: true, // there is one clipboard
    chromiumOnly: "reading the clipboard and downloads are not to be had by WebDriver BiDi of Firefox ESR",
    async act(visit) {
      const page = await visit.open();
      const code = 'print("héllo 😀 & <b>")\n# ' + "x".repeat(500);
      await program(page, code);
      await page.locator("#share-open").click();
      await page.locator("#copy-link").click();
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await until(page, "the copied link", copied, /#code=/);
      const address = await copied();
      matches(address, /^http:\/\/127\.0\.0\.1:\d+\/some\/path\/#code=[\w-]+$/);
      const other = await visit.open(address);
      await until(other, "the program", () => source(other), code);
      await other.close();
      await page.locator("#share-open").click();
      await page.locator("#copy-code").click();
      await until(page, "the copied program", copied, code);
      await page.locator("#share-open").click();
      await page.locator("#copy-embed").click();
      await until(page, "the copied frame", copied, /^<iframe src="[^"]*\?embed#code=/);
      await page.locator("#share-open").click();
      const file = await downloaded(page, () => page.locator("#download").click());
      check(file.name === "main.py" && file.text === code, "the downloaded program differs");
    },
  },

  "a link holds the files and the input, too, or says that it does not": {
    differs: true,
    async act(visit) {
      const page = await visit.open();
      const give = async (name, buffer) => {
        await page.locator("#tab-files").click();
        await page.locator("#files-panel input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer });
        await until(page, name, async () => (await page.locator("#files-panel").innerText()).includes(name));
      };
      await program(page, "import helper\nprint(helper.greet(input()), list(open('c.bin', 'rb').read()))");
      await give("helper.py", Buffer.from("def greet(name): return 'Hello, ' + name"));
      await give("c.bin", Buffer.from([0, 255, 128]));
      await page.locator("#tab-input").click();
      await page.locator("#stdin").fill("Ada");
      const shared = async () => {
        await page.locator("#share-open").click();
        await until(page, "the link", () => page.locator("#share-link").inputValue(), /#code=/);
        return page.locator("#share-link").inputValue();
      };
      const address = await shared();
      await page.keyboard.press("Escape");
      const hostile = address.replace(/beside=.*/, `beside=${deflateRawSync(JSON.stringify({ texts: { "../up": "x", "/etc/x": "x", "good.txt": "x" } })).toString("base64url")}`);
      for (const [open, want] of [[address, /^Hello, Ada \[0, 255, 128\]$/m], [hostile, /No module named 'helper'/]]) {
        const other = await visit.open(open);
        await run(other);
        matches(await output(other), want);
        await other.locator("#tab-files").click();
        if (open === hostile) matches(await other.locator("#files-panel").innerText(), /^(?![^]*(up|etc))[^]*good\.txt/);
        await other.close();
      }
      await give("random.bin", randomBytes(100_000));
      check(!(await shared()).includes("beside"), "the link is too long");
      matches(await page.locator("#share").innerText(), /Its files and its input are left out: they are too large for a link/);
    },
  },

  "a damaged link is told, and what was there can be brought back from a good one": {
    async act(visit) {
      const page = await visit.open();
      const mine = await source(page);
      await link(page, "print('theirs')");
      await page.getByRole("button", { name: "Back to mine" }).click();
      await until(page, "my program", () => source(page), mine);
      await page.evaluate(() => (location.hash = "code=AAAA"));
      await until(page, "the complaint", () => page.locator("#notice").innerText(), /no whole program/);
      check((await source(page)) === mine, "a damaged link changed the program");
    },
  },

  "embedded, the page has only what a frame needs": {
    differs: true,
    async act(visit) {
      const page = await visit.open(`${visit.url}?embed`);
      check(!(await page.locator("#share-open").isVisible()), "the header is there");
      await program(page, "6 * 7");
      matches(await run(page), /^Finished$/);
      const [full] = await Promise.all([visit.context.waitForEvent("page"), page.locator("#open-full").click()]);
      await until(full, "the program", () => source(full), "6 * 7");
    },
  },

  "the program is kept between visits": {
    async act(visit) {
      const page = await visit.open();
      await page.locator(".cm-content").click();
      await page.keyboard.type("# mine ");
      await saved(page);
      const mine = await source(page);
      await page.close();
      const next = await visit.open();
      check(mine.includes("# mine") && (await source(next)) === mine, "the program was not kept");
    },
  },

  "about: versions, digest, modules": {
    async act(visit) {
      const page = await visit.open();
      const { artifact_sha256: digest } = await (await fetch(`${visit.url}manifest.json`)).json();
      await page.locator("#about-open").click();
      check((await page.locator("#about-digest").innerText()) === digest, "the digest is not that of the manifest");
      await until(page, "the modules", async () => (await page.locator("#about-modules li").count()) > 15);
      matches(await page.locator("#about-modules").innerText(), /^(?!_)[\s\S]*\bjson\b[\s\S]*\bsys\b/); // and none that is of another one
      await page.keyboard.press("Escape");
      check(!(await page.locator("#about").isVisible()), "Escape does not close the dialog");
    },
  },

  "a picture from Python runs no script": {
    async act(visit) {
      const page = await visit.open();
      await program(page, `"""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="document.title='run'"><script>document.title='run'</script></svg>"""`);
      await run(page);
      await until(page, "the picture", () => page.locator("#output img").evaluate((img) => img.complete));
      check(/MicroPython playground$/.test(await page.title()), "the picture ran a script");
      await enter(page, "b'BM not a picture'");
      await until(page, "the complaint", () => output(page), /cannot be shown/);
    },
  },
};
