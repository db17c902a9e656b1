package passes

// thread-branches lets branches to the end of a block go where the code behind that end goes at once.
//
//	loop $again                             loop $again
//	  block $done                             block $done
//	    ...                                     ...
//	    br $done                                local.get $next
//	    ...                                     local.set $at
//	  end                                       br $again
//	  local.get $next                           ...
//	  local.set $at                           end
//	  br $again                               local.get $next
//	end                                       local.set $at
//	                                          br $again
//	                                        end
//
// wasm-opt shares such code. An interpreter's loop has a hundred branches to it, one an opcode. Where they meet, V8 keeps what the loop carries in
// memory: its register allocator does so if half of what comes together is there already, and after most calls it is. Each turn of the
// loop then stores the place in the bytecode and loads it again. Branches to the loop itself do not meet before it.
//
// # What it leaves alone
//
// Conditional branches, tables, blocks with a result, loops with parameters, and code that does more than move locals: loops whose turns
// are counted (fuel-metering).

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

const (
	threadBranchesName = "thread-branches"
	// threadMoves is how many moves between locals are repeated at most before a branch.
	threadMoves = 3
)

func threadBranches(opts Options) func(*wasm.Module) (*wasm.Module, error) {
	return func(m *wasm.Module) (*wasm.Module, error) {
		out := m.Clone()
		threaded := 0
		for i := range out.Functions {
			code, err := out.Functions[i].Body.Instructions()
			if err != nil {
				return nil, fmt.Errorf("reading the body of function %d: %w", spacesOf(m).imported+i, err)
			}
			t := threading{code: code}
			if t.findTails(); len(t.tails) == 0 {
				continue
			}
			if list := t.rewrite(); t.threaded > 0 {
				out.Functions[i].Body = wasm.Encode(list)
				threaded += t.threaded
			}
		}
		opts.note(threadBranchesName, "%d branches go on to loops", threaded)
		return out, nil
	}
}

// threading is the work on one function.
type threading struct {
	code     []wasm.Instruction
	tails    map[int][]wasm.Instruction // of a block, by the place that opens it: moves, and a branch out of where the block ends
	threaded int
}

// findTails looks behind the end of each block.
func (t *threading) findTails() {
	t.tails = map[int][]wasm.Instruction{}
	var open []int
	for at := range t.code {
		switch op := t.code[at].Op; {
		case op.OpensBlock():
			open = append(open, at)
		case op == wasm.OpEnd && len(open) > 0:
			begin := open[len(open)-1]
			open = open[:len(open)-1]
			if block := t.code[begin]; block.Op != wasm.OpBlock || block.Block != wasm.BlockEmpty {
				continue
			}
			if tail := t.tailAt(at+1, open); tail != nil {
				t.tails[begin] = tail
			}
		}
	}
}

// tailAt returns moves and a branch to a loop without parameters, if they stand there.
func (t *threading) tailAt(at int, open []int) []wasm.Instruction {
	for n := range threadMoves + 1 {
		next := t.code[at+2*n:]
		if len(next) > 0 && next[0].Op == wasm.OpBr && int(next[0].Index) < len(open) {
			target := t.code[open[len(open)-1-int(next[0].Index)]]
			if target.Op != wasm.OpLoop || target.Block != wasm.BlockEmpty {
				return nil
			}
			return t.code[at : at+2*n+1]
		}
		if len(next) < 2 || next[0].Op != wasm.OpLocalGet || next[1].Op != wasm.OpLocalSet {
			return nil
		}
	}
	return nil
}

// rewrite returns the code with the tails in the places of branches to them.
func (t *threading) rewrite() []wasm.Instruction {
	list := make([]wasm.Instruction, 0, len(t.code))
	var open []int
	for at, in := range t.code {
		switch {
		case in.Op.OpensBlock():
			open = append(open, at)
		case in.Op == wasm.OpEnd && len(open) > 0:
			open = open[:len(open)-1]
		case in.Op == wasm.OpBr && int(in.Index) < len(open):
			if tail := t.tails[open[len(open)-1-int(in.Index)]]; tail != nil {
				last := len(tail) - 1
				list = append(list, tail[:last]...)
				in.Index += 1 + tail[last].Index
				t.threaded++
			}
		}
		list = append(list, in)
	}
	return list
}
