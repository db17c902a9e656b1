// How the debugger looks: a sheet that comes with it.

const css = `
#debug-bar { flex: none; display: grid; gap: 4px; padding: 8px 10px; border-top: 1px solid var(--edge); background: var(--surface); container-type: inline-size; }
#debug-bar > [role="group"] { display: grid; grid-template-columns: 14px repeat(5, minmax(0, 1fr)); gap: 4px; align-items: center; }
#debug-bar .way { font-size: 10px; color: var(--muted); }
#debug-bar button { padding: 0 4px; overflow: hidden; }
#debug-bar kbd { color: var(--muted); opacity: 1; }
@container (max-width: 540px) { #debug-bar kbd { display: none; } }
#debug-bar .moments { display: flex; flex-wrap: wrap; align-items: center; gap: 0 12px; padding-left: 18px; font-size: 13px; color: var(--muted); }
#debug-slider { flex: 1 1 140px; min-width: 0; min-height: 28px; margin: 0; padding: 0; accent-color: var(--accent); }
#debug-place { font-variant-numeric: tabular-nums; white-space: nowrap; }
#debug-names { flex: none; max-height: 50%; overflow: auto; padding: 10px 18px; border-bottom: 1px solid var(--edge); display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; font-size: 13.5px; }
#debug-names ol, #debug-names ul { list-style: none; margin: 0; padding: 0; }
.stack { display: grid; gap: 2px; }
.stack li { display: flex; justify-content: space-between; gap: 12px; }
.stack li > span { color: var(--muted); font: 12.5px var(--mono); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.stack .link { color: var(--muted); font: 13px var(--mono); text-decoration: none; }
.stack .link[aria-current] { color: var(--text); font-weight: 700; }
.stack .link:hover { text-decoration: underline; }
#debug-names summary { cursor: pointer; font-weight: 600; }
#debug-names .tree { padding-left: 14px; font: 13px/1.6 var(--mono); overflow-wrap: anywhere; }
#debug-names .tree li { position: relative; }
#debug-names .name { color: var(--code-name); }
#debug-names .changed { background: var(--selection); border-radius: 3px; }
#debug-names .tree .link { padding: 0 6px; text-decoration: none; }
.fold { position: absolute; left: -20px; top: 0; min-height: 22px; width: 20px; padding: 0; border: 0; background: none; color: var(--muted); }
.fold::before { content: "▸" / ""; }
.fold[aria-expanded="true"]::before { content: "▾" / ""; }
.watch { display: flex; gap: 8px; }
.watch input { flex: 1; min-width: 0; min-height: 28px; padding: 2px 8px; font: 13px var(--mono); }
.debugging #repl { display: none; }
@media (max-width: 760px) {
  .debugging main { grid-template-rows: minmax(0, 1.35fr) 8px minmax(0, 1fr); }
  #debug-bar { padding: 6px 8px; }
  #debug-bar button { min-height: 34px; font-size: 12.5px; }
  #debug-names { padding: 8px 14px; max-height: 60%; }
  .fold { min-height: 24px; }
}
@media (forced-colors: active) {
  #debug-names .changed { outline: 1px solid Highlight; }
  .stack .link[aria-current] { text-decoration: underline; }
}
@media print { #debug-bar, #debug-names { display: none; } }
`;

export function dress(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
