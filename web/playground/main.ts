// The playground: wires the parts of the page together.

import type { SessionOptions, Value } from "../src/index.ts";
import * as about from "./about.ts";
import { build } from "./build.ts";
import { Desk, type Kept } from "./desk.ts";
import * as divider from "./divider.ts";
import { byId, download, h } from "./dom.ts";
import * as early from "./early.ts";
import { Editor } from "./editor.ts";
import * as examples from "./examples.ts";
import { FilesPanel } from "./files.ts";
import { Files, maxBytes } from "./fileset.ts";
import { FileTabs } from "./filetabs.ts";
import * as findbar from "./findbar.ts";
import { mayRun } from "./framed.ts";
import { encode } from "./link.ts";
import { hostFunctions } from "./hostfunctions.ts";
import * as limits from "./limits.ts";
import { notify } from "./notice.ts";
import * as offline from "./offline.ts";
import { Output } from "./output.ts";
import { Play } from "./play.ts";
import { begin, fromFragment, plain, recoverAll } from "./opening.ts";
import * as print from "./print.ts";
import { Programs } from "./programs.ts";
import { type Help, Repl } from "./repl.ts";
import { Runner, type State } from "./runner.ts";
import * as saved from "./saved.ts";
import * as settings from "./settings.ts";
import * as share from "./share.ts";
import type { Draft } from "./shelf/record.ts";
import { Shelf } from "./shelf/shelf.ts";
import type { Place } from "./rich/start.ts";
import { say } from "./status.ts";
import { Stdin } from "./stdin.ts";
import * as tabs from "./tabs.ts";
import * as theme from "./theme.ts";
import { programName } from "./traceback.ts";

if (!mayRun(build.ancestors)) {
  document.body.replaceChildren("This playground may not be embedded in a page of this address.");
  throw new Error("the page is embedded where it must not be (mpwasm bundle --frame-ancestors)");
}

const pageTitle = document.title;
const embedded = new URLSearchParams(location.search).has("embed");
document.body.classList.toggle("embed", embedded);
theme.start();

const output = new Output();
let rich: typeof import("./rich/start.ts") | undefined;
let debugging: import("./debug/start.ts").Debugger | undefined;
const files = new Files();
const stdin = new Stdin((text) => (debugging?.active ? debugging.entered(text) : output.write("input", text)), () => desk.changed());
settings.onChange(() => {
  desk.changed();
  if (byId<HTMLInputElement>("keep").checked && runner.goesOn && settings.waits()) notify("Keep state is on, so this holds once the state is forgotten.", { label: "Reset", act: () => byId("reset").click() });
});

/** What a session is given, whose functions show things there. */
const sessionOptions = (shows: Place): SessionOptions => ({
  ...settings.sessionOptions(),
  ...hostFunctions((kind: Value, data: Value) => rich?.show(shows, kind, data, { real: settings.real(), waits: runner.waiting !== "pause", each: shows !== output })),
  files: files.all,
  filesLimitBytes: maxBytes,
  stdin: stdin.option,
  countInputTime: false,
});

const runner = new Runner({
  session: () => ({
    ...sessionOptions(output),
    onStdout: (text) => play.write("stdout", text),
    onStderr: (text) => play.write("stderr", text),
  }),
  key: () => `${JSON.stringify(settings.sessionOptions())} ${files.version}`,
  prelude,
  onArtifact: () => engineCame(),
  beforeRest: () => editor.editable,
  onFiles: (now) => files.show(now),
  onFresh: () => {
    rich?.fresh();
    stdin.begin();
    files.begin();
    settings.begin();
  },
  onState: showState,
});

/** Called when the engine is off the wire, come or not: what runs a program comes before what edits one. */
let engineCame = () => {};
const wireFree = new Promise<void>((resolve) => (engineCame = resolve));

let looking: ReturnType<typeof setTimeout> | undefined;
const editor: Editor = new Editor(byId("editor"), {
  label: "Python program",
  onRun: () => runProgram(),
  onChange: (name) => {
    debugging?.edited();
    if (name === programName) desk.changed();
    else fileTabs.changed(name);
    clearTimeout(looking);
    looking = setTimeout(lookForTurtles, 300);
  },
  onGutter: (line) => withDebugger((it) => it.toggle(line)),
  onFirstKey: async () => (await assist()).extensions,
}, wireFree);
editor.editable.catch(() => {
  const again = h("button", { type: "button", class: "small", id: "retry-editor", click: () => location.reload() }, "Load the page again");
  byId("early").before(h("p", { class: "hint missing" }, "The editor did not come; the program can be run as it is. ", again));
});

let assisting: Promise<ReturnType<typeof import("./assist/start.ts").assistant>> | undefined;

let debuggerComes: Promise<void> | undefined;

/** Does something with the debugger, which is loaded for it. */
function withDebugger(act: (it: NonNullable<typeof debugging>) => void): void {
  debuggerComes ??= Promise.all([import("./debug/start.ts"), editor.editable]).then(([{ Debugger }]) => {
    const show = (file: string) => fileTabs.open(file);
    const begins = () => {
      lookForTurtles();
      rich?.fresh();
      stdin.begin();
    };
    debugging = new Debugger({ editor, output, source, options: sessionOptions, modules: () => runner.modules(), prelude: (code) => prelude(code, new Set()), show, begins, ends: () => stdin.end(), onState: showDebugging });
  });
  debuggerComes.then(() => debugging && act(debugging)).catch((error: unknown) => {
    debuggerComes = undefined;
    play.trouble(error);
  });
}

function showDebugging(active: boolean): void {
  byId("stop").setAttribute("aria-disabled", String(!active && runner.state !== "running"));
  repl.enabled = !active && runner.state === "ready";
}

/** Run was pressed while the engine was on its way, and nothing has changed since. */
let runWanted = false;

function runProgram(): void {
  lookForTurtles();
  if (runner.state === "loading") {
    wantRun(true);
    return say("Loading, and runs then", "busy");
  }
  if (runner.state === "ready") debugging?.end();
  void play.program();
}

/** Remembers that Run was pressed, which Stop takes back. */
function wantRun(yes: boolean): void {
  runWanted = yes;
  byId("stop").setAttribute("aria-disabled", String(!yes));
}

/** Takes back that Run was pressed too early. */
function forgetRun(): boolean {
  if (!runWanted) return false;
  wantRun(false);
  say("Loading", "busy");
  return true;
}

/** What was there when Run was pressed is there no more: nothing else runs in its place. */
function otherThanWanted(what: string): void {
  if (forgetRun()) notify(`${what} while the engine was loading, so nothing runs by itself: press Run.`);
}

function stop(): void {
  if (forgetRun()) return;
  if (debugging?.active) debugging.end();
  else play.stop();
}

/** What a session runs before a program that shows things. */
async function prelude(code: string, there: Set<string>): Promise<string | undefined> {
  const texts = programTexts(code);
  if (!texts.some((text) => /\b(display|plot|turtle)\b/.test(text))) return undefined;
  rich ??= await import("./rich/start.ts");
  return rich.prelude(texts, (name) => files.get(`${name}.py`) !== undefined || files.get(`${name}/__init__.py`) !== undefined, there);
}

/** Looks whether the program draws, of which its clock may depend. */
function lookForTurtles(): void {
  settings.draws(programTexts(editor.code).some((text) => /^[ \t]*(import|from)[ \t][^#\n]*\bturtle\b/m.test(text)));
  limits.showClock();
}

/** A program's text and those of its files. */
function programTexts(code: string): string[] {
  return [code, ...files.names.filter((name) => name.endsWith(".py")).map((name) => fileText(name) ?? "")];
}

/** What helps at the prompt: several choices are shown in the output. */
const help: Help = {
  async complete(text, at) {
    const { more, names } = await (await assist()).lines.complete(text, at);
    if (more === "" && names.length > 1) output.add("note", names.join("   "));
    return { more, done: more === "" && names.length === 1 };
  },
  async explain(text, at, typing) {
    return (await assist()).lines.explain(text, at, typing);
  },
};

function fileText(name: string): string | undefined {
  const data = files.get(name);
  return data && new TextDecoder().decode(data);
}

/** What completes, explains and checks, once it is wanted. */
function assist(): NonNullable<typeof assisting> {
  assisting ??= import("./assist/start.ts").then(({ assistant }) =>
    assistant({ engine: () => runner.engine, aside: (code) => runner.glance(code), file: (name) => editor.text(name) ?? fileText(name), fileNames: () => files.names, notify, ran: () => play.ran }),
  );
  assisting.catch(() => (assisting = undefined));
  return assisting;
}
const fileTabs = new FileTabs(editor, files);
files.onChange((cause) => desk.changed(true, cause === "typing"));
new FilesPanel({ files, tabs: fileTabs, program: { get code() { return editor.code; }, replace: (code) => editor.replace(code) } });
const repl = new Repl((text) => runner.continues(text), (line) => void play.line(line), help);
const source = { has: (file: string) => file === programName || files.get(file) !== undefined, jump };
const play: Play = new Play({ editor, output, runner, source, onRun: () => void shelf.ran(desk.draft).catch(() => undefined), onDone: () => stdin.end() });

/** The link that is open. The address may hold another one already, which is about to be opened. */
let openedLink = location.hash;

const shelf = new Shelf();
const desk: Desk = new Desk(
  shelf,
  { source: () => editor.code, stdin: () => stdin.text, settings: settings.all, files: () => files.all, typed: () => fileTabs.typed, saving: () => fileTabs.saving(), show: showProgram, leave: () => (debugging?.forget(), play.leave()) },
  { changed: () => otherThanWanted("The program changed"), name: showName, kept: showKept, shared: saved.shared, parted: saved.parted },
);
const programs = new Programs({ desk, shelf, onOpen: opened });

// The engine loads while the shelf is opened, and the program of the link, or the one that was open, is found.
const progress = byId<HTMLProgressElement>("loading");
let deskIsOpen = false;
const deskOpen = openDesk().finally(() => (deskIsOpen = true));

/** Loads the engine; where that fails, it can be tried again. */
async function load(): Promise<boolean> {
  progress.hidden = false;
  say("Loading", "busy");
  let counted = 0; // boot.ts counts scripts on the same bar
  const count = (bytes: number) => {
    progress.value += bytes - counted;
    counted = bytes;
  };
  try {
    await runner.load(count, deskOpen);
    say("Ready");
    if (runWanted) runProgram();
    runWanted = false;
    void runner.whole.catch(() => undefined).then(() => (progress.hidden = true)); // programs that import nothing run before
    return true;
  } catch (error) {
    runWanted = false;
    await deskOpen.catch(() => undefined); // which clears the output
    const again = h("button", { type: "button", class: "small", id: "retry", click: () => (output.clear(), void start()) }, "Retry");
    play.trouble(error, h("p", {}, again));
    count(0);
    progress.hidden = true;
    return false;
  }
}

async function openDesk(): Promise<void> {
  if (!embedded) await shelf.open(); // a frame's text is that of the page around it
  await begin(desk, shelf, embedded);
  if (embedded) return;
  if (shelf.trouble) saved.warn(shelf.trouble);
  void recoverAll(shelf);
}

function showProgram(draft: Draft, sameProgram: boolean): void {
  if (deskIsOpen) otherThanWanted(sameProgram ? "Another tab changed the program" : "Another program was opened");
  if (!sameProgram && runner.state !== "loading") say("Ready"); // how the former one ended is said of no other
  if (sameProgram) editor.replace(draft.source);
  else editor.open(draft.source);
  stdin.text = draft.stdin;
  settings.replace(draft.settings);
  if (sameProgram) files.follow(draft.files);
  else files.open(draft.files);
  limits.refresh();
  lookForTurtles();
}

/** Shows a line of the program or of one of its files. */
function jump(line: number, file: string): void {
  if (fileTabs.open(file)) editor.jump(line);
}

function showName(name: string): void {
  byId("program-title").textContent = name;
  document.title = name === "" ? pageTitle : `${name} · ${pageTitle}`; // tabs are told apart by it
  programs.name(name);
}

function showKept(kept: Kept): void {
  if (embedded) return;
  programs.kept(saved.show(kept));
  if (kept !== "nothing") forgetLink(); // it leads to the program as it was
}

function forgetLink(): void {
  if (location.hash && location.hash === openedLink) history.replaceState(null, "", location.pathname + location.search);
}

/** The user has opened another program. */
function opened(): void {
  forgetLink();
  editor.focus();
}

function showState(state: State): void {
  document.body.dataset.state = state;
  // Not disabled: a button that is takes the focus with it.
  const off = (id: string, yes: boolean) => byId(id).setAttribute("aria-disabled", String(yes));
  off("run", state !== "ready" && state !== "loading"); // where it is remembered
  off("stop", state !== "running");
  off("debug", state !== "ready");
  off("reset", state === "loading" || state === "failed");
  repl.enabled = state === "ready";
}

async function openExample(example: examples.Example): Promise<void> {
  await desk.openDraft(plain(example.title, example.code, example.limits));
  openedLink = `#example=${example.name}`;
  history.replaceState(null, "", openedLink);
  editor.focus();
  say(`${example.title}: press Run`);
}

/** Opens the program of the page's link as a new one, if it holds one. */
async function openLink(fragment: string): Promise<void> {
  try {
    const linked = await fromFragment(fragment);
    if (!linked) return;
    const { id, draft } = desk;
    await desk.openDraft(linked);
    openedLink = fragment;
    const back = async () => {
      if (id === undefined || !(await desk.openKept(id))) await desk.openDraft(draft);
      opened();
    };
    if (!embedded) notify("This program comes from the link.", { label: "Back to mine", act: () => void back() });
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error));
  }
}

/** Copies all of the output, or offers it as a file where the browser does not let the page copy. */
async function copyOutput(): Promise<void> {
  try {
    await navigator.clipboard.writeText(output.text);
    notify("Output copied");
  } catch {
    download("output.txt", output.text, "text/plain");
  }
}

/** Whether Ctrl+C has something to copy. */
function hasSelection(): boolean {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.selectionStart !== field.selectionEnd;
  return !(getSelection()?.isCollapsed ?? true);
}

/** What programs can import, as the guest itself lists it. */
async function modules(): Promise<string[]> {
  const text = await runner.aside("help('modules')");
  const lines = text.split("\n").filter((line) => !line.startsWith("Plus"));
  const names = lines.join(" ").split(/\s+/).map((name) => name.split("/")[0] ?? name); // a package's parts are not listed
  return [...new Set(names)].filter((name) => /^[^_]/.test(name)).sort(); // others are of the modules themselves
}

byId("run").addEventListener("click", runProgram);
byId("debug").addEventListener("click", () => runner.state === "ready" && withDebugger((it) => void it.start()));
byId("stop").addEventListener("click", stop);
byId("reset").addEventListener("click", () => (debugging?.end(), void play.reset()));
byId("clear").addEventListener("click", () => output.clear());
byId("copy-output").addEventListener("click", () => void copyOutput());
byId("run-key").textContent = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘↵" : "Ctrl ↵";
document.addEventListener("keydown", (event) => {
  if ((runner.state !== "running" && !runWanted) || event.defaultPrevented) return;
  const interrupt = event.key === "c" && event.ctrlKey && !event.altKey && !event.metaKey && !hasSelection();
  if (event.key !== "Escape" && !interrupt) return;
  if (document.querySelector(":popover-open, dialog[open]")) return; // which Escape closes
  event.preventDefault();
  stop();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  event.preventDefault();
  runProgram();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "F9" || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !byId("editor").contains(document.activeElement)) return;
  event.preventDefault();
  withDebugger((it) => it.toggle());
});
// A habit of many: what is looked at goes on the shelf, and what is edited is there anyway.
document.addEventListener("keydown", (event) => {
  if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || embedded) return;
  event.preventDefault();
  if (!desk.id) desk.changed(true);
  void desk.flush().then(() => !desk.atRisk && notify("Saved in this browser, as all changes are by themselves. Export is under Programs."));
});
byId("open-full").addEventListener("click", () => void encode(editor.code, desk.draft).then((fragment) => open(`./#${fragment}`, "_blank", "noopener")));

tabs.start();
findbar.start((error) => play.trouble(error));
divider.start();
limits.start();
examples.start((example) => void openExample(example));
share.start(() => desk.draft);
about.start(modules);
print.start(() => desk.draft.name, () => editor.code);
addEventListener("hashchange", (event) => void openLink(new URL(event.newURL).hash));
addEventListener("pagehide", () => early.keep(embedded || !desk.id ? undefined : desk.id, editor.code));
addEventListener("beforeunload", (event) => {
  if (!embedded && desk.atRisk) event.preventDefault();
});

async function start(): Promise<void> {
  if (!(await load())) return;
  if (build.live) (await import("./live.ts")).start();
  if (build.compare) {
    const parts = { engine: runner.engine, bounds: build.compare, code: () => editor.code, files: () => files.all, stdin: () => stdin.lines };
    (await import("./compare.ts")).start(parts);
  }
  await offline.start();
}

void start().catch((error: unknown) => play.trouble(error));
