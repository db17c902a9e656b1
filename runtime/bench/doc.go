// Package bench times Python programs on several engines side by side: this artifact in the sandbox, in Node.js and in
// browsers, other builds of Python in Node.js, CPython, and MicroPython built for this machine. See README.md for how it is
// measured and what the numbers mean.
//
// Nothing here judges: a time decides no test. What is judged is the answer: each program's output is known.
package bench
