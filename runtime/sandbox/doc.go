// Package sandbox runs Python in a guest: MicroPython as one WebAssembly module, in wazero.
//
// An [Engine] holds the compiled artifact; make one and share it. A [Session] is one guest with its own
// memory, in which programs run one after the other and see what earlier ones left:
//
//	engine, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{Artifact: wasm})
//	...
//	outcome, err := engine.Run(ctx, sandbox.Program{Source: []byte("print(6*7)")}, sandbox.SessionConfig{})
//
// What programs defined can be called by name ([Session.Call]). A program that many calls begin with runs its top level once
// ([Engine.Compile]); each call then finds that, and nothing of other calls.
//
// Programs get variables by Program.Inputs, and call Go functions that SessionConfig.Functions lists (package hostcall). A
// [Pool] lends sessions to many users, one after the other, who see nothing of each other.
//
// All that a session consists of can be taken as a [Snapshot], in some tens of microseconds, and gone back to, begun
// with, stored, and taken to another process or a browser with the same artifact. Session.Reset goes back to the beginning.
// Files that programs write are kept in memory, part of that, and Session.Files shows them.
//
// Engines and pools are for any number of goroutines. A session is for one at a time, and refuses others
// ([ErrSessionBusy]). Programs and the host functions that they call run in the goroutine that calls Run.
//
// Trouble of the guest is a result: an exception, an exit status, a trap are fields of [Outcome].
// Trouble of the host is an error: [ErrInvalidConfig], [ErrInvalidInput] and [ErrInvalidSnapshot] for what a caller has to
// change, [ErrSessionBusy], [ErrSessionOver], [ErrEngineClosed] and [ErrPoolClosed] for what came too early or too late,
// hostcall.PanicError for a host function that panicked, and what readers and writers of the host say. All are found
// by errors.Is or errors.As.
//
// A guest gets nothing that its [SessionConfig] does not grant: no file of the host's, but an empty tree in memory to write
// to; no environment, a clock that stands still but for sleeping, random numbers from a seed. With the same grants a run is
// deterministic, to the byte of the guest's memory.
package sandbox
