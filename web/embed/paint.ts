// Colours for Python, as far as single words tell.

const words = "and as assert async await break class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield";
const token = /(#.*)|((?:\b[rbfuRBFU]{1,2})?(?:"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?))|\b(\d[\w.]*|None|True|False)\b|([^\W\d]\w*)/gu;
const keywords = new Set(words.split(" "));

/** Fills an element with a program, its words in spans of a class for each kind: c, s, n, k. */
export function paint(element: HTMLElement, code: string): void {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const found of code.matchAll(token)) {
    const [text, comment, string, number, word = ""] = found;
    const kind = comment ? "c" : string ? "s" : number ? "n" : keywords.has(word) ? "k" : "";
    if (!kind) continue;
    const span = document.createElement("span");
    span.className = kind;
    span.textContent = text;
    parts.push(code.slice(at, found.index), span);
    at = found.index + text.length;
  }
  element.replaceChildren(...parts, code.slice(at));
}
