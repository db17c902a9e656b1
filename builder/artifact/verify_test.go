package artifact_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// spoiling is a way to spoil an artifact.
type spoiling struct {
	name string
	// edit changes the module; raw changes its bytes after that.
	edit func(*wasm.Module)
	raw  func([]byte) []byte
	// described makes the manifest fit the changed module again, as a forger would.
	described bool
	manifest  func(*artifact.Manifest)
	// failed names the checks that must fail, in order.
	failed []string
}

// apply returns the spoilt artifact.
func (s spoiling) apply(t testing.TB) artifact.Artifact {
	t.Helper()
	a := good(t)
	a.Module = moduleBytes(t, s.edit)
	if s.raw != nil {
		a.Module = s.raw(a.Module)
	}
	if s.described {
		a = build(t, a.Module, inputs())
	}
	if s.manifest != nil {
		s.manifest(&a.Manifest)
	}
	return a
}

var (
	importOther = func(module, name string, params ...wasm.ValueType) func(*wasm.Module) {
		return func(m *wasm.Module) {
			m.Imports[0] = wasm.Import{Module: module, Name: name, Func: m.AddType(wasm.FuncType{Params: params, Results: []wasm.ValueType{wasm.I32}})}
		}
	}
	dropExport = func(m *wasm.Module) {
		m.Exports = slices.DeleteFunc(m.Exports, func(e wasm.Export) bool { return e.Name == "mpwasm_free" })
	}
	retypeExport = func(m *wasm.Module) { // mpwasm_free becomes what mpwasm_alloc is
		m.Exports[slices.IndexFunc(m.Exports, func(e wasm.Export) bool { return e.Name == "mpwasm_free" })].Index = 6
	}
	immutableGlobal = func(m *wasm.Module) { m.Globals[1].Type.Mutable = false }
	useVectors      = func(m *wasm.Module) {
		addFunction(m, wasm.Instruction{Op: wasm.OpV128Const}, wasm.Instruction{Op: wasm.OpDrop})
	}
	useTags = func(m *wasm.Module) { m.Tags = []wasm.Tag{{Type: m.AddType(wasm.FuncType{})}} }
	useTail = func(m *wasm.Module) { addFunction(m, wasm.Instruction{Op: wasm.OpReturnCall, Index: 4}) }
	// abiFunction is the index of mpwasm_abi_version among the module's own functions.
	setABI = func(body ...wasm.Instruction) func(*wasm.Module) {
		return func(m *wasm.Module) { m.Functions[1].Body = wasm.Encode(body) }
	}
	abi3      = setABI(wasm.I32Const(3), wasm.Instruction{Op: wasm.OpEnd})
	abiVaries = setABI(wasm.Instruction{Op: wasm.OpGlobalGet, Index: 0}, wasm.Instruction{Op: wasm.OpEnd})
	abiLong   = setABI(wasm.I32Const(2), wasm.Instruction{Op: wasm.OpNop}, wasm.Instruction{Op: wasm.OpEnd})
	grow      = func(m *wasm.Module) { m.Data[0].Bytes = make([]byte, 1_800_000) }
)

// shareMemory declares the memory shared, which the threads proposal brought.
func shareMemory(module []byte) []byte {
	section := []byte{5, 3, 1, 0, 1} // memory section: one memory, no maximum, one page
	return bytes.Replace(module, section, []byte{5, 4, 1, 3, 1, 1}, 1)
}

func flip(offset int) func([]byte) []byte {
	return func(module []byte) []byte {
		module[len(module)-1-offset] ^= 1
		return module
	}
}

var spoilings = []spoiling{
	{name: "flipped byte", raw: flip(2), failed: []string{"digest"}},
	{name: "flipped byte, unreadable module", raw: func(b []byte) []byte { b[0] = 1; return b }, failed: []string{"digest", "module"}},
	{name: "module cut off", raw: func(b []byte) []byte { return b[:len(b)/2] }, failed: []string{"digest", "size", "module"}},
	{name: "no module", raw: func([]byte) []byte { return nil }, failed: []string{"digest", "size", "module"}},
	{name: "bytes appended", raw: func(b []byte) []byte { return append(b, 0, 2, 1, 'x') }, failed: []string{"digest", "size"}},

	{name: "extra import", edit: importOther("env", "system"), failed: []string{"digest", "size", "imports"}},
	{name: "extra import, declared", edit: importOther("env", "system"), described: true, failed: []string{"imports"}},
	{name: "extra host function, declared", edit: importOther("mpwasm", "exec"), described: true, failed: []string{"imports"}},
	{name: "socket, declared", edit: importOther("wasi_snapshot_preview1", "sock_send"), described: true, failed: []string{"imports"}},
	{name: "dots moved, declared", edit: importOther("mpwasm.refuel", ""), described: true, failed: []string{"imports"}},
	{name: "import type, declared", edit: importOther("mpwasm", "refuel", wasm.I64), described: true, failed: []string{"imports"}},
	{name: "import kind, declared", described: true, failed: []string{"imports"}, edit: func(m *wasm.Module) {
		m.Imports = append(m.Imports, wasm.Import{Module: "mpwasm", Name: "write", Kind: wasm.ExternGlobal, Global: wasm.GlobalType{Type: wasm.I32}})
		for i := range m.Exports {
			if m.Exports[i].Kind == wasm.ExternGlobal {
				m.Exports[i].Index++
			}
		}
	}},
	{name: "import undeclared", failed: []string{"imports"}, manifest: func(m *artifact.Manifest) { m.Outputs.Imports = m.Outputs.Imports[1:] }},
	{name: "import only declared", failed: []string{"imports"}, manifest: func(m *artifact.Manifest) {
		m.Outputs.Imports = append(m.Outputs.Imports, artifact.Import{Module: "mpwasm", Name: "read", Kind: "func", Type: "[] -> []"})
	}},
	{name: "import declared with another type", failed: []string{"imports"}, manifest: func(m *artifact.Manifest) { m.Outputs.Imports[0].Type = "[] -> []" }},

	{name: "missing export", edit: dropExport, failed: []string{"digest", "size", "exports"}},
	{name: "missing export, declared", edit: dropExport, described: true, failed: []string{"exports"}},
	{name: "export type", edit: retypeExport, failed: []string{"digest", "exports"}},
	{name: "export type, declared", edit: retypeExport, described: true, failed: []string{"exports"}},
	{name: "export mutability, declared", edit: immutableGlobal, described: true, failed: []string{"exports"}},
	{name: "export twice, declared", described: true, failed: []string{"exports"}, edit: func(m *wasm.Module) {
		m.Exports = append(m.Exports, wasm.Export{Name: "memory", Kind: wasm.ExternMemory})
	}},

	{name: "undeclared feature", edit: useVectors, failed: []string{"digest", "size", "features"}},
	{name: "vectors, declared", edit: useVectors, described: true, failed: []string{"features"}},
	{name: "exceptions, declared", edit: useTags, described: true, failed: []string{"features"}},
	{name: "tail calls, declared", edit: useTail, described: true, failed: []string{"features"}},
	{name: "feature undeclared", failed: []string{"features"}, manifest: func(m *artifact.Manifest) { m.Outputs.Features = nil }},
	{name: "threads", raw: shareMemory, failed: []string{"digest", "size", "features"}},

	{name: "over budget", edit: grow, described: true, failed: []string{"budget"}},

	{name: "another ABI", edit: abi3, failed: []string{"digest", "ABI version"}},
	{name: "another ABI, declared", edit: abi3, described: true, failed: []string{"ABI version"}},
	{name: "another ABI, only declared", failed: []string{"ABI version"}, manifest: func(m *artifact.Manifest) { m.Outputs.ABIVersion = 3 }},
	{name: "ABI that varies", edit: abiVaries, failed: []string{"digest", "ABI version"}},
	{name: "ABI in a longer body", edit: abiLong, failed: []string{"digest", "size", "ABI version"}},
	{name: "ABI imported", failed: []string{"digest", "exports", "ABI version"}, edit: func(m *wasm.Module) {
		m.Exports[slices.IndexFunc(m.Exports, func(e wasm.Export) bool { return e.Name == artifact.ABIVersionExport })].Index = 0
	}},

	{name: "manifest of another artifact", failed: []string{"digest", "size"}, manifest: func(m *artifact.Manifest) {
		m.Outputs.SHA256, m.Outputs.SizeBytes = strings.Repeat("0", 64), 1_234_567
	}},
	{name: "pass left out", failed: []string{"passes"}, manifest: func(m *artifact.Manifest) {
		m.Inputs.Passes = slices.DeleteFunc(m.Inputs.Passes, func(p artifact.Pass) bool { return p.Name == "spill-pointers" })
	}},
	{name: "manifest of no artifact", manifest: func(m *artifact.Manifest) { *m = artifact.Manifest{} },
		failed: []string{"manifest", "passes", "digest", "size", "imports", "exports", "features", "ABI version"}},
}

// TestVerifySpoilt spoils an artifact in one way after the other. The golden holds what people read.
func TestVerifySpoilt(t *testing.T) {
	var text strings.Builder
	for _, s := range spoilings {
		fmt.Fprintf(&text, "== %s\n", s.name)
		a := s.apply(t)
		report, err := artifact.Verify(a, artifact.DefaultPolicy("standard"))
		var failed []string
		for _, c := range report.Checks {
			if c.Status == artifact.Failed {
				failed = append(failed, c.Name)
			}
			if (c.Status == artifact.Failed) != (len(c.Problems) > 0) {
				t.Errorf("%s: check %s is %v with %d problems", s.name, c.Name, c.Status, len(c.Problems))
			}
		}
		if !slices.Equal(failed, s.failed) {
			t.Errorf("%s: checks that fail are %q, want %q", s.name, failed, s.failed)
		}
		var problem *artifact.Problem
		if !errors.As(err, &problem) || problem != report.Problems()[0] {
			t.Errorf("%s: the error is not made of the problems: %v", s.name, err)
			continue
		}
		fmt.Fprintln(&text, err)
	}
	golden(t, "problems.txt", text.String())
}

func TestVerifyGood(t *testing.T) {
	for _, variant := range []string{"standard", "minimal", "of somebody else"} {
		report, err := artifact.Verify(good(t), artifact.DefaultPolicy(variant))
		if err != nil {
			t.Errorf("policy for variant %q: %v", variant, err)
		}
		for _, c := range report.Checks {
			if c.Status != artifact.OK || c.Note == "" {
				t.Errorf("policy for variant %q: check %s ended %v with note %q", variant, c.Name, c.Status, c.Note)
			}
		}
	}
}

// TestVerifyEveryByte changes each byte of the module in two ways. Where the change leaves something that
// can be described again, that must not stop Verify from looking at the policy.
func TestVerifyEveryByte(t *testing.T) {
	whole := good(t)
	policy := artifact.DefaultPolicy("standard")
	for at := range whole.Module {
		for _, mask := range []byte{0x01, 0xFF} {
			a := whole
			a.Module = bytes.Clone(whole.Module)
			a.Module[at] ^= mask
			var problem *artifact.Problem
			if err := a.CheckDigest(); !errors.As(err, &problem) || problem.Check != "digest" {
				t.Fatalf("byte %d, mask %#x: CheckDigest says %v", at, mask, err)
			}
			if _, err := artifact.Verify(a, policy); !errors.As(err, &problem) || problem.Check != "digest" {
				t.Fatalf("byte %d, mask %#x: Verify says %v", at, mask, err)
			}
			forged, err := artifact.New(a.Module, inputs())
			if err != nil {
				continue
			}
			if _, err := artifact.Verify(forged, policy); err != nil {
				continue
			}
			checkAllowed(t, a.Module, policy)
		}
	}
}

// checkAllowed fails unless a module, as package binary sees it, satisfies the policy in the points that
// matter to a host.
func checkAllowed(t *testing.T, module []byte, policy artifact.Policy) {
	t.Helper()
	m, err := binary.Decode(module)
	if err != nil {
		t.Errorf("a module passes that does not decode: %v", err)
		return
	}
	for _, imp := range m.Imports {
		allowed := slices.ContainsFunc(policy.Imports, func(i artifact.Import) bool {
			return i.Module == imp.Module && i.Name == imp.Name && i.Kind == imp.Kind.String() && i.Type == m.Types[imp.Func].String()
		})
		if !allowed {
			t.Errorf("a module passes that imports %q.%q", imp.Module, imp.Name)
		}
	}
	for _, want := range policy.Exports {
		if !slices.ContainsFunc(m.Exports, func(e wasm.Export) bool { return e.Name == want.Name && e.Kind.String() == want.Kind }) {
			t.Errorf("a module passes without export %q", want.Name)
		}
	}
}

// TestBudget tries a budget at its edge.
func TestBudget(t *testing.T) {
	a := good(t)
	size := int64(len(a.Module))
	frozen, native := inputs(), inputs()
	frozen.Frozen = []artifact.Part{{Name: "app.py", Digest: "sha256:00"}}
	native.CModules = []artifact.Part{{Name: "cexample", Digest: "sha256:00"}}
	for _, test := range []struct {
		name   string
		policy artifact.Policy // the sizes alone
		inputs artifact.Inputs
		over   bool
	}{
		{"exactly the budget", artifact.Policy{MaxBytes: size}, inputs(), false},
		{"one byte more", artifact.Policy{MaxBytes: size - 1}, inputs(), true},
		{"no budget", artifact.Policy{}, inputs(), false},
		{"budget of additions without any", artifact.Policy{MaxBytes: size, MaxBytesWithAdditions: 1}, inputs(), false},
		{"frozen module", artifact.Policy{MaxBytes: 1}, frozen, false},
		{"user C module", artifact.Policy{MaxBytes: 1}, native, false},
		{"frozen module, exactly its budget", artifact.Policy{MaxBytes: 1, MaxBytesWithAdditions: size}, frozen, false},
		{"frozen module, one byte more", artifact.Policy{MaxBytes: 1, MaxBytesWithAdditions: size - 1}, frozen, true},
		{"user C module, one byte more", artifact.Policy{MaxBytes: 1, MaxBytesWithAdditions: size - 1}, native, true},
	} {
		policy := artifact.DefaultPolicy("standard")
		policy.MaxBytes, policy.MaxBytesWithAdditions = test.policy.MaxBytes, test.policy.MaxBytesWithAdditions
		_, err := artifact.Verify(build(t, a.Module, test.inputs), policy)
		var problem *artifact.Problem
		if over := errors.As(err, &problem); over != test.over || over && problem.Check != "budget" {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func TestDefaultBudgets(t *testing.T) {
	for variant, want := range map[string]int{"standard": 1_800_000, "minimal": 640_000, "": 1_800_000} {
		fit := moduleBytes(t, nil)
		custom := make([]byte, want-len(fit)-4) // behind id, size and the length of the name
		fit = append(append(fit, 0, byte(len(custom))|0x80, byte(len(custom)>>7)|0x80, byte(len(custom)>>14)), custom...)
		if len(fit) != want {
			t.Fatalf("variant %q: the module has %d bytes, want %d", variant, len(fit), want)
		}
		if _, err := artifact.Verify(build(t, fit, inputs()), artifact.DefaultPolicy(variant)); err != nil {
			t.Errorf("variant %q: %d bytes: %v", variant, want, err)
		}
		policy := artifact.DefaultPolicy(variant)
		if policy.MaxBytes != int64(want) || policy.MaxBytesWithAdditions != 0 {
			t.Errorf("variant %q: budgets are %d and %d", variant, policy.MaxBytes, policy.MaxBytesWithAdditions)
		}
	}
}

// TestVerifyHostile gives Verify modules that are large in one respect.
func TestVerifyHostile(t *testing.T) {
	manyParams := wasm.FuncType{Params: make([]wasm.ValueType, 100_000)}
	for i := range manyParams.Params {
		manyParams.Params[i] = wasm.I64
	}
	for name, edit := range map[string]func(*wasm.Module){
		"imports": func(m *wasm.Module) { m.Imports = slices.Repeat(m.Imports[:1], 200_000) },
		"imports of a large type": func(m *wasm.Module) {
			m.Imports = slices.Repeat([]wasm.Import{{Func: m.AddType(manyParams)}}, 9_000)
		},
		"exports": func(m *wasm.Module) {
			m.Exports = slices.Repeat(m.Exports[:1], 10_000)
		},
		"a name":          func(m *wasm.Module) { m.Imports[0].Name = strings.Repeat("\x1b[2J", 1<<20) },
		"a name of runes": func(m *wasm.Module) { m.Imports[0].Name = "x" + strings.Repeat("\u03c0", 1000) },
	} {
		t.Run(name, func(t *testing.T) {
			a := good(t)
			a.Module = moduleBytes(t, edit)
			report, err := artifact.Verify(a, artifact.DefaultPolicy("standard"))
			if err == nil {
				t.Fatal("the module passes")
			}
			if n := len(report.Problems()); n > 200 {
				t.Errorf("%d problems are listed", n)
			}
			text := report.String() + err.Error()
			if len(text) > 200_000 {
				t.Errorf("the report has %d bytes", len(text))
			}
			if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\n' || r == utf8.RuneError }) {
				t.Error("the report holds control characters or parts of characters")
			}
		})
	}
}
