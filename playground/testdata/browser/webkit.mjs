// Drives WebKit's MiniBrowser through the playground by WebDriver. Started by playground/webkit_test.go with the driver's address, the browser and the
// page's address. Prints a line for each thing that holds; ends with an error at the first that does not.
import { deflateRawSync } from "node:zlib";

const [driver, binary, url] = process.argv.slice(2);
const patience = 120_000;

async function call(method, path, body) {
  const response = await fetch(driver + path, { method, ...(body && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }) });
  const { value } = await response.json();
  if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
  return value;
}

const options = { binary, args: ["--automation"] };
const { sessionId } = await call("POST", "/session", { capabilities: { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": options } } });
const page = (script, ...args) => call("POST", `/session/${sessionId}/execute/sync`, { script, args });

async function until(what, holds) {
  for (const end = Date.now() + patience; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`waited for ${what}; the page: ${await page("return document.body.innerText.slice(0, 400)")}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const ready = () => until("ready", () => page("return document.body.dataset.state === 'ready' && !document.getElementById('early')"));
const output = () => page("return document.getElementById('output').textContent");
const title = () => page("return document.getElementById('program-title').textContent");

/** Opens a program by a link, and runs it. */
async function begin(name, code) {
  await page("location.hash = arguments[0]", `code=${deflateRawSync(`# ${name}\n${code}`).toString("base64url")}`);
  await until(`the program ${name}`, async () => (await title()) === name);
  await page("document.getElementById('run').click()");
}

async function runs(name, code, want) {
  await begin(name, code);
  await until(name, async () => want.test(await output()));
  await ready();
  console.log(`ok ${name}`);
}

try {
  await call("POST", `/session/${sessionId}/url`, { url });
  await ready();
  await runs("prints and a value", "print('hello')\n6 * 7", /^hello\n.*42$/s);
  await runs("imports", "import json, re\nprint(json.dumps([1, 2.5]), re.findall('a+', 'caat'))", /\[1, 2\.5\] \['aa'\]/);
  await runs("an error", "1 / 0", /ZeroDivisionError: division by zero/);
  await runs("many lines", "for i in range(20000): print(i)", /\n19999\n$/);
  await runs("files", "open('a.txt', 'w').write('x')\nprint(open('a.txt').read() * 3)", /xxx/);
  await begin("asks", "print('Hello', input('Who? '))");
  await until("the question", () => page("return !document.getElementById('ask').hidden"));
  await page("document.getElementById('ask-text').value = 'Ada'; document.getElementById('ask').requestSubmit()");
  await until("the answer", async () => /Hello Ada/.test(await output()));
  await ready();
  console.log("ok asks");
  await begin("stops", "print('begun')\nwhile True: pass");
  await until("the beginning", async () => /begun/.test(await output()));
  await page("document.getElementById('stop').click()");
  await ready();
  await until("the stop", () => page("return /^Stopped/.test(document.getElementById('status').textContent)"));
  console.log("ok stops");
  await begin("is kept", "print('kept')");
  await ready();
  await page("document.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true }))");
  await until("the save", () => page("return /^Saved/.test(document.getElementById('saved').textContent)"));
  await call("POST", `/session/${sessionId}/url`, { url });
  await ready();
  await until("the program", async () => (await title()) === "is kept");
  console.log("ok is kept");
} finally {
  await call("DELETE", `/session/${sessionId}`);
}
