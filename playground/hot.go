package playground

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/cache"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
	"github.com/seed-3f7e3123/mpwasm/web"
)

// plain holds the programs of beginners. What they call is what a first visit waits for.
//
//go:embed plain/*.py
var plain embed.FS

// Limits of those programs, in fuel and in bytes: some are to meet them.
const (
	plainFuel   = 3_000_000
	plainOutput = 200_000
	plainMemory = 8 << 20
)

// hotFunctions returns the functions of an artifact, by index, that the interpreter calls as it begins and runs plain programs, as does a
// page: in a session that is new, that goes on, and that begins again. The same artifact always has the same ones, so they are kept in the
// folder dir, if there is one.
func hotFunctions(ctx context.Context, dir string, module []byte) (map[uint32]bool, error) {
	programs, err := plainPrograms()
	if err != nil {
		return nil, err
	}
	list, err := keptOr(dir, keyOf(module, programs), func() ([]uint32, error) { return calledBy(ctx, module, programs) })
	if err != nil {
		return nil, fmt.Errorf("finding what plain programs call: %w", err)
	}
	hot := map[uint32]bool{}
	for _, index := range list {
		hot[index] = true
	}
	return hot, nil
}

func keyOf(module []byte, programs []sandbox.Program) cache.ActionID {
	h := cache.NewHash("mpwasm hot functions 1")
	h.Write(module)
	for _, program := range programs {
		fmt.Fprintf(h, "\n%s %q", program.Name, program.Source)
	}
	return h.Sum()
}

// keptOr returns the list that the cache in a folder has by a key; else it is found, and kept.
func keptOr(dir string, key cache.ActionID, find func() ([]uint32, error)) (list []uint32, err error) {
	if dir == "" {
		return find()
	}
	dir = filepath.Join(dir, "split")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	store, err := cache.Open(dir)
	if err != nil {
		return nil, err
	}
	if data, _, err := store.GetBytes(key); err == nil && json.Unmarshal(data, &list) == nil {
		return list, nil
	}
	if list, err = find(); err != nil {
		return nil, err
	}
	data, err := json.Marshal(list)
	if err != nil {
		return nil, err
	}
	return list, store.PutBytes(key, data)
}

// calledBy runs the programs, and lists the functions that are called, in order.
func calledBy(ctx context.Context, module []byte, programs []sandbox.Program) ([]uint32, error) {
	calls := &calls{seen: map[uint32]bool{}}
	if err := calls.watch(ctx, module, programs); err != nil {
		return nil, err
	}
	return slices.Sorted(maps.Keys(calls.seen)), nil
}

// plainPrograms returns them in order.
func plainPrograms() ([]sandbox.Program, error) {
	hello, err := web.Sources.ReadFile(helloProgram) // which the page begins with
	if err != nil {
		return nil, fmt.Errorf("reading the first program: %w", err)
	}
	programs := []sandbox.Program{{Name: "main.py", Source: hello}}
	err = fs.WalkDir(plain, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		source, err := plain.ReadFile(name)
		programs = append(programs, sandbox.Program{Name: "main.py", Source: source})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the plain programs: %w", err)
	}
	return programs, nil
}

// calls listens to a guest: it takes down which functions are called.
type calls struct{ seen map[uint32]bool }

func (c *calls) NewFunctionListener(f api.FunctionDefinition) experimental.FunctionListener {
	if _, _, imported := f.Import(); imported || f.GoFunction() != nil {
		return nil
	}
	index := f.Index()
	return experimental.FunctionListenerFunc(func(context.Context, api.Module, api.FunctionDefinition, []uint64, experimental.StackIterator) {
		c.seen[index] = true
	})
}

// watch runs the programs.
func (c *calls) watch(ctx context.Context, module []byte, programs []sandbox.Program) (err error) {
	ctx = experimental.WithFunctionListenerFactory(ctx, c)
	engine, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{Artifact: module})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, engine.Close(ctx)) }()
	for _, program := range programs {
		if err := watchOne(ctx, engine, program); err != nil {
			return fmt.Errorf("%.40q: %w", program.Source, err)
		}
	}
	return nil
}

func watchOne(ctx context.Context, engine *sandbox.Engine, program sandbox.Program) (err error) {
	nothing := func(context.Context, hostcall.Call) (any, error) { return nil, nil }
	session, err := engine.NewSession(ctx, sandbox.SessionConfig{
		MemoryLimitBytes: plainMemory, FuelLimit: plainFuel, OutputLimitBytes: plainOutput, Stdin: strings.NewReader("Ada\n3\n1.5\nx\nquit\n"),
		Functions: []hostcall.Function{hostcall.RawFunc("page.display", nothing), hostcall.RawFunc("page.fetch", nothing)},
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, session.Close(ctx)) }()
	for range 2 { // the first leaves names, and the second finds them
		if _, err := session.Run(ctx, program); err != nil {
			return err
		}
	}
	if err := session.Reset(); err != nil {
		return err
	}
	program.Prompt = true
	_, err = session.Run(ctx, program)
	return err
}
