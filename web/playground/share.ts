// The share menu: a link that holds the program, the program itself, and a frame for other pages.

import { byId, download, h } from "./dom.ts";
import { encode } from "./link.ts";
import { notify } from "./notice.ts";
import type { Draft } from "./shelf/record.ts";
import { count } from "./status.ts";

/** Above this, in characters, some chat programs and browsers cut links; above that, browsers open them no more. */
const longLink = 8000;
const longestLink = 64_000;

export function start(program: () => Draft): void {
  const code = () => program().source;
  const menu = byId("share");
  const link = h("input", { type: "text", id: "share-link", readonly: true, "aria-label": "Link to this program" });
  const note = h("p", { class: "hint" });
  const copy = (what: string, text: () => string) => async () => {
    try {
      await navigator.clipboard.writeText(text());
      notify(`${what} copied`);
      menu.hidePopover();
    } catch {
      byHand.hidden = false; // no permission, or no secure page
      byHand.value = text();
      byHand.select();
      notify(`The browser does not let the page copy. The ${what.toLowerCase()} is selected: copy it with the keyboard.`);
    }
  };
  const byHand = h("textarea", { id: "copy-by-hand", rows: 3, readonly: true, hidden: true, "aria-label": "To copy by hand" });
  const frame = () => `<iframe src="${address(link.value)}" width="100%" height="420" title="Python playground" loading="lazy"></iframe>`;
  menu.append(
    h("h2", {}, "Share this program"),
    h("p", { class: "hint" }, "The link holds the program, its files and its input, after its #. No server ever sees it."),
    h("div", { class: "row" }, link, h("button", { type: "button", class: "primary", id: "copy-link", click: copy("Link", () => link.value) }, "Copy link")),
    note,
    byHand,
    h(
      "div",
      { class: "row" },
      h("button", { type: "button", id: "copy-code", click: copy("Program", code) }, "Copy program"),
      h("button", { type: "button", id: "copy-embed", click: copy("Frame", frame) }, "Copy frame for a page"),
      h("button", { type: "button", id: "download", click: () => download("main.py", code(), "text/x-python") }, "Download .py"),
    ),
  );
  const show = (address: string) => {
    link.value = address;
    for (const id of ["copy-link", "copy-embed"]) byId<HTMLButtonElement>(id).disabled = address === "";
  };
  menu.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "open") return;
    byHand.hidden = true;
    show(""); // instead of that of the program as it was
    void find(program()).then(({ address, left, length }) => {
      show(address);
      note.textContent = address === ""
        ? `The program is too long for a link: it would have ${count(length)} characters, and browsers take ${count(longestLink)}. Send the file instead.`
        : left ? "Its files and its input are left out: they are too large for a link. Send what Download all, under Files, gives instead."
        : address.length > longLink ? `It is ${count(address.length)} characters long, which some programs cut. Sending the file is safer.` : "";
    });
  });
}

/** The longest link that browsers open: to the program with what is beside it, or to its code alone, or none. */
async function find(draft: Draft): Promise<{ address: string; left: boolean; length: number }> {
  let length = draft.source.length; // where it is not even packed
  for (const [beside, left] of [[draft, false], [{}, true]] as const) {
    const fragment = await encode(draft.source, beside).catch(() => undefined); // which is too large
    if (fragment === undefined) continue;
    const address = `${location.origin}${location.pathname}#${fragment}`;
    length = address.length;
    if (length <= longestLink) return { address, left, length };
  }
  return { address: "", left: true, length };
}

/** The address of the same program without the page around it. */
function address(link: string): string {
  return link.replace("#", "?embed#").replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
