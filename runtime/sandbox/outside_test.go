package sandbox_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
)

// outside is a program of a module that has nothing to do with this repository.
const outside = `package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

func main() {
	ctx := context.Background()
	module, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	engine, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{Artifact: module, Interpreter: true})
	if err != nil {
		log.Fatal(err)
	}
	defer engine.Close(ctx)
	outcome, err := engine.Run(ctx, sandbox.Program{Source: []byte("double(21)")}, sandbox.SessionConfig{
		Functions: []hostcall.Function{hostcall.Func("double", func(n int) int { return 2 * n })},
	})
	if err != nil || outcome.Kind != protocol.Completed {
		log.Fatal(err, outcome)
	}
	fmt.Println(outcome.Value)
	if err := more(ctx, engine); err != nil {
		log.Fatal(err)
	}
}

// more uses what goes beyond running a program.
func more(ctx context.Context, engine *sandbox.Engine) error {
	compiled, _, err := engine.Compile(ctx, sandbox.Program{Source: []byte("def double(n): return 2 * n")}, sandbox.SessionConfig{})
	if err != nil {
		return err
	}
	defer compiled.Close(ctx)
	outcome, err := compiled.Call(ctx, "double", []any{4}, nil)
	if err != nil {
		return err
	}
	fmt.Println(outcome.Value)
	session, err := engine.NewSession(ctx, sandbox.SessionConfig{HostCallLimit: 10, Functions: []hostcall.Function{
		hostcall.Func("box", func() *hostcall.Object { return hostcall.ObjectOf(&box{7}, "size") }),
		hostcall.Func("later", func() error { return hostcall.ErrPause }),
	}})
	if err != nil {
		return err
	}
	defer session.Close(ctx)
	if outcome, err = session.Run(ctx, sandbox.Program{Source: []byte("size = box().size()"), AssignedValue: true}); err != nil {
		return err
	}
	fmt.Println(outcome.Value)
	trace, err := session.Trace(ctx, sandbox.Program{Name: "t.py", Source: []byte("n = 1\nn += 1\nn += 1\n")})
	if err != nil {
		return err
	}
	defer trace.Close(ctx)
	trace.SetBreakpoints("t.py", 3)
	moment, err := trace.Step(ctx, sandbox.Continue)
	if err != nil {
		return err
	}
	n, err := trace.Evaluate(ctx, 0, "n")
	if err != nil {
		return err
	}
	fmt.Println(moment.Line, n.Text)
	if outcome, err = session.Run(ctx, sandbox.Program{Source: []byte("later() + 1")}); err != nil {
		return err
	}
	if outcome, err = outcome.Paused.Resume(ctx, 41, nil); err != nil {
		return err
	}
	fmt.Println(outcome.Value)
	return nil
}

type box struct{ size int }

func (b *box) Size() int { return b.size }
`

// pulledIn are the modules that a program needs which embeds the sandbox, besides this one.
var pulledIn = []string{
	"github.com/fxamacker/cbor/v2", "github.com/tetratelabs/wazero", "github.com/x448/float16", "golang.org/x/sys", "golang.org/x/tools",
}

// TestFromOutside builds a module that imports the library by its path, without cgo, runs it, and looks at what it pulls in: nothing of the
// builder, the command line or the page.
func TestFromOutside(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	artifact := filepath.Join(dir, "micropython.wasm")
	writeFile(t, artifact, string(testartifact.Bytes(t)))
	writeFile(t, filepath.Join(dir, "main.go"), outside)
	const path = "github.com/seed-3f7e3123/mpwasm"
	writeFile(t, filepath.Join(dir, "go.mod"), "module example.org/embeds\n\ngo 1.26.0\n\nrequire "+path+" v0.0.0\n\nreplace "+path+" => "+root+"\n")
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(dir, "go.sum"), string(sums))
	if got := goCommand(t, dir, "run", ".", artifact); got != "42\n8\n7\n3 2\n42\n" {
		t.Errorf("it prints %q", got)
	}
	modules := map[string]bool{}
	for decoder := json.NewDecoder(strings.NewReader(goCommand(t, dir, "list", "-deps", "-json=ImportPath,Module", "."))); ; {
		var p struct {
			ImportPath string
			Module     *struct{ Path string }
		}
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if p.Module == nil {
			continue // Go's own
		}
		if own, ok := strings.CutPrefix(p.ImportPath, path+"/"); ok && !strings.HasPrefix(own, "runtime/") {
			t.Errorf("it pulls in %s", own)
		}
		modules[p.Module.Path] = true
	}
	delete(modules, path)
	delete(modules, "example.org/embeds")
	for name := range modules {
		if !slices.Contains(pulledIn, name) {
			t.Errorf("it pulls in the module %s", name)
		}
	}
	t.Logf("it pulls in %d modules of others", len(modules))
}

// goCommand runs the go command in a folder, without cgo and without the network.
func goCommand(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, stderr.Bytes())
	}
	return string(out)
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
