package passes

import "github.com/seed-3f7e3123/mpwasm/builder/wasm"

// bodyPlan is what has to be known of a function's code before it is rewritten.
type bodyPlan struct {
	checks   map[int]bool // positions of the calls that a check has to follow
	handlers []bool       // for each try_table, in order, whether an exception can reach its handler
	unwinds  bool         // whether an exception can leave the function by a branch
}

// openTry is a block that is open during planning.
type openTry struct {
	number  int // of the try_table; -1 for other blocks, and for one that catches nothing
	catches []wasm.Catch
}

// planBody finds the places where exceptions arise and where they go.
func (l *lowering) planBody(code []wasm.Instruction) bodyPlan {
	p := bodyPlan{checks: map[int]bool{}}
	var open []openTry
	for i := range code {
		in := &code[i]
		switch {
		case in.Op == wasm.OpTryTable:
			t := openTry{number: len(p.handlers), catches: in.Lists.Catches}
			if len(t.catches) == 0 {
				t.number = -1
			}
			p.handlers = append(p.handlers, false)
			open = append(open, t)
		case in.Op.OpensBlock():
			open = append(open, openTry{number: -1})
		case in.Op == wasm.OpEnd && len(open) > 0:
			closed := open[len(open)-1]
			open = open[:len(open)-1]
			if n := closed.number; n >= 0 && p.handlers[n] && !catchesAll(closed.catches, len(l.spaces.tags)) {
				p.exception(open) // what no clause is for goes on outwards
			}
		case in.Op == wasm.OpThrow, in.Op == wasm.OpThrowRef:
			p.exception(open)
		case l.throws.call(in) && !returnsAnyway(open, code, i):
			p.checks[i] = true
			p.exception(open)
		}
	}
	return p
}

// exception notes that an exception can arise where these blocks are open.
func (p *bodyPlan) exception(open []openTry) {
	for i := len(open) - 1; i >= 0; i-- {
		if n := open[i].number; n >= 0 {
			p.handlers[n] = true
			return
		}
	}
	p.unwinds = true
}

// returnsAnyway reports whether the function returns right after the instruction at position i, with no handler
// in between: then the callee's zeros may serve as the caller's.
func returnsAnyway(open []openTry, code []wasm.Instruction, i int) bool {
	for _, t := range open {
		if t.number >= 0 {
			return false
		}
	}
	return code[i+1].Op == wasm.OpReturn || i+2 == len(code)
}
