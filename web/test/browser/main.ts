// The tests of sessions, values and texts in a page. Their node:test and node:assert are those beside this file.

import "../awaited.test.ts";
import "../call.test.ts";
import "../guest.test.ts";
import "../kept.test.ts";
import "../pause.test.ts";
import "../record.test.ts";
import "../recursion.test.ts";
import "../serve.test.ts";
import "../session.test.ts";
import "../text.test.ts";
import "../values.test.ts";
import { runAll } from "./test.ts";

void runAll();
