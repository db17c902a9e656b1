package playground

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	digest := sha256.New()
	digest.Write(module)
	programs, err := plainPrograms()
	if err != nil {
		return nil, err
	}
	for _, program := range programs {
		fmt.Fprintf(digest, "\n%s %q", program.Name, program.Source)
	}
	file := filepath.Join(dir, "split", hex.EncodeToString(digest.Sum(nil)[:16])+".json")
	var list []uint32
	if data, err := os.ReadFile(file); dir == "" || err != nil || json.Unmarshal(data, &list) != nil {
		calls := &calls{seen: map[uint32]bool{}}
		if err := calls.watch(ctx, module, programs); err != nil {
			return nil, fmt.Errorf("finding what plain programs call: %w", err)
		}
		for index := range calls.seen {
			list = append(list, index)
		}
		slices.Sort(list)
		if dir != "" {
			if err := keepList(file, list); err != nil {
				return nil, err
			}
		}
	}
	hot := map[uint32]bool{}
	for _, index := range list {
		hot[index] = true
	}
	return hot, nil
}

// keepList writes a file that others may read or write at the same time.
func keepList(file string, list []uint32) (err error) {
	data, err := json.Marshal(list)
	if err != nil {
		return fmt.Errorf("encoding what plain programs call: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("keeping what plain programs call: %w", err)
	}
	temporary, err := os.CreateTemp(filepath.Dir(file), "new-")
	if err != nil {
		return fmt.Errorf("keeping what plain programs call: %w", err)
	}
	_, err = temporary.Write(data)
	if err = errors.Join(err, temporary.Close()); err == nil {
		err = os.Rename(temporary.Name(), file)
	}
	if err != nil {
		return fmt.Errorf("keeping what plain programs call: %w", errors.Join(err, os.Remove(temporary.Name())))
	}
	return nil
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
