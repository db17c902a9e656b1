// Makes elements: of a tag, with classes that are parts as well (::part), with properties and children.

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, names: string, given: Partial<HTMLElementTagNameMap[K]> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (names) {
    element.className = names;
    element.setAttribute("part", names);
  }
  Object.assign(element, given);
  element.append(...children);
  return element;
}
