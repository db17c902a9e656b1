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
//
// # Where this is not upstream's runner
//
//   - Upstream skips some tests by the target's platform, and knows tests that find by themselves that they do not
//     apply. Here both have to be on the list, or the run fails.
//   - A feature check whose feature is missing is a result of its own. Upstream skips the tests that need the feature
//     and says no more.
//   - Upstream drives tests of the prompt through a pseudo-terminal and passes the options on that a test's first line
//     asks of the unix port's program. A guest has neither; these tests are on the list.
//   - Some tests use the package unittest, which is not part of the pinned source tree.
//   - A trap and a hang are failures, whatever was printed before.
//   - CPython is asked again, a few times, when its answer is not the target's: under load, a test that watches the
//     real clock prints other things. What CPython can print is right.
//   - Tests that write files do so in a copy of their folder, as the pinned source must not change, and the folder's
//     path on this machine does not reach the guest: in CPython's answers it is replaced by the guest's.
package conformance
