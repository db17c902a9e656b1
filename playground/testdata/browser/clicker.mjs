// Somebody who clicks without a plan, from a seed: whatever happens, nothing that was written is lost.
import { check, fragment, reload, source, until } from "./steps.mjs";

/** Storage that is full while a note says so, also after a reload. */
function fullable() {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    if (localStorage.getItem("test:full")) throw new DOMException("no room", "QuotaExceededError");
    return put.apply(this, given);
  };
}

/** All that is kept: programs' texts, and names of files. */
function kept() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("mpwasm");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction(["programs", "files"]);
      const programs = transaction.objectStore("programs").getAll();
      const files = transaction.objectStore("files").getAll();
      transaction.oncomplete = () => {
        request.result.close();
        resolve([...programs.result.map(({ source }) => source), ...files.result.flatMap((set) => Object.keys(set))].join("\n"));
      };
    };
  });
}

/** Empties all that is kept. */
function forget() {
  localStorage.clear();
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("mpwasm");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const { result: database } = request;
      const transaction = database.transaction(database.objectStoreNames, "readwrite");
      for (const name of database.objectStoreNames) transaction.objectStore(name).clear();
      transaction.oncomplete = () => resolve(database.close());
    };
  });
}

/** After how many steps all is looked through, so that what was lost is known soon, and after how many somebody else comes. */
const checked = 200;
const person = 1000;

class Clicker {
  constructor(visit, seed) {
    this.visit = visit;
    this.random = seed;
    this.pages = [];
    this.written = [];
    this.full = false;
    this.log = [];
  }

  below(n) {
    this.random = (Math.imul(this.random, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.random / 2 ** 32) * n);
  }

  get page() {
    return this.pages.at(-1);
  }

  async open(address) {
    const page = await this.visit.open(address);
    page.on("dialog", (dialog) => dialog.accept());
    this.pages.push(page);
  }

  /** Writes something at the end of the program, as one pastes. */
  async write() {
    const { page } = this;
    const mark = `# mark ${this.written.length} of ${this.random}`;
    if ((await page.locator(".cm-line").count()) > 25) await this.fresh();
    await page.locator(".cm-content").evaluate((content) => content.focus());
    await page.keyboard.press("Control+End");
    await page.locator(".cm-content").evaluate((content, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", data);
      const given = "mozInnerScreenX" in globalThis ? { dataType: "text/plain", data } : { clipboardData };
      content.dispatchEvent(new ClipboardEvent("paste", { ...given, bubbles: true, cancelable: true }));
    }, `\n${mark}`);
    this.written.push(mark);
    this.log.push(`(${this.written.length - 1})`);
  }

  async upload() {
    if (this.full) return; // the page says that it keeps nothing, and asks before it is left
    const name = `file-${this.written.length}-${this.random}.txt`;
    await this.page.locator("#tab-files").click();
    await this.page.locator("#files-panel input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(name) });
    await until(this.page, "the save of a file", async () => (await this.page.evaluate(kept)).includes(name));
    this.written.push(name);
  }

  async run() {
    if ((await this.page.locator("body").getAttribute("data-state")) === "ready") await this.page.locator("#run").click({ force: true });
  }

  /** The run may end before the click comes: so the click does not wait until the button is enabled. */
  async stop() {
    if ((await this.page.locator("body").getAttribute("data-state")) === "running") await this.page.locator("#stop").click({ force: true });
  }

  async endless() {
    await this.page.evaluate((hash) => (location.hash = hash), fragment(`# endless ${this.below(1e9)}\nwhile True:\n    pass`));
    await until(this.page, "the link", async () => (await source(this.page)).startsWith("# endless"));
    await this.run();
  }

  async link() {
    await this.page.evaluate((hash) => (location.hash = hash), fragment(`print('theirs', ${this.below(1e9)})`));
    await until(this.page, "the link", async () => (await source(this.page)).startsWith("print('theirs'"));
  }

  async example() {
    await this.page.locator("[popovertarget=examples]").click();
    await this.page.locator("[data-example]").nth(this.below(5)).click();
  }

  async menu() {
    if (!(await this.page.locator("#programs").isVisible())) await this.page.locator("#programs-open").click();
    await until(this.page, "the lists", async () => (await this.page.locator("#programs-list li").count()) > 0);
  }

  async fresh() {
    await this.menu();
    await this.page.locator("#program-new").click();
    await until(this.page, "an empty program", () => source(this.page), "");
  }

  async pick() {
    await this.menu();
    const all = this.page.locator("#programs-list .open");
    const count = await all.count();
    if (count > 0) await all.nth(this.below(count)).click();
    else await this.page.keyboard.press("Escape");
  }

  async removeAndUndo() {
    await this.menu();
    const all = this.page.locator("#programs-list .danger");
    const count = await all.count();
    if (count > 0 && !this.full) {
      await this.page.locator("#notice").evaluate((box) => box.replaceChildren()); // of a former deletion
      await all.nth(this.below(count)).click();
      await this.page.locator("#notice button").filter({ hasText: "Undo" }).click();
      await until(this.page, "the deleted one", async () => (await all.count()) >= count);
    }
    await this.page.keyboard.press("Escape");
  }

  async reload() {
    await reload(this.page);
  }

  async secondTab() {
    if (this.pages.length < 3) return this.open();
    await this.page.close();
    this.pages.pop();
  }

  otherTab() {
    this.pages.unshift(this.pages.pop());
    return this.page.bringToFront();
  }

  async crash() {
    if (this.visit.firefox) return this.reload();
    const { page } = this;
    const crashed = page.waitForEvent("crash");
    await page.goto("chrome://crash").catch(() => undefined);
    await crashed;
    page.close().catch(() => undefined); // nobody need wait until the browser has cleared it away
    this.pages.pop();
    if (this.pages.length === 0) await this.open();
  }

  async storage() {
    this.full = !this.full;
    await this.page.evaluate((full) => (full ? localStorage.setItem("test:full", "1") : localStorage.removeItem("test:full")), this.full);
  }

  /** What was written and is neither kept nor shown. */
  async lost() {
    let all = await this.page.evaluate(kept);
    for (const page of this.pages) all += await source(page);
    return this.written.filter((mark) => !all.includes(mark));
  }

  async step() {
    const actions = [
      ...["write", "write", "write", "write", "write", "write"], "upload", "run", "run", "stop", "endless", "link", "example", "fresh", "pick", "pick",
      "removeAndUndo", "reload", "reload", "secondTab", "otherTab", "otherTab", "crash", "storage",
    ];
    const action = actions[this.below(actions.length)];
    this.log.push(action);
    await this[action]();
  }

  /** Somebody else comes, who has nothing yet: a shelf with a thousand programs makes each look at it slow. */
  async begin() {
    await this.page.evaluate(forget);
    await this.page.close();
    this.pages = [];
    this.written = [];
    await this.open();
  }

  /** Ends all, and looks from a new tab. */
  async end() {
    await this.page.evaluate(() => localStorage.removeItem("test:full"));
    this.full = false;
    for (const page of this.pages) {
      await page.bringToFront();
      await page.close({ runBeforeUnload: false });
    }
    this.pages = [];
    await this.open();
    const end = Date.now() + 60_000; // notes of tabs that ended are taken over after a while
    let lost = await this.lost();
    while (lost.length > 0 && Date.now() < end) {
      await this.page.waitForTimeout(500);
      lost = await this.lost();
    }
    check(lost.length === 0, `lost: ${lost.slice(0, 5).join(", ")} after ${this.log.length} steps: ${this.log.slice(-60).join(" ")}`);
  }
}

export const scenarios = {
  "somebody who clicks without a plan loses nothing": {
    differs: true,
    timeout: (config) => 120_000 + 10_000 * config.clicks,
    async act(visit) {
      await visit.context.addInitScript(fullable);
      const { clicks, seed } = visit.config;
      const clicker = new Clicker(visit, seed);
      await clicker.open();
      for (let step = 1; step <= clicks; step++) {
        await clicker.step().catch((error) => {
          throw new Error(`step ${step} of seed ${seed}, ${clicker.log.slice(-20).join(" ")}: ${error.message}`);
        });
        if (step % checked === 0 || step === clicks) await clicker.end();
        if (step % person === 0) console.error(`${step} steps of seed ${seed}, and nothing is lost`);
        if (step % person === 0 && step < clicks) await clicker.begin();
      }
      return { steps: clicks };
    },
  },
};
