// Steps that scenarios are made of.
import { deflateRawSync } from "node:zlib";

/** How long one step may take, in milliseconds. */
export const stepTimeout = 60_000;

/** The fragment of a link to a program. */
export function fragment(code) {
  return `code=${deflateRawSync(code).toString("base64url")}`;
}

/** Opens a link to a program in a page that is there. */
export async function link(page, code) {
  await page.evaluate((hash) => (location.hash = hash), fragment(code));
  await until(page, "the program of the link", async () => (await source(page)) === code);
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
  await until(page, "the pasted program", async () => (code.length > 3000 ? code.endsWith((await source(page)).slice(-10)) : (await source(page)) === code));
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
  await until(page, "the save", async () => /^Saved/.test(await page.locator("#saved").textContent()));
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
  await page.locator("#run").click();
  await page.waitForSelector("body[data-state=ready]");
  return page.locator("#status").innerText();
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
  await page.locator("#prompt").press("Enter");
  // The page says Running at once, but is in that state a moment later only.
  await until(page, "the line's end", async () => !/^Running/.test(await page.locator("#status").innerText()));
  await page.waitForSelector("body[data-state=ready]");
}

/** Waits until something holds. A page that is about to be loaded holds nothing yet. */
export async function until(page, what, holds) {
  const end = Date.now() + stepTimeout;
  const loading = (error) => {
    if (/Execution context was destroyed/.test(error.message)) return false;
    throw error;
  };
  while (!(await holds().catch(loading))) {
    if (Date.now() > end) throw new Error(`waited ${stepTimeout} ms for ${what}`);
    await page.waitForTimeout(50);
  }
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
