// node:test for a page, as far as the tests use it: they run one after the other, and the server is told how each ended.

const tests: { name: string; run: () => unknown }[] = [];

export default function test(name: string, run: () => unknown): void {
  tests.push({ name, run });
}

/** Runs what was declared, and tells. */
export async function runAll(): Promise<void> {
  for (const { name, run } of tests) {
    let error = "";
    try {
      await run();
    } catch (thrown) {
      error = thrown instanceof Error ? `${thrown.stack ?? thrown.message}` : String(thrown);
    }
    await tell({ name, error });
  }
  await tell({ name: "", error: "" });
}

function tell(result: { name: string; error: string }): Promise<unknown> {
  return fetch("./result", { method: "POST", body: JSON.stringify(result) });
}
