// Package cpython judges the guest's Python by CPython's own tests, Lib/test of the release that builder/source pins.
//
// The names of all tests are recorded (lists/methods.txt, which record.py writes with that release's own loader), so what
// cannot even be imported counts. A file is loaded into a session once, under our own unittest and test.support (the folder
// guest, mounted in front of CPython's tests); then each method runs from a snapshot of that session, with the limits on, and
// has an outcome: passed, failed with a reason, or skipped with a reason. A file that does not compile or import as a whole is
// loaded statement by statement, a class that does not compile method by method, so that one thing that is not there does
// not hide the others.
//
// Which tests do not apply is written in lists/skip.txt, which of the others fail in lists/known; a run that finds
// otherwise fails.
package cpython
