package sandbox

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
	"github.com/seed-3f7e3123/mpwasm/runtime/translated"
)

// handwritten is code as `mpwasm build --go` writes it, without an interpreter. The real code is run by conformance's target go.
type handwritten struct {
	*translated.Stack
	memory []byte
	calls  int32
	global int32
}

func (h *handwritten) Memory() *[]byte { return &h.memory }

func (h *handwritten) Calls() (int32, int) { return h.calls, h.Top() }

func (h *handwritten) SetCalls(calls int32, top int) {
	h.calls = calls
	h.SetTop(top)
}

func (h *handwritten) Global(name string) *int32 {
	if name == "mpwasm_fuel" {
		return &h.global
	}
	return nil
}

func (h *handwritten) Function(name string) func([]uint64) {
	return map[string]func([]uint64){
		"load":   func(s []uint64) { s[0] = uint64(h.memory[s[0]]) },
		"grow":   func(s []uint64) { s[0] = uint64(h.Grow(int64(s[0]))) },
		"divide": func(s []uint64) { s[0] /= s[1] },
		"call":   func([]uint64) { var function any = 1; function.(func())() },
		"trap":   func([]uint64) { h.calls++; panic("unreachable") },
		"exit":   func(s []uint64) { h.calls++; h.Call(1, s[0]) },
		"time":   func(s []uint64) { s[0] = h.Call(0, 0, 1000, s[0]) },
	}[name]
}

func handwrittenArtifact() *translated.Artifact {
	return &translated.Artifact{
		SHA256: strings.Repeat("0", 64), Pages: 1, DataAt: 10, Data: "data",
		Imports: []translated.Import{{Module: wasiModule, Name: "clock_time_get", Params: 3, Results: 1}, {Module: wasiModule, Name: "proc_exit", Params: 1}},
		New:     func(h translated.Host) translated.Instance { return &handwritten{Stack: translated.NewStack(h)} },
	}
}

// TestGoMachine calls code of Go: what it panics with is a trap, after which everything is as before.
func TestGoMachine(t *testing.T) {
	ctx := context.Background()
	engine, err := NewEngine(ctx, EngineConfig{Translated: handwrittenArtifact()})
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close(ctx)
	g, err := engine.instantiate(ctx, guestmem.NewImage(nil), 2*wasmPage)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := g.machine.close(ctx); err != nil {
			t.Error(err)
		}
	}()
	s := &Session{guest: g, clock: newClock(SessionConfig{ClockStart: DefaultClockStart, Clock: FixedClock})}
	ctx = context.WithValue(ctx, runKey{}, &run{session: s})
	far := uint64(2*wasmPage+memoryOverhead)/wasmPage + 1
	for _, test := range []struct {
		function string
		args     []uint64
		want     uint32
		trap     string
	}{
		{"load", []uint64{11}, 'a', ""},
		{"load", []uint64{wasmPage}, 0, "out of range"},
		{"grow", []uint64{0}, 1, ""},
		{"grow", []uint64{1}, 1, ""},
		{"load", []uint64{wasmPage}, 0, ""},
		{"grow", []uint64{far}, 0xFFFFFFFF, ""},
		{"grow", []uint64{0xFFFFFFFF}, 0xFFFFFFFF, ""},
		{"load", []uint64{13}, 'a', ""},
		{"divide", []uint64{8, 2}, 4, ""},
		{"divide", []uint64{8, 0}, 0, "divide by zero"},
		{"call", nil, 0, "interface conversion"},
		{"trap", nil, 0, "unreachable"},
		{"exit", []uint64{3}, 0, "proc_exit(3)"},
		{"time", []uint64{100}, 0, ""},
		{"nothing", nil, 0, "no such export"},
	} {
		got, err := g.call(ctx, test.function, test.args...)
		if got != test.want || (err == nil) != (test.trap == "") || (err != nil && !strings.Contains(err.Error(), test.trap)) {
			t.Errorf("%s%v: %d, %v, want %d and an error with %q", test.function, test.args, got, err, test.want, test.trap)
		}
		m := g.machine.(*goMachine)
		if calls, top := m.instance.Calls(); calls != 0 || top != 0 || m.ctx != nil {
			t.Errorf("%s%v: %d calls, %d words and the context %v are left", test.function, test.args, calls, top, m.ctx)
		}
	}
	if len(g.memory.Bytes()) != 2*wasmPage {
		t.Errorf("%d bytes of memory, want two pages", len(g.memory.Bytes()))
	}
	if at, _ := g.memory.ReadUint64(100); at == 0 {
		t.Error("the import left no time at 100")
	}
	if g.fuel.Set(0xFFFFFFFF); g.fuel.Get() != 0xFFFFFFFF {
		t.Errorf("the global is %#x, want 0xffffffff", g.fuel.Get())
	}
}

// TestTranslatedConfig makes engines that cannot be.
func TestTranslatedConfig(t *testing.T) {
	unknown := handwrittenArtifact()
	unknown.Imports = append(slices.Clone(unknown.Imports), translated.Import{Module: hostModule, Name: "nothing"})
	other := handwrittenArtifact()
	other.Imports[0].Params = 2
	for name, cfg := range map[string]EngineConfig{
		"two artifacts":          {Translated: handwrittenArtifact(), Artifact: []byte("x")},
		"interpreter":            {Translated: handwrittenArtifact(), Interpreter: true},
		"an import nobody knows": {Translated: unknown},
		"other parameters":       {Translated: other},
	} {
		if _, err := NewEngine(context.Background(), cfg); !errors.Is(err, ErrInvalidConfig) {
			t.Errorf("%s: %v, want ErrInvalidConfig", name, err)
		}
	}
}
