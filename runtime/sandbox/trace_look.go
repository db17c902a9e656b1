package sandbox

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Frame is a function that runs, or a module.
type Frame struct {
	// File is the name of the program, or the path of a module.
	File string
	// Line is where it is.
	Line int
	// Function is its name; "<module>" for a module.
	Function string
}

// Variable is a name with its value, or a part of a value.
type Variable struct {
	// Name is that of a variable or an attribute; "[0]" for an item of a list, the key of a dict as Python shows it; "" for a value of an expression.
	Name string
	// Type is the name of its type.
	Type string
	// Text is what Python shows of the value, shortened.
	Text string
	// Parts is how many parts it has: items, or attributes.
	Parts int
}

// Scope is a set of variables of a frame.
type Scope string

const (
	// Locals are those of the function; of a module, the same as Globals.
	Locals Scope = "locals"
	// Globals are those of its module.
	Globals Scope = "globals"
)

// Place says whose parts are wanted: of a frame's scope, or, where that is empty, of an expression's value in the frame.
type Place struct {
	// Frame is the number of the frame, 0 being the innermost.
	Frame int
	// Scope, if it is not empty.
	Scope Scope
	// Expression, in Python, where Scope is empty.
	Expression string
	// Path leads from part to part, by their numbers.
	Path []int
}

// question is what a look is to tell.
type question struct {
	what         string // "frames", "parts" or "value"
	place        Place
	first, count int
}

// lookAnswer is what it told.
type lookAnswer []any

// LookError says that what was asked for raised an exception.
type LookError struct {
	// Err is the exception.
	Err *protocol.Error
}

// Error is type and message.
func (e *LookError) Error() string { return e.Err.Type + ": " + string(e.Err.Message) }

// lookFuel is how much a look may burn.
const lookFuel = 5_000_000

var errLookEnded = errors.New("looking took too much")

// Frames are the functions that run at the moment, the innermost first, at most 100. At the end there are none.
func (t *Trace) Frames(ctx context.Context) (frames []Frame, err error) {
	err = t.use(ctx, "looking at frames", func(ctx context.Context) error {
		if t.now == nil {
			return nil
		}
		answer, err := t.ask(ctx, question{what: "frames"})
		for _, one := range answer {
			fields, ok := one.([]any)
			if !ok || len(fields) != 3 {
				return errLookAnswer
			}
			file, ok1 := fields[0].(string)
			line, ok2 := fields[1].(int64)
			function, ok3 := fields[2].(string)
			if !ok1 || !ok2 || !ok3 {
				return errLookAnswer
			}
			frames = append(frames, Frame{File: file, Line: int(line), Function: function})
		}
		return err
	})
	return frames, err
}

var errLookAnswer = errors.New("what the guest says of a moment makes no sense")

// Parts are variables of a frame, or parts of a value, from a number on. Nothing that it does stays.
func (t *Trace) Parts(ctx context.Context, place Place, first, count int) ([]Variable, error) {
	return t.variables(ctx, question{what: "parts", place: place, first: first, count: count})
}

// Evaluate gives the value of an expression in a frame; a statement has None. Nothing that it does stays: it is done in a guest that is then
// forgotten. What it raises is a *[LookError].
func (t *Trace) Evaluate(ctx context.Context, frame int, expression string) (Variable, error) {
	values, err := t.variables(ctx, question{what: "value", place: Place{Frame: frame, Expression: expression}})
	if err != nil {
		return Variable{}, err
	}
	if len(values) != 1 {
		return Variable{}, errLookAnswer
	}
	return values[0], nil
}

func (t *Trace) variables(ctx context.Context, q question) (found []Variable, err error) {
	err = t.use(ctx, "looking at values", func(ctx context.Context) error {
		if t.now == nil {
			return errAtEnd
		}
		answer, err := t.ask(ctx, q)
		if err != nil {
			return err
		}
		for _, one := range answer {
			v, err := readVariable(one)
			if err != nil {
				return err
			}
			found = append(found, v)
		}
		return nil
	})
	return found, err
}

func readVariable(one any) (v Variable, err error) {
	fields, ok := one.([]any)
	if !ok || len(fields) != 4 {
		return v, errLookAnswer
	}
	texts := [3]string{}
	for i := range texts {
		if texts[i], ok = fields[i].(string); !ok {
			return v, errLookAnswer
		}
	}
	parts, ok := fields[3].(int64)
	if !ok {
		return v, errLookAnswer
	}
	return Variable{Name: texts[0], Type: texts[1], Text: texts[2], Parts: int(parts)}, nil
}

// ask goes to the moment again and looks.
func (t *Trace) ask(ctx context.Context, q question) (lookAnswer, error) {
	count := t.now.count
	j := &journey{
		wishes: wishes{until: count}, start: count, look: &q,
		decide: func(a *asked, _ uint64) bool { return a.count >= count },
	}
	if err := t.travel(ctx, j); err != nil {
		return nil, err
	}
	if j.stopped == nil {
		return nil, errDiverged
	}
	return j.answer, nil
}

// lookNow looks at a run that waits. What the program's own code takes too long to say is said without it.
func (t *Trace) lookNow(ctx context.Context, q *question) (lookAnswer, error) {
	answer, err := t.lookOnce(ctx, q, false)
	if errors.Is(err, errLookEnded) && q.place.Scope != "" && t.here != nil {
		if err := t.session.load(&t.here.state); err != nil {
			return nil, err
		}
		return t.lookOnce(ctx, q, true)
	}
	return answer, err
}

func (t *Trace) lookOnce(ctx context.Context, q *question, plain bool) (lookAnswer, error) {
	s := t.session
	path := make([]any, len(q.place.Path))
	for i, n := range q.place.Path {
		path[i] = n
	}
	inputs, err := encodeInputs(s.functions, map[string]any{"__ask__": map[string]any{
		"what": q.what, "frame": q.place.Frame, "scope": string(q.place.Scope), "expression": q.place.Expression, "path": path,
		"first": q.first, "count": q.count, "plain": plain,
	}})
	if err != nil {
		return nil, err
	}
	r := &run{session: s, output: 1 << 20, looks: true, again: &replay{}}
	g := s.guest
	g.exports = map[string]function{} // those at hand are at work
	res, err := g.run(context.WithValue(ctx, runKey{}, r), Program{Name: "<look>", Source: []byte(protocol.Look), look: true}, inputs)
	if r.stop == stopFuel {
		return nil, errLookEnded
	}
	if err := errors.Join(r.hostErr, err); err != nil {
		return nil, fmt.Errorf("looking at a run: %w", err)
	}
	var outcome Outcome
	if err := outcome.fill(s.functions, res); err != nil {
		return nil, err
	}
	if outcome.Error != nil {
		return nil, &LookError{outcome.Error}
	}
	answer, ok := outcome.Value.([]any)
	if !ok {
		return nil, fmt.Errorf("looking at a run: it ended: %s %s", outcome.Kind, outcome.Limit)
	}
	return answer, nil
}
