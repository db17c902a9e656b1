// How the editor looks. Colours are variables of the page (style/colours.css), which reach into the shadow tree.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags as t } from "@lezer/highlight";

export const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [t.keyword, t.operatorKeyword, t.modifier], color: "var(--code-keyword)" },
    { tag: [t.string, t.special(t.string)], color: "var(--code-string)" },
    { tag: [t.number, t.bool, t.null], color: "var(--code-number)" },
    { tag: [t.comment, t.docString], color: "var(--code-comment)", fontStyle: "italic" },
    { tag: [t.function(t.definition(t.variableName)), t.definition(t.className), t.className], color: "var(--code-name)" },
    { tag: [t.function(t.variableName), t.function(t.propertyName)], color: "var(--code-call)" },
    { tag: [t.meta, t.self], color: "var(--code-meta)" },
    { tag: t.invalid, color: "var(--bad)" },
  ]),
);

export const look = EditorView.theme({
  "&": { height: "100%", color: "var(--text)", backgroundColor: "transparent", fontSize: "var(--code-size)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { padding: "12px 0 40px", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0 16px 0 8px" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--faint)", border: "none", paddingLeft: "8px" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 8px 0 4px", minWidth: "26px", cursor: "pointer" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--line)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLineGutter": { color: "var(--text)" },
  ".cm-cursor, .cm-dropCursor": { borderLeft: "2px solid var(--accent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--selection) !important" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--selection)", outline: "none" },
  ".cm-error-line, &.cm-focused .cm-error-line": { backgroundColor: "var(--bad-soft)", boxShadow: "inset 3px 0 0 var(--bad)" },
  "@media (forced-colors: active)": {
    ".cm-error-line": { borderLeft: "4px solid Mark", textDecoration: "underline wavy" },
    ".cm-gutters": { backgroundColor: "Canvas" },
  },
});
