// Drives a real browser through the playground. Started by playground/browser_test.go with one argument, a JSON object:
// modules (a folder with node_modules), browser, executable, url, scenarios (files), only (a pattern for their names), sample (only those
// in which browsers differ most), atOnce (how many are played side by side), and what single ones of them take. Prints a line of JSON for
// each scenario.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { check, stepTimeout } from "./steps.mjs";

const config = JSON.parse(process.argv[2]);
const require = createRequire(`${config.modules}/`);
const { chromium, _bidiFirefox } = require("playwright-core");

/** How long a scenario may take, in milliseconds. */
const scenarioTimeout = 600_000;

const chromiumFlags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

async function launch() {
  const options = { executablePath: config.executable, headless: true, timeout: 60_000 };
  return config.browser === "firefox" ? _bidiFirefox.launch(options) : chromium.launch({ ...options, args: chromiumFlags });
}

/** One scenario's view of the browser. What must never happen in a page is collected in problems. */
class Visit {
  problems = [];
  constructor(context) {
    this.context = context;
    this.firefox = config.browser === "firefox";
    this.url = config.url;
    this.config = config;
    this.axe = () => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  }

  /** Opens the playground and waits until it is ready. */
  async open(address = config.url) {
    const page = await this.context.newPage();
    this.watch(page);
    await page.goto(address);
    await page.waitForSelector("body[data-state=ready]");
    await page.waitForSelector(".cm-content"); // which comes after what runs programs
    return page;
  }

  watch(page) {
    page.on("console", (message) => {
      if (message.type() === "error" || /Content.Security.Policy/i.test(message.text())) this.problems.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.problems.push(`uncaught: ${error.message}`));
    page.on("response", (response) => {
      if (response.status() >= 400) this.problems.push(`status ${response.status()}: ${response.url()}`);
    });
    page.on("request", (request) => {
      if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== new URL(config.url).origin) {
        this.problems.push(`request to another origin: ${request.url()}`);
      }
    });
  }
}

/** Takes away what lets a guest wait for the page (JSPI), as older browsers and Safari have none. */
function makeOld() {
  delete WebAssembly.Suspending;
  delete WebAssembly.promising;
}

/** Whether this browser's guests can wait for the page. */
async function canWait(browser) {
  const page = await browser.newPage();
  const found = await page.evaluate(() => "Suspending" in WebAssembly);
  await page.close();
  return found;
}

/** Why a scenario cannot be played, if so. */
function reasonToSkip({ chromiumOnly, needsWaiting, differs }, waits) {
  if (chromiumOnly && config.browser !== "chromium") return chromiumOnly;
  if (config.sample && !differs) return "browsers hardly differ here; scripts/test.sh --full plays it";
  return needsWaiting && !waits ? "this version of the browser cannot let a guest wait for the page (no JSPI)" : undefined;
}

async function play(browser, name, { options = {}, old = false, timeout = () => scenarioTimeout, act }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(stepTimeout);
  if (old) await context.addInitScript(makeOld);
  const visit = new Visit(context);
  let timer;
  const most = timeout(config);
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`took longer than ${most} ms`)), most)));
  try {
    const result = await Promise.race([act(visit), late]);
    check(visit.problems.length === 0, visit.problems.join("\n"));
    return { name, result };
  } catch (error) {
    return { name, error: `${error.stack}\n${visit.problems.join("\n")}` };
  } finally {
    clearTimeout(timer);
    await context.close().catch(() => undefined); // with a tab that has crashed
  }
}

/** All scenarios with their names, in their order. */
async function allScenarios() {
  const files = await Promise.all(config.scenarios.map((file) => import(`./${file}`)));
  return files.flatMap(({ scenarios }) => Object.entries(scenarios)).filter(([name]) => new RegExp(config.only ?? "").test(name));
}

/** Plays scenarios from a list, until none is left there. */
async function playAll(browser, list, waits) {
  for (let next = list.shift(); next; next = list.shift()) {
    const [name, scenario] = next;
    const skipped = reasonToSkip(scenario, waits);
    const begin = Date.now();
    const result = skipped ? { name, skipped } : await play(browser, name, scenario);
    console.log(JSON.stringify({ ...result, seconds: (Date.now() - begin) / 1000 }));
  }
}

async function main() {
  const browser = await launch();
  try {
    const waits = await canWait(browser);
    const all = await allScenarios();
    check(all.length > 0, `no scenario is called ${config.only}`);
    // Each has a context of its own, so they share nothing but the browser and the server. Those that change these come alone.
    const together = all.filter(([, { alone }]) => !alone);
    await Promise.all(Array.from({ length: config.atOnce }, () => playAll(browser, together, waits)));
    await playAll(browser, all.filter(([, { alone }]) => alone), waits);
  } finally {
    await browser.close();
  }
}

await main();
