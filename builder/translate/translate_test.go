package translate

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tetratelabs/wazero"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/wat"
)

// recursive has a function that calls itself directly, one that does so through the table, and two that call each other.
const recursive = `(module
  (import "mpwasm" "refuel" (func $refuel (param i32) (result i32)))
  (type $down (func (param i32) (result i32)))
  (table 2 funcref)
  (elem (i32.const 1) func $indirect)
  (memory (export "memory") 2)
  (data (i32.const 100) "ab")
  (data (i32.const 105) "c")
  (func $direct (export "direct") (param i32) (result i32)
    local.get 0
    if (result i32)
      local.get 0
      i32.const 1
      i32.sub
      call $direct
      i32.const 1
      i32.add
    else
      i32.const 0
    end)
  (func $indirect (export "indirect") (param i32) (result i32)
    local.get 0
    if (result i32)
      local.get 0
      i32.const 1
      i32.sub
      i32.const 1
      call_indirect (type $down)
      i32.const 1
      i32.add
    else
      i32.const 0
    end)
  (func $even (export "even") (param i32) (result i32)
    local.get 0
    if (result i32)
      local.get 0
      i32.const 1
      i32.sub
      call $odd
    else
      i32.const 1
    end)
  (func $odd (param i32) (result i32)
    local.get 0
    if (result i32)
      local.get 0
      i32.const 1
      i32.sub
      call $even
    else
      i32.const 0
    end)
  (func (export "pending") (param i32) (result i32)
    local.get 0
    i32.const 100
    i32.add
    loop
      local.get 0
      i32.const 1
      i32.sub
      local.tee 0
      br_if 0
    end)
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
  (func (export "ask") (param i32) (result i32) (call $refuel (local.get 0))))`

func parse(t *testing.T, text string) *wasm.Module {
	t.Helper()
	m, err := wat.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestCountedCalls runs functions that recur as deep as is allowed, and one call deeper.
func TestCountedCalls(t *testing.T) {
	m, data, err := prepare(parse(t, recursive))
	if err != nil {
		t.Fatal(err)
	}
	if data.at != 100 || !bytes.Equal(data.data, []byte("ab\x00\x00\x00c")) {
		t.Errorf("data %q at %d, want \"ab\", three zeros and \"c\" at 100", data.data, data.at)
	}
	ctx := context.Background()
	r := wazero.NewRuntime(ctx)
	defer r.Close(ctx)
	_, err = r.NewHostModuleBuilder("mpwasm").NewFunctionBuilder().WithFunc(func(n int32) int32 { return n }).Export("refuel").Instantiate(ctx)
	if err != nil {
		t.Fatal(err)
	}
	compiled, err := r.CompileModule(ctx, binary.Encode(m))
	if err != nil {
		t.Fatal(err)
	}
	for name, most := range map[string]uint64{"direct": maxCalls, "indirect": maxCalls, "even": 2*maxCalls + 1} {
		for n, fits := range map[uint64]bool{0: true, most: true, most + 1: false} {
			instance, err := r.InstantiateModule(ctx, compiled, wazero.NewModuleConfig().WithName(""))
			if err != nil {
				t.Fatal(err)
			}
			_, err = instance.ExportedFunction(name).Call(ctx, n)
			if fits != (err == nil) {
				t.Errorf("%s, %d deep: %v, want that %d calls fit and no more", name, n, err, most)
			}
			if left := instance.ExportedGlobal(callsGlobal).Get(); fits && left != 0 {
				t.Errorf("%s, %d deep: %d calls are counted afterwards, want none", name, n, left)
			}
		}
	}
}

// TestClosing checks that a graph has no circle without the calls that close them.
func TestClosing(t *testing.T) {
	graph := [][]int{{1, 2}, {2, 0}, {3, 2}, {1}, {0, 4}}
	found := closing(graph)
	open := make([][]int, len(graph))
	for from, list := range graph {
		for _, to := range list {
			if !found[[2]int{from, to}] {
				open[from] = append(open[from], to)
			}
		}
	}
	for range graph { // what calls nothing more is taken out, until nothing is left
		for from := range open {
			open[from] = slices.DeleteFunc(open[from], func(to int) bool { return len(open[to]) == 0 })
		}
	}
	for from, list := range open {
		if len(list) > 0 {
			t.Errorf("%d calls %v, still in a circle: %v", from, list, found)
		}
	}
}

// TestRefusals prepares modules that cannot be translated.
func TestRefusals(t *testing.T) {
	for text, want := range map[string]string{
		`(module)`: "has a memory",
		`(module (memory 1) (func $s) (start $s))`:                              "start function",
		`(module (memory 1) (data "ab"))`:                                       "constant address",
		`(module (memory 1) (data (i32.const 9) "a") (data (i32.const 0) "b"))`: "behind",
	} {
		if _, _, err := prepare(parse(t, text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
	for _, dir := range []string{"main", "my-guest", "type"} {
		if _, err := packageName(filepath.Join(t.TempDir(), dir)); err == nil {
			t.Errorf("a folder %q gave no error", dir)
		}
	}
}

// TestWrite translates a small module and runs it. It downloads the translator, so it waits to be asked: MPWASM_TRANSLATE=1.
func TestWrite(t *testing.T) {
	if os.Getenv("MPWASM_TRANSLATE") == "" {
		t.Skip("MPWASM_TRANSLATE is not set")
	}
	sources, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	m := parse(t, recursive)
	if err := Write(context.Background(), binary.Encode(m), filepath.Join(dir, "guest")); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{
		"go.mod": "module small\n\ngo 1.26.0\n\nrequire github.com/seed-3f7e3123/mpwasm v0.0.0\n\nreplace github.com/seed-3f7e3123/mpwasm => " + strings.TrimSpace(string(sources)) + "\n",
		"main.go": `package main

import (
	"fmt"

	"small/guest"

	"github.com/seed-3f7e3123/mpwasm/runtime/translated"
)

type host struct{ instance translated.Instance }

func (h *host) Import(number int, stack []uint64) { stack[0] += uint64(100 + number) }

func (h *host) Grow(pages uint32) (uint32, bool) {
	memory := h.instance.Memory()
	before := len(*memory) >> 16
	*memory = append(*memory, make([]byte, pages<<16)...)
	return uint32(before), pages < 10
}

func main() {
	h := &host{}
	h.instance = guest.Artifact.New(h)
	for _, call := range []struct {
		name  string
		param uint64
	}{{"direct", 4000}, {"indirect", 4000}, {"even", 8001}, {"grow", 3}, {"grow", 10}, {"ask", 7}, {"pending", 9}, {"direct", 4001}} {
		func() {
			calls, top := h.instance.Calls()
			defer func() {
				if p := recover(); p != nil {
					h.instance.SetCalls(calls, top)
					fmt.Println(call.name, p)
				}
			}()
			stack := []uint64{call.param}
			h.instance.Function(call.name)(stack)
			fmt.Println(call.name, int32(stack[0]))
		}()
	}
	fmt.Println(guest.Artifact.Pages, guest.Artifact.DataAt, len(guest.Artifact.Data), h.instance.Function("none") == nil, *h.instance.Global("mpwasm_calls"))
}
`,
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "run", ".")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	want := "direct 4000\nindirect 4000\neven 0\ngrow 0\ngrow -1\nask 107\npending 109\ndirect unreachable\n2 100 6 true 0\n"
	if err != nil || string(out) != want {
		t.Errorf("got %v\n%s\nwant\n%s", err, out, want)
	}
}
