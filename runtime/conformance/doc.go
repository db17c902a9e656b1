// Package conformance runs suites of Python programs on a target and says where the target does not do what was
// expected of it.
//
// Three things meet here:
//
//   - a [Target] runs one program and says what came of it;
//   - a [Suite] names test cases: a program each, with a way to judge a result;
//   - [Run] brings them together within bounds of time and of parallelism and writes a [Report].
//
// # Nothing goes unsaid
//
// A suite from elsewhere never passes as a whole: some tests cannot apply to a wasm guest, some fail for now. Both
// stand in an expectation list (see [ParseList]), one entry a line, each with its reason. The lists work in both
// directions. A test that fails and is not listed is an unexpected result, and so are a listed failure that starts to
// pass and a test that says by itself that it does not apply unless the list knew. So a run that ends well means that
// every test did exactly what is written down about it, and a list cannot grow stale unnoticed.
//
// # What a result is judged by
//
// The upstream suite ([Upstream]) is judged as MicroPython's own runner (tests/run-tests.py of its source tree) does:
// by the merged bytes of stdout and stderr, against the .exp file beside the test or, without one, against what
// CPython prints for the same file. A [Folder] of a user's own tests compares with .exp files alone.
package conformance
