import assert from "node:assert/strict";
import test from "node:test";

import { TextStream, decodeText, encodeText } from "../src/text.ts";

const samples: [number[], string][] = [
  [[], ""],
  [[0x61, 0xff], "a\udcff"],
  [[0x61, 0xc3], "a\udcc3"],
  [[0xc3, 0x61, 0xa9], "\udcc3a\udca9"],
  [[0xed, 0xa0, 0x80], "\udced\udca0\udc80"],
  [[0xf0, 0x9f, 0x98, 0x80], "\u{1f600}"],
  [[0xef, 0xbb, 0xbf, 0x78], "\ufeffx"],
  [[0xf4, 0x90, 0x80, 0x80], "\udcf4\udc90\udc80\udc80"],
];

test("bytes become text, and text the same bytes", () => {
  for (const [bytes, text] of samples) {
    assert.equal(decodeText(Uint8Array.from(bytes)), text);
    assert.deepEqual([...encodeText(text)], bytes);
  }
  assert.throws(() => encodeText("\ud800"), RangeError);
});

test("a stream in pieces is the text as a whole", () => {
  for (const [bytes, text] of samples) {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const stream = new TextStream();
      const parts = [stream.push(Uint8Array.from(bytes.slice(0, cut))), stream.push(Uint8Array.from(bytes.slice(cut))), stream.end()];
      assert.equal(parts.join(""), text, `cut at ${cut}`);
    }
  }
});
