package protocol

import "encoding/json"

// Request asks a host of guests, in another process or a page, to do something. Each is a JSON object; over a pipe it is
// a line, over a WebSocket a message. Answers may come in any order.
type Request struct {
	// ID is repeated in the answer.
	ID int `json:"id"`
	// Op is what to do: OpRun, OpReplay, OpCancel or OpFolder.
	Op string `json:"op"`
	// Session is what the guest gets, for OpRun.
	Session SessionOptions `json:"session"`
	// Programs run one after the other in one session, for OpRun.
	Programs []ProgramText `json:"programs"`
	// Snapshot is what the session begins with, for OpRun: what a Session of Go or JavaScript stored.
	Snapshot []byte `json:"snapshot,omitempty"`
	// Keep asks for a snapshot of the session when its programs have run, for OpRun.
	Keep bool `json:"keep,omitempty"`
	// Paused is a paused run that a Session of Go or JavaScript stored, for OpRun: it is gone on with first, in its session, with what
	// the test functions answer, or with Session.Stdin where it waits for input. Its outcome comes before those of Programs.
	Paused []byte `json:"paused,omitempty"`
	// Recording is a file of recordings, for OpReplay: each run is had again, and compared. The session is what the recording says.
	Recording []byte `json:"recording,omitempty"`
	// Cancel is the ID of the request to give up, for OpCancel.
	Cancel int `json:"cancel,omitempty"`
	// Folder is what mounts of later requests may name, for OpFolder.
	Folder *FolderText `json:"folder,omitempty"`
}

// What a request may ask for.
const (
	// OpRun starts a session, runs programs in it and ends it.
	OpRun = "run"
	// OpReplay runs again what was recorded.
	OpReplay = "replay"
	// OpCancel ends a run that is under way, with its session. Both requests are answered.
	OpCancel = "cancel"
	// OpFolder keeps files for mounts of later requests, which then need not carry them.
	OpFolder = "folder"
)

// FolderText is a folder of files.
type FolderText struct {
	// Name is how mounts name it.
	Name string `json:"name"`
	// Files are what is in it, by slash-separated relative paths.
	Files map[string]Text `json:"files"`
}

// MountText is a folder that a guest sees.
type MountText struct {
	// Path is the absolute path at which the guest sees it.
	Path string `json:"path"`
	// Files are what is in it, by slash-separated relative paths.
	Files map[string]Text `json:"files,omitempty"`
	// Folder is, instead of Files, the name of a folder that was sent before.
	Folder string `json:"folder,omitempty"`
	// Writable gives the guest a copy that it may change.
	Writable bool `json:"writable,omitempty"`
}

// SessionOptions are those of web/src/types.ts that can be written down. The zero value grants nothing.
type SessionOptions struct {
	// Memory is how large the GC heap may grow, in bytes; 0 means the default of 16 MiB.
	Memory int64 `json:"memory,omitempty"`
	// Fuel is how much each run may burn; 0 means no limit.
	Fuel uint64 `json:"fuel,omitempty"`
	// TimeoutMS is how long each run may take, in milliseconds; 0 means no limit.
	TimeoutMS int64 `json:"timeoutMs,omitempty"`
	// MaxOutput is how many bytes each run may write; 0 means the default of 1 MiB.
	MaxOutput int64 `json:"maxOutput,omitempty"`
	// MaxHostCalls is how often each run may call host functions; 0 means no limit.
	MaxHostCalls uint64 `json:"maxHostCalls,omitempty"`
	// MaxHostBytes is how many bytes each run may exchange with them; 0 means no limit.
	MaxHostBytes uint64 `json:"maxHostBytes,omitempty"`
	// Args is sys.argv.
	Args []string `json:"args,omitempty"`
	// Path is what sys.path begins with; nil means the current directory.
	Path []string `json:"path,omitempty"`
	// Stdin is what the programs read.
	Stdin Text `json:"stdin,omitempty"`
	// Mounts are folders that the guest sees.
	Mounts []MountText `json:"mounts,omitempty"`
	// FilesLimitBytes is how many bytes the guest's files may hold together; nil means the default of 16 MiB, 0 that it cannot write.
	FilesLimitBytes *int64 `json:"filesLimitBytes,omitempty"`
	// FilesLimit is how many files and folders the guest may have in memory; 0 means the default of 1,024.
	FilesLimit int `json:"filesLimit,omitempty"`
	// Seed is what random numbers follow from.
	Seed uint64 `json:"seed,omitempty,string"`
	// Env is the environment: KEY=VALUE each.
	Env []string `json:"env,omitempty"`
	// TestFunctions offers host functions to programs: echo(x) returns x, host.fail(type, message) raises an exception of
	// a built-in type.
	TestFunctions bool `json:"testFunctions,omitempty"`
	// Pause has test functions and Stdin pause the run whenever a program asks; see Request.Paused.
	Pause bool `json:"pause,omitempty"`
	// Record asks for a recording of each run; see Response.Recording.
	Record bool `json:"record,omitempty"`
	// Thread is where a JavaScript host runs the guest: "worker" or "here". Empty means its default.
	Thread string `json:"thread,omitempty"`
}

// ProgramText is a program.
type ProgramText struct {
	// Name is what tracebacks call the program; "<string>" if empty.
	Name string `json:"name,omitempty"`
	// Source is the text.
	Source Text `json:"source"`
	// NoValue leaves the value of the last expression out.
	NoValue bool `json:"noValue,omitempty"`
	// AssignedValue has what a last assignment to a name assigns for its value.
	AssignedValue bool `json:"assignedValue,omitempty"`
}

// Response answers a Request.
type Response struct {
	// ID is that of the request.
	ID int `json:"id"`
	// Error says why nothing else is here; for people.
	Error string `json:"error,omitempty"`
	// Outcomes are those of the programs.
	Outcomes []Report `json:"outcomes,omitempty"`
	// Merged is what all programs wrote to both streams, in the order in which they did.
	Merged Text `json:"merged,omitempty"`
	// MemorySHA256 is the digest, in hex, of the guest's memory in the end.
	MemorySHA256 string `json:"memorySha256,omitempty"`
	// Snapshot is what Request.Keep asks for.
	Snapshot []byte `json:"snapshot,omitempty"`
	// Paused is the run, stored, that the last outcome says is paused; programs after it did not run. PausedForInput tells
	// what it waits for.
	Paused         []byte `json:"paused,omitempty"`
	PausedForInput bool   `json:"pausedForInput,omitempty"`
	// Recording is what Session.Record asks for, of all runs: what Request.Recording takes.
	Recording []byte `json:"recording,omitempty"`
	// Differences are what is not as it was recorded, for OpReplay.
	Differences []Difference `json:"differences,omitempty"`
	// CPUMicros is the CPU time of each run in microseconds, where the host can tell.
	CPUMicros []int64 `json:"cpuMicros,omitempty"`
}

// Difference is something of a run that is not as it was recorded.
type Difference struct {
	// Program is its name, or what was called.
	Program string `json:"program"`
	// What is the field, as runtime/sandbox/PAUSED.md has it: "stdout", "fuel", "memory_sha256" and so on.
	What string `json:"what"`
	// Recorded and Replayed are what it was and is, as text; bytes are in hex.
	Recorded string `json:"recorded"`
	Replayed string `json:"replayed"`
}

// CompareRequest asks a server to run what a page ran, and to compare.
type CompareRequest struct {
	// Request is of kind OpRun. Its session begins afresh, and grants nothing that a server cannot.
	Request Request `json:"request"`
	// Response is the page's own answer to it.
	Response Response `json:"response"`
}

// CompareResponse answers a CompareRequest.
type CompareResponse struct {
	// Error says why nothing else is here; for people.
	Error string `json:"error,omitempty"`
	// Fields are all that is compared, whether it differs or not.
	Fields []ComparedField `json:"fields,omitempty"`
	// WallNS is the time that the server took, in nanoseconds.
	WallNS int64 `json:"wall_ns,omitempty"`
}

// ComparedField is what the page and the server have of one thing, such as the fuel that the program used.
type ComparedField struct {
	Field   string `json:"field"`
	Page    Text   `json:"page"`
	Server  Text   `json:"server"`
	Differs bool   `json:"differs"`
}

// Report is an outcome as JSON.
type Report struct {
	// Outcome says how the run ended.
	Outcome Kind `json:"outcome"`
	// Limit is which limit ended it, for Limited.
	Limit *Limit `json:"limit"`
	// ExitStatus is what the program asked to end with, for Exited.
	ExitStatus int `json:"exit_status"`
	// Trap says what the guest did, for Trapped; each engine has words of its own.
	Trap string `json:"trap,omitempty"`
	// RolledBack tells that the session is as it was before the run.
	RolledBack bool `json:"rolled_back"`
	// Stdout and Stderr are what the program wrote.
	Stdout Text `json:"stdout"`
	Stderr Text `json:"stderr"`
	// Value is the value of the last expression, as package hostcall writes values in JSON.
	Value json.RawMessage `json:"value"`
	// Error is the exception, for Raised.
	Error *Error `json:"error"`
	// Used is what the run used.
	Used Usage `json:"used"`
	// Truncated tells that the program wrote more than allowed.
	Truncated bool `json:"truncated"`
}

// errorText is an Error whose texts need not be UTF-8: a program's messages need not.
type errorText struct {
	Type      Text `json:"type"`
	Message   Text `json:"message"`
	Traceback Text `json:"traceback"`
	Line      int  `json:"line"`

	Frames []frameText `json:"frames"`
}

// frameText is a Frame with such texts.
type frameText struct {
	File     Text `json:"file"`
	Line     int  `json:"line"`
	Function Text `json:"function"`
}

// MarshalJSON writes texts as Text does.
func (e Error) MarshalJSON() ([]byte, error) {
	text := errorText{Text(e.Type), Text(e.Message), Text(e.Traceback), e.Line, make([]frameText, 0, len(e.Frames))}
	for _, f := range e.Frames {
		text.Frames = append(text.Frames, frameText{Text(f.File), f.Line, Text(f.Function)})
	}
	return marshal(text)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (e *Error) UnmarshalJSON(data []byte) error {
	var text errorText
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	*e = Error{Type: string(text.Type), Message: string(text.Message), Traceback: string(text.Traceback), Line: text.Line}
	for _, f := range text.Frames {
		e.Frames = append(e.Frames, Frame{string(f.File), f.Line, string(f.Function)})
	}
	return nil
}
