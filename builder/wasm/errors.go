package wasm

import "fmt"

// UnsupportedError says that a module uses a proposal which this package does not model. The module
// may well be valid; an engine may run it.
type UnsupportedError struct {
	Proposal string // the proposal's name, such as "threads" or "memory64"
	What     string // what was found, such as "shared memory"
}

// Error names the finding and the proposal.
func (e *UnsupportedError) Error() string {
	return fmt.Sprintf("%s belongs to the %s proposal, which is not supported: "+
		"core 2.0, tail calls and exception handling (exnref) are", e.What, e.Proposal)
}
