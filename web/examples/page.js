// Shows the examples, and runs them.
import { examples, parse, run } from "./list.js";

const main = document.getElementById("examples");

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

async function show(name) {
  const { about, code, output } = parse(await (await fetch(`./${name}.js`)).text());
  const result = element("pre", { class: "printed", "aria-live": "polite", "data-of": name, tabindex: "0", "aria-label": `What ${name} prints` });
  const button = element("button", { type: "button", "data-run": name }, "Run");
  button.addEventListener("click", async () => {
    result.textContent = "Running";
    result.dataset.verdict = "";
    try {
      const printed = await run(name);
      result.textContent = printed;
      result.dataset.verdict = printed === output ? "right" : "wrong";
    } catch (error) {
      result.textContent = String(error?.stack ?? error);
      result.dataset.verdict = "wrong";
    }
  });
  const id = `example-${name}`;
  return element("section", { "aria-labelledby": id }, element("h2", { id }, name), element("p", {}, about), element("pre", { tabindex: "0", "aria-label": `Code of ${name}` }, element("code", {}, code)), button, result);
}

main.append(...(await Promise.all(examples.map(show))));
document.getElementById("run-all").addEventListener("click", () => {
  for (const button of document.querySelectorAll("[data-run]")) button.click();
});
document.body.dataset.ready = "true";
