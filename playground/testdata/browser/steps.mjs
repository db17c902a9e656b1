// Steps that scenarios are made of.
import { deflateRawSync } from "node:zlib";

/** How long one step may take, in milliseconds. */
export const stepTimeout = 120_000;

/** The fragment of a link to a program. */
export function fragment(code) {
  return `code=${deflateRawSync(code).toString("base64url")}`;
}

/** Opens a link to a program in a page that is there. */
export async function link(page, code) {
  await page.evaluate((hash) => (location.hash = hash), fragment(code));
  await until(page, "the program of the link", () => source(page), code);
}

/** Pastes a program over the one in the editor, which needs no typing. */
export async function program(page, code) {
  await page.locator(".cm-content").evaluate((content) => content.focus());
  await page.keyboard.press("Control+A");
  await page.locator(".cm-content").evaluate((content, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const given = "mozInnerScreenX" in globalThis ? { dataType: "text/plain", data: text } : { clipboardData }; // which Firefox leaves empty
    content.dispatchEvent(new ClipboardEvent("paste", { ...given, bubbles: true, cancelable: true }));
  }, code);
  // Of a long program, the editor draws what is seen.
  if (code.length > 3000) await until(page, "the pasted program", async () => code.endsWith((await source(page)).slice(-10)));
  else await until(page, "the pasted program", () => source(page), code);
}

/** Makes a file in the editor and gives it a text. */
export async function newFile(page, name, text) {
  await page.locator("#file-add").click();
  await page.locator("#ask-name").fill(name);
  await page.locator("#ask-name-ok").click();
  await page.locator(`[data-file="${name}"][aria-selected=true]`).waitFor();
  if (text) await program(page, text); // over what the editor shows
}

/** Shows the program in the editor again. */
export async function showProgram(page) {
  await page.locator('[data-file="main.py"]').click();
}

/** Waits until what was changed is kept. */
export async function saved(page) {
  await until(page, "the save", () => page.locator("#saved").textContent(), /^Saved/);
}

/** Opens the programs menu, if it is not, and waits until its lists are filled. */
export async function programs(page) {
  if (!(await page.locator("#programs").isVisible())) await page.locator("#programs-open").click();
  await until(page, "the lists", async () => (await page.locator("#programs-list li").count()) > 0);
}

/** Reloads the page, and waits until it is ready. */
export async function reload(page) {
  await page.reload();
  await page.waitForSelector("body[data-state=ready]");
  await page.waitForSelector(".cm-content");
}

/** The text in the editor. */
export async function source(page) {
  const lines = await page.locator(".cm-line").allInnerTexts();
  return lines.map((line) => line.replace(/\n$/, "")).join("\n");
}

/** Runs what is in the editor and waits for its end; returns the status line. */
export async function run(page) {
  await untilEnd(page, () => page.locator("#run").click());
  return page.locator("#status").innerText();
}

/** Does what begins a run, and waits for the end of that run: that the page is ready may be from before. */
export async function untilEnd(page, begin) {
  await page.waitForSelector("body[data-state=ready]");
  const run = await page.evaluateHandle(() => {
    const run = { ended: false };
    const ends = (changes, watch) => {
      if (!changes.some(({ oldValue }) => oldValue === "running")) return;
      run.ended = true;
      watch.disconnect();
    };
    new MutationObserver(ends).observe(document.body, { attributeFilter: ["data-state"], attributeOldValue: true });
    return run;
  });
  await begin();
  await until(page, "the end of the run", () => run.evaluate(({ ended }) => ended));
  await run.dispose();
}

/** Takes the limit of time away: on a slow machine a program that is to run until it is stopped would end before. */
export async function withoutTimeLimit(page) {
  await page.locator("#tab-limits").click();
  await page.locator("#limit-timeoutMs").selectOption({ label: "no limit" });
}

/** All of the output, with what the browser skips since it is out of sight: Firefox leaves that out of innerText. */
export async function output(page) {
  return page.locator("#output").evaluate((place) => {
    const blocks = [...place.querySelectorAll("pre.full")];
    for (const block of blocks) block.style.contentVisibility = "visible";
    const text = place.innerText;
    for (const block of blocks) block.style.contentVisibility = "";
    return text;
  });
}

/** Enters a line at the prompt and waits for its end. */
export async function enter(page, line) {
  await page.locator("#prompt").fill(line);
  await untilEnd(page, () => page.locator("#prompt").press("Enter")); // the guest says first whether the line is whole
}

/**
 * Waits until something holds: until look gives what is wanted, which is a text, a pattern of one, or anything that counts as true. A page that is
 * about to be loaded holds nothing yet.
 */
export async function until(page, what, look, wanted) {
  const end = Date.now() + stepTimeout;
  const loading = (error) => {
    if (/Execution context was destroyed/.test(error.message)) return undefined;
    throw error;
  };
  const holds = (seen) => (wanted instanceof RegExp ? wanted.test(seen ?? "") : wanted === undefined ? seen : seen === wanted);
  for (;;) {
    const seen = await look().catch(loading);
    if (holds(seen)) return;
    if (Date.now() > end) throw new Error(`waited ${stepTimeout} ms for ${what}${wanted === undefined ? "" : `, ${wanted}; seen last: ${JSON.stringify(seen)}`}\n${await shown(page)}`);
    await page.waitForTimeout(50);
  }
}

/** What the page shows, to say why something does not come. */
async function shown(page) {
  const look = page.evaluate(() => {
    const text = (id) => document.getElementById(id)?.textContent.trim().slice(-400);
    const editor = document.getElementById("editor")?.shadowRoot?.querySelector(".cm-content")?.innerText.slice(0, 400);
    const active = document.activeElement;
    return { state: document.body.dataset.state, status: text("status"), saved: text("saved"), notice: text("notice"), title: text("program-title"), editor, output: text("output"), focus: active?.id || active?.tagName };
  });
  const late = new Promise((resolve) => setTimeout(resolve, 5000, "the page does not answer"));
  return `the page: ${JSON.stringify(await Promise.race([look, late]).catch((error) => error.message), null, 1)}`;
}

export function check(condition, message) {
  if (!condition) throw new Error(message);
}

export function matches(text, pattern) {
  check(pattern.test(text), `${JSON.stringify(text.slice(0, 600))} does not match ${pattern}`);
}

/** What axe complains of in the page as it is. */
export async function complaints(visit, page) {
  await page.evaluate(visit.axe());
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`).join("; ")}`);
}

/** Buttons that can be seen and lie over each other, or beyond the window. */
export async function collisions(page) {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll("main button, header nav button")].filter((button) => button.checkVisibility({ visibilityProperty: true }));
    const boxes = seen.map((button) => ({ name: button.textContent.trim(), box: button.getBoundingClientRect() }));
    const over = ({ box: a }, { box: b }) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const found = boxes.flatMap((one, i) => boxes.slice(i + 1).filter((other) => over(one, other)).map((other) => `${one.name} and ${other.name}`));
    return [...found, ...boxes.filter(({ box }) => box.right > innerWidth || box.left < 0).map(({ name }) => `${name} and the window's edge`)];
  });
}
