// Package modules says what programs can import: it asks the guest, so what it says is what is there.
package modules

import (
	"context"
	_ "embed" // the program that asks
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// Module is a module that programs can import.
type Module struct {
	// Name is how it is imported.
	Name string
	// Import is how long the import takes in a new session, beyond that of an empty program.
	Import time.Duration
	// Names are what it has, sorted. Nil if it cannot be imported.
	Names []Name
	// Err says why it cannot be imported.
	Err string
}

// Name is a name of a module.
type Name struct {
	Name string
	// Kind is "class", "function", "module", or the name of the value's type. Members of classes may be a "classmethod", a
	// "staticmethod" or a "property", too.
	Kind string
	// Signature are a function's parameters as a stub writes them, "()" for none; empty if they are not known.
	Signature string
	// Bases and Members are those of a class; of members, Bases and Members are not told.
	Bases   []string
	Members []Name
}

//go:embed describe.py
var describe []byte

// imports is how often an import is measured; the shortest counts.
const imports = 5

// List asks a guest of the engine for all of its modules, sorted by name, and measures how long each takes to import.
func List(ctx context.Context, engine *sandbox.Engine) ([]Module, error) {
	return list(ctx, engine, true)
}

// Known is List of those modules that CPython has, without times: it is quick.
func Known(ctx context.Context, engine *sandbox.Engine) ([]Module, error) {
	return list(ctx, engine, false)
}

func list(ctx context.Context, engine *sandbox.Engine, all bool) ([]Module, error) {
	outcome, err := engine.Run(ctx, sandbox.Program{Source: []byte("help('modules')")}, sandbox.SessionConfig{})
	if err != nil {
		return nil, fmt.Errorf("listing modules: %w", err)
	}
	if outcome.Kind != protocol.Completed {
		return nil, fmt.Errorf("listing modules: help('modules') is %s: %+v", outcome.Kind, outcome.Error)
	}
	var empty time.Duration
	if all {
		if empty, err = importTime(ctx, engine, "pass"); err != nil {
			return nil, fmt.Errorf("listing modules: %w", err)
		}
	}
	known := map[string][]string{}
	for _, m := range cpythonModules() {
		known[m.name] = m.public
	}
	var found []Module
	for _, name := range namesOf(string(outcome.Stdout)) {
		if known[name] == nil && !all {
			continue
		}
		m, err := ask(ctx, engine, name, known[name])
		if err != nil {
			return nil, fmt.Errorf("asking for module %s: %w", name, err)
		}
		if m.Err == "" && all {
			took, err := importTime(ctx, engine, "import "+name)
			if err != nil {
				return nil, fmt.Errorf("importing module %s: %w", name, err)
			}
			m.Import = max(took-empty, 0)
		}
		found = append(found, m)
	}
	return found, nil
}

// namesOf reads what help('modules') prints: columns of names, a package as its files.
func namesOf(text string) []string {
	text, _, _ = strings.Cut(text, "Plus any modules")
	var names []string
	for _, name := range strings.Fields(text) {
		if name == "posixpath" {
			names = append(names, "os.path") // which goes by this name
		}
		if name = strings.ReplaceAll(strings.TrimSuffix(name, "/__init__"), "/", "."); name != "__main__" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// importTime is how long a new session takes for a program.
func importTime(ctx context.Context, engine *sandbox.Engine, source string) (least time.Duration, err error) {
	for i := range imports {
		outcome, err := engine.Run(ctx, sandbox.Program{Source: []byte(source), NoValue: true}, sandbox.SessionConfig{})
		if err != nil {
			return 0, err
		}
		if took := time.Duration(outcome.Used.WallNS); i == 0 || took < least {
			least = took
		}
	}
	return least, nil
}

// ask has a guest describe a module, of which some names are known.
func ask(ctx context.Context, engine *sandbox.Engine, name string, known []string) (Module, error) {
	list := make([]any, len(known))
	for i, n := range known {
		list[i] = n
	}
	outcome, err := engine.Run(ctx, sandbox.Program{Source: describe, Inputs: map[string]any{"target": name, "known": list}}, sandbox.SessionConfig{})
	m := Module{Name: name}
	switch {
	case err != nil:
		return m, err
	case outcome.Kind == protocol.Raised:
		m.Err = outcome.Error.Type + ": " + outcome.Error.Message
		return m, nil
	case outcome.Kind != protocol.Completed:
		return m, fmt.Errorf("describing it is %s (%v)", outcome.Kind, outcome.Trap)
	}
	m.Names, err = decodeNames(outcome.Value)
	return m, err
}

// decodeNames reads what describe.py gives.
func decodeNames(value any) ([]Name, error) {
	list, ok := value.([]any)
	if !ok {
		return nil, fmt.Errorf("the guest gave %T, expected a list", value)
	}
	names := make([]Name, 0, len(list))
	for _, item := range list {
		fields, _ := item.(hostcall.Tuple)
		if len(fields) != 5 {
			return nil, fmt.Errorf("the guest gave %v, expected a name", item)
		}
		name := Name{Name: fmt.Sprint(fields[0]), Kind: fmt.Sprint(fields[1]), Signature: fmt.Sprint(fields[2])}
		bases, _ := fields[3].([]any)
		for _, base := range bases {
			name.Bases = append(name.Bases, fmt.Sprint(base))
		}
		var err error
		if name.Members, err = decodeNames(fields[4]); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}
