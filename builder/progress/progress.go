// Package progress carries what a build is doing to whoever wants to show it.
//
// The stages of a build know nothing of terminals: they start a [Task], count, and end it. The
// command line turns that into bars or lines; tests and library users pass [Discard].
package progress

// Unit says what a task counts, so that a display can word it.
type Unit int

const (
	// Items are whole things: files, jobs, passes.
	Items Unit = iota
	// Bytes are bytes received or written.
	Bytes
)

// Reporter opens tasks. It is safe for use by several goroutines.
type Reporter interface {
	// Start opens a task. A total of 0 or less means that the amount is not known.
	Start(title string, total int64, unit Unit) Task
}

// Task is one piece of work in progress. It is safe for use by several goroutines.
type Task interface {
	// Add counts n more units as done.
	Add(n int64)
	// End closes the task: err nil means that it succeeded. Only the first call counts.
	End(err error)
}

// Discard is a Reporter that shows nothing.
var Discard Reporter = discard{}

type discard struct{}

func (discard) Start(string, int64, Unit) Task { return discard{} }
func (discard) Add(int64)                      {}
func (discard) End(error)                      {}
