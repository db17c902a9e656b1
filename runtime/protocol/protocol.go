// Package protocol holds the words that all hosts share: how a run can end and what is reported of it.
// The command line prints these types as JSON; the page uses the same names.
package protocol

// Kind says how a run ended.
type Kind string

const (
	// Completed: the program came to its end.
	Completed Kind = "completed"
	// Raised: an exception was not caught.
	Raised Kind = "raised"
	// Exited: the program asked to end, with a status (sys.exit, SystemExit).
	Exited Kind = "exited"
	// Limited: a limit ended the run; Outcome.Limit says which.
	Limited Kind = "limited"
	// Trapped: the guest did what wasm forbids. A defect of the guest, never of the program.
	Trapped Kind = "trapped"
	// Cancelled: the host ended the run.
	Cancelled Kind = "cancelled"
	// Paused: the program waits for an answer that comes later; what it left when it began to wait is gone on with.
	Paused Kind = "paused"
)

// Limit names a limit.
type Limit string

const (
	// FuelLimit: the budget of fuel was used up.
	FuelLimit Limit = "fuel"
	// DeadlineLimit: the wall clock ran out.
	DeadlineLimit Limit = "deadline"
	// OutputLimit: more was printed than allowed.
	OutputLimit Limit = "output"
	// HostCallLimit: host functions were called more often than allowed.
	HostCallLimit Limit = "host calls"
	// HostBytesLimit: more went to host functions, and came from them, than allowed.
	HostBytesLimit Limit = "host bytes"
)

// Error is an exception that the program did not catch.
type Error struct {
	// Type is the name of the exception's class.
	Type string `json:"type" cbor:"type"`
	// Message is str(exception).
	Message string `json:"message" cbor:"message"`
	// Traceback is what an interpreter prints: the frames, and the type with the message.
	Traceback string `json:"traceback" cbor:"traceback"`
	// Line is the innermost line of the program itself that the traceback names, from 1; 0 if none.
	Line int `json:"line" cbor:"line"`
	// Frames are the traceback's frames, outermost first; of more than 100, the 100 innermost.
	Frames []Frame `json:"frames" cbor:"frames"`
}

// Frame is where one function was when an exception passed through it.
type Frame struct {
	// File is the name of the program or the path of a module's file.
	File string `json:"file" cbor:"file"`
	// Line is the line, from 1.
	Line int `json:"line" cbor:"line"`
	// Function is the function's name; "<module>" outside of functions.
	Function string `json:"function" cbor:"function"`
}

// Usage is what a run used.
type Usage struct {
	// Fuel counts backward jumps and returns of Python code, and turns of loops in the interpreter's own code;
	// the same on every host.
	Fuel uint64 `json:"fuel"`
	// HeapPeakBytes is the most bytes that were in use at any time of the run, in the GC heap's pages of 4 KiB: pages
	// that held objects, live or not yet collected, and the collector's own tables. What earlier runs of the session
	// left counts; pages that stand free do not. The same on every host.
	HeapPeakBytes uint64 `json:"heap_peak_bytes"`
	// HostCalls is how often host functions were called.
	HostCalls uint64 `json:"host_calls"`
	// HostBytes is what went to host functions, and came from them, in its encoded form.
	HostBytes uint64 `json:"host_bytes"`
	// WallNS is the time that passed, in nanoseconds.
	WallNS int64 `json:"wall_ns"`
}
