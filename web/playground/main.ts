// The playground: wires the parts of the page together.

import { byId } from "./dom.ts";
import { Editor } from "./editor.ts";
import { Output } from "./output.ts";
import { Runner, type State } from "./runner.ts";
import { showOutcome } from "./show.ts";
import { say, sentence, showUsage } from "./status.ts";
import * as storage from "./storage.ts";
import * as tabs from "./tabs.ts";
import { programName } from "./traceback.ts";
import hello from "./examples/hello.py";

const output = new Output();
const keep = byId<HTMLInputElement>("keep");

const editor = new Editor(byId("editor"), storage.load("code") ?? hello, {
  label: "Python program",
  onRun: () => void run(),
  onChange: (code) => storage.save("code", code),
});

const runner = new Runner({
  session: () => ({
    onStdout: (text) => output.write("stdout", text),
    onStderr: (text) => output.write("stderr", text),
  }),
  onState: showState,
});

function showState(state: State): void {
  document.body.dataset.state = state;
  byId<HTMLButtonElement>("run").disabled = state !== "ready";
  byId<HTMLButtonElement>("stop").disabled = state !== "running";
  byId<HTMLButtonElement>("reset").disabled = state === "loading" || state === "failed";
}

async function run(): Promise<void> {
  if (runner.state !== "ready") return;
  tabs.select("output");
  if (!keep.checked) output.clear();
  editor.markError(null);
  say("Running", "busy");
  try {
    const outcome = await runner.run(editor.code, programName, !keep.checked);
    showOutcome(output, outcome, (line) => editor.jump(line));
    editor.markError(outcome.error?.line || null);
    const { text, mood } = sentence(outcome);
    say(text, mood);
    showUsage(outcome);
  } catch (error) {
    trouble(error);
  }
}

function trouble(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  output.add("error", text);
  say("This did not work", "bad");
}

byId("run").addEventListener("click", () => void run());
byId("stop").addEventListener("click", () => runner.stop());
byId("reset").addEventListener("click", () => {
  output.clear();
  runner.reset().then(() => say("Ready, and all is forgotten"), trouble);
});
byId("clear").addEventListener("click", () => output.clear());
byId("run-key").textContent = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘↵" : "Ctrl ↵";
tabs.start();

const progress = byId<HTMLProgressElement>("loading");
runner
  .load((share) => (progress.value = share))
  .then(() => say("Ready"), trouble)
  .finally(() => (progress.hidden = true));
