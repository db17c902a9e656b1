// How the elements look. Nothing of it reaches the page around them, and of that page only what is inherited, variables and parts
// (::part) reach in.

/** Variables that a page may set (--mpwasm-NAME): what they are in the light, and in the dark. */
const colours: [name: string, light: string, dark: string][] = [
  ["background", "#fff", "#191c1f"],
  ["text", "#20242a", "#e4e6e8"],
  ["muted", "#5a616b", "#a3abb3"],
  ["border", "#d8d8d0", "#3a4045"],
  ["accent", "#0f6e66", "#5cc5b6"],
  ["on-accent", "#fff", "#06211e"],
  ["output", "#f6f6f3", "#131517"],
  ["good", "#17703f", "#6fcf97"],
  ["bad", "#b3261e", "#ff8a80"],
  ["keyword", "#8839a8", "#d4a3ea"],
  ["string", "#2b6f2f", "#9fd29b"],
  ["number", "#a64b00", "#f0b07d"],
  ["comment", "#687079", "#8d969f"],
];

const declare = (value: (light: string, dark: string) => string) => colours.map(([name, light, dark]) => `--${name}:var(--mpwasm-${name},${value(light, dark)})`).join(";");

const css = `
:host{display:block;margin:1em 0;${declare((light) => light)};--radius:var(--mpwasm-radius,8px);--mono:var(--mpwasm-code-font,ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace)}
@supports(color:light-dark(red,red)){:host{${declare((light, dark) => `light-dark(${light},${dark})`)}}}
:host([theme=light]){color-scheme:light}
:host([theme=dark]){color-scheme:dark}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box}
.cell{border:1px solid var(--border);border-radius:var(--radius);overflow:hidden;background:var(--background);color:var(--text);font:var(--mpwasm-font,15px/1.5 system-ui,sans-serif);text-align:start}
.editor,.output{font:var(--mpwasm-code-size,14px)/1.55 var(--mono)}
.editor{display:grid;grid-template-columns:minmax(100%,max-content);overflow:auto;max-height:var(--mpwasm-max-height,none);position:relative}
.editor>*{grid-area:1/1;margin:0;padding:12px 14px;border:0;font:inherit;letter-spacing:0;white-space:pre;tab-size:4;text-align:left}
textarea{overflow:hidden;resize:none;background:none;color:transparent;caret-color:var(--text);width:100%}
textarea::selection{background:color-mix(in srgb,var(--accent) 30%,transparent)}
textarea:focus{outline:0}
.editor:focus-within{box-shadow:inset 3px 0 var(--accent)}
:is(button,a,input,.output):focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.output:focus-visible{outline-offset:-3px}
.k{color:var(--keyword)}.s{color:var(--string)}.n{color:var(--number)}.c{color:var(--comment);font-style:italic}
.bar{display:flex;flex-wrap:wrap;gap:8px;align-items:center;padding:8px 10px;border-top:1px solid var(--border)}
button,a{font:inherit;font-size:.93em;padding:4px 12px;min-height:30px;border:1px solid var(--border);border-radius:6px;background:none;color:inherit;cursor:pointer;text-decoration:none}
.run,[aria-selected=true]{background:var(--accent);color:var(--on-accent);border-color:var(--accent)}
.status{color:var(--muted);font-size:.9em;margin-inline-start:auto}
.mark{display:flex;gap:6px;align-items:baseline;font-weight:600;flex-wrap:wrap}
.mark span{font-weight:400}
.yes{color:var(--good)}.no,.error{color:var(--bad)}
.output{margin:0;padding:12px 14px;border-top:1px solid var(--border);background:var(--output);white-space:pre-wrap;overflow:auto;overflow-wrap:anywhere;max-height:var(--mpwasm-output-height,24em)}
.output:empty{display:none}
.stderr,.note{color:var(--muted)}
.value{color:var(--accent)}
img{max-width:100%;background:#fff;border-radius:4px;display:block}
form{display:flex;gap:8px;padding:8px 10px;border-top:1px solid var(--border)}
input{flex:1;min-width:0;font:inherit;font-family:var(--mono);padding:4px 8px;border:1px solid var(--muted);border-radius:6px;background:var(--background);color:inherit}
.tabs{display:flex;gap:4px;flex-wrap:wrap;padding:8px 10px;border-bottom:1px solid var(--border)}
.wide .editor{min-height:10em;align-content:start}
.wide .editor>*{min-height:100%}
@container (min-width:44em){.wide .body{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.wide .editor{height:var(--mpwasm-height,22em);max-height:none}.wide .side{border-inline-start:1px solid var(--border);height:var(--mpwasm-height,22em);display:flex;flex-direction:column;background:var(--output)}.wide .output{border:0;max-height:none;flex:1}}
:host(mpwasm-playground){container-type:inline-size}
@media(forced-colors:active){textarea{color:CanvasText}textarea+pre{visibility:hidden}.run,[aria-selected=true]{border:2px solid Highlight}.editor:focus-within{outline:2px solid Highlight;outline-offset:-2px}}
@media print{.bar,form,.tabs{display:none}.editor,.output{max-height:none!important;height:auto!important}}
`;

let sheet: CSSStyleSheet | undefined;

/** Gives a shadow tree its looks. A constructed sheet needs nothing of a page's policy. */
export function dress(root: ShadowRoot): void {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}
