// What programs of cells, and of whoever uses the library, show by display, plot and turtle. A file of its own (lib/rich.js), loaded with the
// first program that speaks of them.

import type { HostFunction, Session, Value } from "../src/index.ts";
import outside from "../playground/rich/outside.py";
import { type Place, end, prelude, show } from "../playground/rich/start.ts";

const css = `
.rich{color:var(--text,inherit);white-space:normal}
.rich pre{margin:0;font:inherit;white-space:pre-wrap}
.rich iframe{width:100%;height:220px;resize:vertical;border:1px solid #8888}
.rich .table{overflow:auto;max-height:60vh}
.rich table{border-collapse:collapse}
.rich :is(th,td){padding:3px 10px;border:1px solid #8888;text-align:left;white-space:pre}
.rich td.number{text-align:right;font-variant-numeric:tabular-nums}
.rich .link{all:unset;cursor:pointer;text-decoration:underline}
.rich .link:focus-visible{outline:2px solid}
.rich [aria-sort=ascending] .link::after{content:" ▲"/""}
.rich [aria-sort=descending] .link::after{content:" ▼"/""}
.rich figure{margin:0;display:grid;gap:6px;justify-items:start}
.rich figure img{max-width:100%;background:#fff}
.rich figure img.chart{background:none}
.turtle div{position:relative;max-width:100%;line-height:0;border:1px solid #8888}
.turtle canvas{max-width:100%;height:auto;background:#fff}
.turtle canvas+canvas{position:absolute;inset:0;width:100%;height:100%;background:none}
`;

let sheet: CSSStyleSheet | undefined;

/** Gives the tree that an element is in the looks of what is shown. */
function dress(element: Element): void {
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(css);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

/** What one session shows. */
export class Rich {
  /** Host functions for the session; none where nothing is shown. */
  readonly hostFunctions: Record<string, HostFunction> = {};
  readonly #there = new Set<string>();
  readonly #place: Place;
  readonly #shown: WeakRef<Element>[] = [];
  readonly #outside: string;
  #waits = true;

  /**
   * add puts an element into the page. Without it, in Node.js say, tables and text are printed, and pictures become files of the session.
   * real has turtles take their time.
   */
  constructor(add?: (element: HTMLElement) => void, real = false) {
    const shown = this.#shown;
    this.#place = {
      add(_, element) {
        add?.(element);
        shown.push(new WeakRef(element));
        dress(element);
      },
      get shown() {
        return shown.filter((element) => element.deref()?.isConnected).length;
      },
    };
    this.#outside = add ? "" : outside;
    if (add) this.hostFunctions["page.display"] = (kind: Value = null, data: Value = null) => show(this.#place, kind, data, { real, waits: this.#waits, each: false });
  }

  /**
   * Gives a session what programs of these texts speak of: the function display, and the modules plot and turtle, unless own holds a file of that
   * name. It is called before such a program runs; where there is nothing to do, nothing runs.
   */
  async prepare(session: Session, texts: readonly string[], own: readonly string[] = []): Promise<void> {
    this.#waits = session.waiting !== "pause";
    if (!texts.some((text) => /\b(display|plot|turtle)\b/.test(text))) return;
    const program = await prelude(texts, (module) => own.includes(`${module}.py`) || own.includes(`${module}/__init__.py`), this.#there, this.#outside);
    if (!program) return;
    const { kind, error } = await session.run(program, { noValue: true });
    if (kind !== "completed") throw new Error(`display, plot and turtle could not be made ready: ${error?.message ?? kind}. Limits may be too low.`);
  }

  /** Ends what is under way: the session is over. */
  end(): void {
    end(this.#place);
  }
}
