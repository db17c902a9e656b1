package translate

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// A goroutine's stack that is used up ends the process, and nobody can recover from it. The guest bounds its depth by itself, far
// below (its stack checks: builder/transform.go), but what the guest looks at is in its memory, which a program that found a bug
// in its C could own. So the calls that any endless recursion must make again and again are counted, in a global that is not in memory: those
// through the table, and in the graph of direct calls those to a function that is under way already when the graph is walked depth
// first. Without these the graph has no circle.

const (
	// callsGlobal is the name by which the count is exported.
	callsGlobal = "mpwasm_calls"
	// maxCalls is how many counted calls may be under way; the deepest programs have 1,900 calls of all kinds under way
	// (sandbox.TestCallDepth), and no engine allows fewer than 2,000.
	maxCalls = 4000
)

// countCalls counts in a module, which is changed.
func countCalls(m *wasm.Module) error {
	imported := m.ImportCount(wasm.ExternFunc)
	graph, err := callGraph(m, imported)
	if err != nil {
		return err
	}
	counted := closing(graph)
	global := uint32(len(m.GlobalTypes()))
	m.Globals = append(m.Globals, wasm.Global{Type: wasm.GlobalType{Type: wasm.I32, Mutable: true}, Init: wasm.ConstExpr(wasm.Instruction{Op: wasm.OpI32Const})})
	m.Exports = append(m.Exports, wasm.Export{Name: callsGlobal, Kind: wasm.ExternGlobal, Index: global})
	for i := range m.Functions {
		list, err := m.Functions[i].Body.Instructions()
		if err != nil {
			return fmt.Errorf("reading function %d: %w", imported+i, err)
		}
		var out []wasm.Instruction
		for _, in := range list {
			if in.Op == wasm.OpLoop {
				out = append(out, beforeLoop(global)...)
			}
			if in.Op != wasm.OpCallIndirect && (in.Op != wasm.OpCall || !counted[[2]int{i, int(in.Index) - imported}]) {
				out = append(out, in)
				continue
			}
			out = append(out, step(global, 1)...)
			out = append(out,
				wasm.Instruction{Op: wasm.OpGlobalGet, Index: global}, wasm.Instruction{Op: wasm.OpI32Const, Value: maxCalls}, wasm.Instruction{Op: wasm.OpI32GtU},
				wasm.Instruction{Op: wasm.OpIf, Block: wasm.BlockEmpty}, wasm.Instruction{Op: wasm.OpUnreachable}, wasm.Instruction{Op: wasm.OpEnd},
				in)
			out = append(out, step(global, 0xFFFFFFFF)...)
		}
		m.Functions[i].Body = wasm.Encode(out)
	}
	return nil
}

// step adds to the count.
func step(global, by uint32) []wasm.Instruction {
	return []wasm.Instruction{
		{Op: wasm.OpGlobalGet, Index: global}, {Op: wasm.OpI32Const, Value: uint64(by)}, {Op: wasm.OpI32Add}, {Op: wasm.OpGlobalSet, Index: global},
	}
}

// beforeLoop does nothing, but has wasm2go v0.4.21 write down what is on the operand stack. Otherwise it does so behind the loop's label, where the
// loop's next turn reckons it again, from locals that the loop has changed since (code.go there takes the label's place before it
// flushes). TestWrite has a loop that shows it.
func beforeLoop(global uint32) []wasm.Instruction {
	return []wasm.Instruction{{Op: wasm.OpGlobalGet, Index: global}, {Op: wasm.OpDrop}}
}

// callGraph says which of the module's own functions each calls directly.
func callGraph(m *wasm.Module, imported int) ([][]int, error) {
	graph := make([][]int, len(m.Functions))
	for i := range m.Functions {
		for in, err := range m.Functions[i].Body.All() {
			if err != nil {
				return nil, fmt.Errorf("reading function %d: %w", imported+i, err)
			}
			if in.Op == wasm.OpCall && int(in.Index) >= imported {
				graph[i] = append(graph[i], int(in.Index)-imported)
			}
		}
	}
	return graph, nil
}

// closing are the calls that close circles.
func closing(graph [][]int) map[[2]int]bool {
	const (
		unseen = iota
		underWay
		over
	)
	found := map[[2]int]bool{}
	state := make([]byte, len(graph))
	var walk func(int)
	walk = func(from int) {
		state[from] = underWay
		for _, to := range graph[from] {
			switch state[to] {
			case unseen:
				walk(to)
			case underWay:
				found[[2]int{from, to}] = true
			}
		}
		state[from] = over
	}
	for i := range graph {
		if state[i] == unseen {
			walk(i)
		}
	}
	return found
}
