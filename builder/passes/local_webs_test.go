package passes

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// split splits the locals of all functions.
func split(t testing.TB, m *wasm.Module) *wasm.Module {
	t.Helper()
	out := m.Clone()
	for i := range out.Functions {
		f := &out.Functions[i]
		code, err := f.Body.Instructions()
		if err != nil {
			t.Fatal(err)
		}
		params := len(m.Types[f.Type].Params)
		locals := splitLocals(code, params, localTypes(m, f))
		f.Body, f.Locals = wasm.Encode(code), nil
		for _, typ := range locals[params:] {
			f.Locals = append(f.Locals, wasm.Locals{Count: 1, Type: typ})
		}
	}
	return out
}

// TestSplitLocals shows which local each instruction gets: in brackets where it sets it.
func TestSplitLocals(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"one value", `(local.set 1 (i32.const 1)) (drop (local.get 1))`, "[1] 1"},
		{"one after the other", `(local.set 1 (i32.const 1)) (drop (local.get 1)) (local.set 1 (i32.const 2)) (drop (local.get 1))`,
			"[1] 1 [2] 2"},
		{"a parameter set again", `(drop (local.get 0)) (local.set 0 (i32.const 1)) (drop (local.get 0))`, "0 [2] 2"},
		{"zero at first", `(drop (local.get 1)) (local.set 1 (i32.const 1)) (drop (local.get 1))`, "1 [2] 2"},
		{"never read", `(local.set 1 (i32.const 1)) (local.set 1 (i32.const 2)) (drop (local.get 1)) (local.set 1 (i32.const 3))`,
			"[1] [1] 1 [1]"},
		{"tee", `(drop (local.tee 1 (i32.const 1))) (drop (local.tee 0 (local.get 1)))`, "[1] 1 [0]"},
		{"two arms", `local.get 0 if (local.set 1 (i32.const 1)) else (local.set 1 (i32.const 2)) end (drop (local.get 1))`,
			"0 [1] [1] 1"},
		{"arms apart", `local.get 0 if (local.set 1 (i32.const 1)) (drop (local.get 1))
			else (local.set 1 (i32.const 2)) (drop (local.get 1)) end`, "0 [1] 1 [2] 2"},
		{"one arm", `(local.set 1 (i32.const 1)) local.get 0 if (local.set 1 (i32.const 2)) end (drop (local.get 1))`,
			"[1] 0 [1] 1"},
		{"branch over", `(local.set 1 (i32.const 1)) block (br_if 0 (local.get 0)) (local.set 1 (i32.const 2)) end (drop (local.get 1))`,
			"[1] 0 [1] 1"},
		{"branch away", `block (local.set 1 (i32.const 1)) block (br_if 1 (local.get 0)) (local.set 1 (i32.const 2)) (drop (local.get 1))
			return end end (drop (local.get 1))`, "[1] 0 [2] 2 1"},
		{"through a table", `block block (local.set 1 (i32.const 1)) (br_table 0 1 (local.get 0)) end (local.set 1 (i32.const 2)) end
			(drop (local.get 1))`, "[1] 0 [1] 1"},
		{"loop", `(local.set 1 (i32.const 1)) loop (local.set 1 (local.get 1)) (br_if 0 (local.get 0)) end`, "[1] 1 [1] 0"},
		{"each round its own", `(local.set 1 (i32.const 1)) (drop (local.get 1))
			loop (local.set 1 (i32.const 2)) (drop (local.get 1)) (br_if 0 (local.get 0)) end`, "[1] 1 [2] 2 0"},
		{"nothing leads there", `(local.set 1 (i32.const 1)) (drop (local.get 1)) block br 0 (drop (local.get 1)) end
			(local.set 1 (i32.const 2)) (drop (local.get 1))`, "[1] 1 1 [2] 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := split(t, parseModule(t, `(module (func (param i32) (local i32) `+c.body+`))`))
			var got []string
			for in, err := range m.Functions[0].Body.All() {
				switch {
				case err != nil:
					t.Fatal(err)
				case in.Op == wasm.OpLocalGet:
					got = append(got, fmt.Sprint(in.Index))
				case in.Op == wasm.OpLocalSet || in.Op == wasm.OpLocalTee:
					got = append(got, fmt.Sprintf("[%d]", in.Index))
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("locals %v, want %s", got, c.want)
			}
		})
	}
}

// TestSplitLocalsKeepsBehaviour splits the locals of random modules, which must do the same as before.
func TestSplitLocalsKeepsBehaviour(t *testing.T) {
	added := false
	for seed := range uint64(60) {
		before := randomSpills(seed)
		after := split(t, before)
		for i := range after.Functions {
			added = added || localCount(after, &after.Functions[i]) > localCount(before, &before.Functions[i])
		}
		for _, e := range engines {
			want, wantEnd := runOnModel(t, e.config(), before, "run", seed%2)
			got, gotEnd := runOnModel(t, e.config(), after, "run", seed%2)
			if fmt.Sprint(got.used) != fmt.Sprint(want.used) || gotEnd != wantEnd {
				t.Errorf("%s, seed %d:\nbefore %s, %x\nafter  %s, %x", e.name, seed, wantEnd, want.used, gotEnd, got.used)
			}
		}
	}
	if !added {
		t.Error("no function was given any local")
	}
}
