// Pictures that Python returns. They are shown by <img> from a blob, where nothing in them can run or load anything.

import type { Value } from "../src/index.ts";
import { download, h } from "./dom.ts";

const signatures: [type: string, name: string, bytes: number[]][] = [
  ["image/png", "picture.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", "picture.jpg", [0xff, 0xd8, 0xff]],
  ["image/gif", "picture.gif", [0x47, 0x49, 0x46, 0x38]],
  ["image/bmp", "picture.bmp", [0x42, 0x4d]],
];

/** The picture that a value is: text that is an SVG document, or the bytes of a PNG, JPEG, GIF or BMP. */
export function picture(value: Value): HTMLElement | undefined {
  if (typeof value === "string" && /^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/.test(value)) return figure(withNamespace(value), "image/svg+xml", "picture.svg");
  if (!(value instanceof Uint8Array)) return undefined;
  const found = signatures.find(([, , bytes]) => bytes.every((byte, i) => value[i] === byte));
  return found && figure(value as Uint8Array<ArrayBuffer>, found[0], found[1]);
}

/** In a page, SVG needs no namespace; in a document of its own it does. */
function withNamespace(svg: string): string {
  const begin = /<svg[^>]*>/.exec(svg)?.[0] ?? "";
  return /\sxmlns\s*=/.test(begin) ? svg : svg.replace(/<svg/, '<svg xmlns="http://www.w3.org/2000/svg"');
}

function figure(data: BlobPart, type: string, name: string): HTMLElement {
  const url = URL.createObjectURL(new Blob([data], { type }));
  const done = () => URL.revokeObjectURL(url);
  const chart = typeof data === "string" && /^\s*<svg[^>]*class="chart"/.test(data); // which has the page's colours
  const image = h("img", { src: url, alt: "What the program drew", load: done, ...(chart && { class: "chart" }) });
  image.addEventListener("error", () => {
    done();
    image.replaceWith(h("span", {}, "The value looks like a picture, but cannot be shown as one."));
  });
  return h("figure", {}, image, h("figcaption", {}, h("button", { type: "button", class: "link", click: () => download(name, data, type) }, "Download picture")));
}
