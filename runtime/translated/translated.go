// Package translated is what sandboxes and artifacts that were translated to Go know of each other. `mpwasm build --go DIR` writes a
// package whose variable Artifact is one of these, for sandbox.EngineConfig.Translated; nobody else needs what is here.
package translated

// Artifact is an artifact as Go code.
type Artifact struct {
	// SHA256 is the digest, in hex, of the module that was translated.
	SHA256 string
	// Pages is how large a memory is at first, in pages of 64 KiB. It holds Data from the address DataAt on, and zeros.
	Pages, DataAt uint32
	// Data is what the module's data segments write.
	Data string
	// Imports are the functions that it calls, by the numbers that Host.Import takes.
	Imports []Import
	// New makes an instance, whose memory has no length yet.
	New func(Host) Instance
}

// Import is a function that an artifact calls.
type Import struct {
	Module, Name string
	// Params and Results are how many there are.
	Params, Results int
}

// Host is what an instance calls.
type Host interface {
	// Import calls a function by its number. Its parameters lie on the stack, and its result is left there.
	Import(number int, stack []uint64)
	// Grow makes the memory larger by so many pages. It tells how many there were; false if there is no room.
	Grow(pages uint32) (uint32, bool)
}

// Instance is the code with its globals, its table and a memory. A trap is a panic.
type Instance interface {
	// Function finds a function that is exported; nil if there is none. It takes its parameters from the stack and leaves its result there.
	Function(name string) func(stack []uint64)
	// Global finds a global that is exported; nil if there is none.
	Global(name string) *int32
	// Memory is the memory, which is the host's to replace while no function is at work, and in Host.Grow.
	Memory() *[]byte
	// Calls are how many calls are under way of those that are counted, of which too many trap, and the Stack's Top. Whoever recovers from a
	// trap puts back what they were before, by SetCalls.
	Calls() (calls int32, top int)
	SetCalls(calls int32, top int)
}

// Stack is what parameters of imports lie on. An instance has one, so that a call allocates nothing.
type Stack struct {
	host  Host
	top   int
	words [stackWords]uint64
}

// stackWords is enough for calls within each other: the artifact's largest import has nine parameters, and a host calls it back once.
const stackWords = 128

// NewStack makes the stack of an instance.
func NewStack(host Host) *Stack { return &Stack{host: host} }

// Call calls an import.
func (s *Stack) Call(number int, params ...uint64) uint64 {
	from := s.top
	to := from + max(len(params), 1)
	frame := s.words[from:to:to]
	copy(frame, params)
	s.top = to
	s.host.Import(number, frame)
	s.top = from
	return frame[0]
}

// Grow makes the instance's memory larger, as memory.grow has it.
func (s *Stack) Grow(pages int64) int64 {
	before, ok := s.host.Grow(uint32(pages))
	if !ok {
		return -1
	}
	return int64(before)
}

// Top is what is on the stack; whoever recovers from a trap puts it back by SetTop.
func (s *Stack) Top() int { return s.top }

// SetTop puts back what Top was.
func (s *Stack) SetTop(top int) { s.top = top }
