// Package sandbox runs Python in a guest: MicroPython as one WebAssembly module, in wazero.
//
// An [Engine] holds the compiled artifact; make one and share it. A [Session] is one guest with its own
// memory, in which programs run one after the other and see what earlier ones left:
//
//	engine, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{Artifact: wasm})
//	...
//	outcome, err := engine.Run(ctx, sandbox.Program{Source: []byte("print(6*7)")}, sandbox.SessionConfig{})
//
// Trouble of the guest is a result: an exception, an exit status, a trap are fields of [Outcome].
// Trouble of the host is an error.
//
// A guest gets nothing that its [SessionConfig] does not grant: no files, no environment, a clock that
// stands still but for sleeping, random numbers from a seed. With the same grants a run is
// deterministic, to the byte of the guest's memory.
package sandbox
