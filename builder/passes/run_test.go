package passes

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

func TestRegistry(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	seen := map[string]bool{}
	for _, p := range All() {
		if !name.MatchString(p.Name) || seen[p.Name] {
			t.Errorf("name %q: hyphenated, lower-case and unique expected", p.Name)
		}
		seen[p.Name] = true
		if p.Description == "" || strings.HasSuffix(p.Description, ".") {
			t.Errorf("%s: description %q: one line without full stop expected", p.Name, p.Description)
		}
		if _, err := os.Stat(strings.ReplaceAll(p.Name, "-", "_") + ".go"); err != nil {
			t.Errorf("%s has no file of its name: %v", p.Name, err)
		}
		if got, err := Lookup(p.Name); err != nil || got.Name != p.Name {
			t.Errorf("Lookup(%q) = %q, %v", p.Name, got.Name, err)
		}
	}
	_, err := Lookup("strip")
	want := `unknown pass "strip": expected one of stack-checks, exception-lowering, spill-pointers, fuel-metering, thread-branches, strip-debug, strip-producers`
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

const throwing = `(module (tag $e) (func $f (export "f") throw $e) (func (export "g") call $f))`

func TestRunIntermediates(t *testing.T) {
	type kept struct {
		step int
		pass string
	}
	var got []kept
	var notes []string
	var last []byte
	m, err := Run(context.Background(), parseModule(t, throwing), []string{"exception-lowering", "strip-debug"}, Options{
		Intermediate: func(step int, pass string, b []byte) error {
			got, last = append(got, kept{step, pass}), b
			return nil
		},
		Note: func(pass, note string) { notes = append(notes, pass+": "+note) },
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []kept{{1, "exception-lowering"}, {2, "strip-debug"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("intermediates %v, want %v", got, want)
	}
	if string(binary.Encode(m)) != string(last) {
		t.Error("the module returned is not the last intermediate")
	}
	want := []string{"exception-lowering: 2 functions, 2 may throw, 0 checks after calls, 2 thunks"}
	if !reflect.DeepEqual(notes, want) {
		t.Errorf("notes %q, want %q", notes, want)
	}
}

func TestRunErrors(t *testing.T) {
	ctx := context.Background()
	stop := errors.New("disk full")
	for _, c := range []struct {
		name  string
		src   string
		names []string
		opts  Options
		want  string
	}{
		{"unknown pass", throwing, []string{"strip-debug", "x"}, Options{}, `unknown pass "x"`},
		{"invalid module", `(module (func (result i32)))`, []string{"strip-debug"}, Options{},
			"validating the module before any pass: validating module: "},
		{"refusal", `(module (import "m" "e" (tag)))`, []string{"exception-lowering"}, Options{},
			`running pass exception-lowering: lowering tag "m"."e": imported tags are not supported`},
		{"intermediate", throwing, []string{"strip-debug"}, Options{Intermediate: func(int, string, []byte) error { return stop }},
			"keeping the module after pass strip-debug: disk full"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Run(ctx, parseModule(t, c.src), c.names, c.opts)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q in it", err, c.want)
			}
		})
	}
}

// TestCheck is what Run holds every module against after a pass.
func TestCheck(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"feature left", `(module (tag))`, "the module uses exception-handling, which it must not"},
		{"not valid", `(module (func i32.const 1))`, "validating module: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := parseModule(t, c.src)
			_, err := check(context.Background(), binary.Encode(m), wasm.Core2)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q in it", err, c.want)
			}
		})
	}
	if _, err := check(context.Background(), []byte("\x00asm"), wasm.Core2); err == nil {
		t.Error("bytes that are no module passed")
	}
}

func TestValidate(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name, src string
		features  wasm.Features
		ok        bool
	}{
		{"core 2.0", `(module (memory 1) (func v128.const i32x4 0 0 0 0 drop (memory.copy (i32.const 0) (i32.const 0) (i32.const 0))))`, 0, true},
		{"tail call", `(module (func $f return_call $f))`, wasm.FeatureTailCall, true},
		{"tail call not allowed", `(module (func $f return_call $f))`, wasm.FeatureExceptionHandling, false},
		{"exceptions", `(module (tag $e) (func throw $e))`, wasm.FeatureExceptionHandling, true},
		{"exceptions not allowed", `(module (tag $e) (func throw $e))`, wasm.FeatureTailCall, false},
		{"operand types", `(module (func i32.const 0 i64.eqz drop))`, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := Validate(ctx, binary.Encode(parseModule(t, c.src)), c.features)
			if (err == nil) != c.ok {
				t.Errorf("Validate: %v, want valid: %t", err, c.ok)
			}
		})
	}
}

// TestStrip looks at which custom sections are left.
func TestStrip(t *testing.T) {
	var customs []wasm.Custom
	for _, name := range []string{"name", ".debug_info", ".debug_str", "sourceMappingURL", "external_debug_info",
		"producers", "target_features", "mine"} {
		customs = append(customs, wasm.Custom{Name: name, Bytes: []byte{0}})
	}
	for _, c := range []struct {
		pass string
		want []string
	}{
		{"strip-debug", []string{"producers", "target_features", "mine"}},
		{"strip-producers", []string{"name", ".debug_info", ".debug_str", "sourceMappingURL", "external_debug_info", "mine"}},
	} {
		t.Run(c.pass, func(t *testing.T) {
			m := &wasm.Module{Customs: customs}
			p, err := Lookup(c.pass)
			if err != nil {
				t.Fatal(err)
			}
			out, err := p.New(Options{})(m)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range out.Customs {
				got = append(got, c.Name)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("left %q, want %q", got, c.want)
			}
			if len(m.Customs) != len(customs) || m.Customs[0].Name != "name" {
				t.Error("the pass changed the module it was given")
			}
		})
	}
}

// TestRealModules runs all passes over those of the modules in MPWASM_TEST_MODULES (separated as in PATH) that use
// exceptions.
func TestRealModules(t *testing.T) {
	files := filepath.SplitList(os.Getenv("MPWASM_TEST_MODULES"))
	if len(files) == 0 {
		t.Skip("MPWASM_TEST_MODULES lists no modules")
	}
	var names []string
	for _, p := range All() {
		names = append(names, p.Name)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			m, err := binary.Decode(b)
			if err != nil {
				t.Fatal(err)
			}
			used, err := wasm.DetectFeatures(m)
			if err != nil {
				t.Fatal(err)
			}
			if !used.Has(wasm.FeatureExceptionHandling) {
				t.Skipf("it uses no exceptions, only %v", used)
			}
			_, err = Run(context.Background(), m, names, Options{
				Note: func(pass, note string) { t.Logf("%s: %s", pass, note) },
				Intermediate: func(_ int, pass string, after []byte) error {
					t.Logf("%s: %d bytes before all passes, %d after this one", pass, len(b), len(after))
					return nil
				},
			})
			if err != nil {
				t.Fatal(err)
			}
		})
	}
}
