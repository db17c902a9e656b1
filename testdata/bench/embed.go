// Package programs carries the programs that `mpwasm bench` times, and what they must print.
package programs

import "embed"

// Own are our programs, programs/NAME.py, each with its output as CPython 3.13 prints it beside it, in NAME.py.exp.
//
//go:embed programs
var Own embed.FS

// PerfBench lists what MicroPython's performance tests give: lines SIZE NAME RESULT, as CPython 3.13 computes it.
//
//go:embed perf_bench.txt
var PerfBench string
