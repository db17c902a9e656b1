// Pictures that programs return, in <img>, where nothing in them can run or load anything.

import type { Value } from "../src/index.ts";

/** The picture that a value is: text that is an SVG document, or the bytes of a PNG. */
export function picture(value: Value): HTMLElement | undefined {
  if (typeof value === "string" && /^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/.test(value)) return image(/<svg[^>]*\sxmlns\s*=/.test(value) ? value : value.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'), "image/svg+xml");
  const png = [0x89, 0x50, 0x4e, 0x47];
  return value instanceof Uint8Array && png.every((byte, i) => value[i] === byte) ? image(value as Uint8Array<ArrayBuffer>, "image/png") : undefined;
}

function image(data: BlobPart, type: string): HTMLElement {
  const shown = new Image();
  shown.alt = "What the program drew";
  shown.src = URL.createObjectURL(new Blob([data], { type }));
  shown.onload = () => URL.revokeObjectURL(shown.src);
  return shown;
}
