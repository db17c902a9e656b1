package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// account is what programs are given in these tests.
type account struct {
	Owner   string
	Total   int
	History []int
	secret  string
}

func (a *account) Add(n int) int { a.Total += n; a.History = append(a.History, n); return a.Total }

func (a *account) Refuse() error { return hostcall.Raise("PermissionError", "not today") }

func (a *account) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, n := range a.History {
			if !yield(n) {
				return
			}
		}
	}
}

// objectConfig offers an account, and counts rows that are read of an endless table.
func objectConfig(rows *int, ended *bool) sandbox.SessionConfig {
	anns := hostcall.ObjectOf(&account{Owner: "ann", Total: 5, secret: "s"}, "add", "refuse", "owner", "total", "__iter__")
	table := &hostcall.Object{Type: "Table", Items: func() iter.Seq2[any, error] {
		return func(yield func(any, error) bool) {
			defer func() { *ended = true }()
			for n := 0; yield(n, nil); n++ {
				*rows++
			}
		}
	}}
	return sandbox.SessionConfig{
		FuelLimit: 5_000_000, ObjectLimit: 8,
		Functions: []hostcall.Function{
			hostcall.Func("bank.rate", func(name string, o struct{ Days int }) float64 { return 1 }),
			hostcall.RawFunc("bank.any", func(context.Context, hostcall.Call) (any, error) { return nil, nil }),
			hostcall.Func("account", func() *hostcall.Object { return anns }),
			hostcall.Func("owner", func(o *hostcall.Object) string { return o.Value.(*account).Owner }),
			hostcall.Func("table", func() *hostcall.Object { return table }),
			hostcall.Func("fresh", func() []*hostcall.Object { return []*hostcall.Object{hostcall.ObjectOf(&account{}, "total")} }),
			hostcall.Func("wrong", func() *hostcall.Object { return hostcall.ObjectOf(&account{}, "nothing") }),
			hostcall.Func("badly", func() *hostcall.Object {
				return &hostcall.Object{Type: "Bad", Items: func() iter.Seq2[any, error] {
					return func(yield func(any, error) bool) { _ = yield(1, nil) && yield(nil, hostcall.Raise("OSError", "gone")) }
				}}
			}),
		},
	}
}

func TestObjects(t *testing.T) {
	e := engine(t, false)
	var rows int
	var ended bool
	for _, c := range []struct{ name, source, want string }{
		{"methods and attributes", "a = account()\n(a.add(3), a.total, a.owner)", "[8 8 ann]"},
		{"dir", "dir(account())", "[__iter__ add owner refuse total]"},
		{"repr", "a = account()\nrepr(a) + repr(a.add) + type(a).__name__", "<host object account><host method account.add>account"},
		{"equality", "a, b = account(), account()\n(a == b, hash(a) == hash(b), len({a, b}), a == table(), a != b, type(a) is type(b))", "[true true 1 false false true]"},
		{"type", "isinstance(account(), type(account()))", "true"},
		{"passed back", "owner(account())", "ann"},
		{"bound", "add = account().add\n[add(n) for n in (1, 2)]", "[6 8]"},
		{"iteration", "a = account()\na.add(1), a.add(2)\nlist(a), sum(a), max(*a)", "[[1 2] 3 2]"},
		{"iterators", "a = account()\na.add(7)\ni = iter(a)\n(next(i), next(i, None), next(i, None), iter(i) is i)", "[7 <nil> <nil> true]"},
		{"in what follows", "a = account()\nclass Box: pass\nb = Box(); b.a = a\n{a: b.a.total}[a]", "5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := fmt.Sprint(give(t, newSession(t, e, objectConfig(&rows, &ended)), c.source)); got != c.want {
				t.Errorf("%s, expected %s", got, c.want)
			}
		})
	}
	for source, want := range map[string]string{
		"account().secret":                  "AttributeError: 'account' object has no attribute 'secret'",
		"account().total = 4":               "AttributeError: attribute 'total' of 'account' objects is not writable",
		"account().new = 4":                 "AttributeError: 'account' object has no attribute 'new' and no __dict__ for setting new attributes",
		"del account().total":               "AttributeError: attribute 'total' of 'account' objects is not writable",
		"account().add('x')":                "TypeError: account.add() argument 1: expected int, got str",
		"account().refuse()":                "PermissionError: not today",
		"account()()":                       "TypeError: 'account' object is not callable",
		"account()[0]":                      "TypeError: 'account' object is not subscriptable",
		"len(account())":                    "TypeError: object of type 'account' has no len()",
		"type(account())()":                 "TypeError: cannot create 'account' instances",
		"class A(type(account())): pass":    "TypeError: type 'account' is not an acceptable base type",
		"next(table())":                     "TypeError: 'Table' object is not an iterator",
		"for _ in fresh()[0]: pass":         "TypeError: 'account' object is not iterable",
		"wrong()":                           "TypeError: wrong() gave what cannot be passed: value has no counterpart in Python: the object: *sandbox_test.account has no method or field for \"nothing\"",
		"for n in badly(): pass":            "OSError: gone",
		"all = [fresh() for _ in range(9)]": "TypeError: fresh() gave what cannot be passed: item 0: value has no counterpart in Python: the program holds 8 objects of the host's already",
		"account().add(1, 2)":               "TypeError: account.add() takes 1 positional arguments but 2 were given; it is account.add(int) -> int",
		"import copy\ncopy.copy(account())": "TypeError: cannot pickle 'account' object",
		"import bank\nbank.pay":             "AttributeError: module 'bank' has no attribute 'pay'; the host offers bank.rate(str, *, days: int = ...) -> float; bank.any(*object, **object) -> object",
		"import bank\nbank.rate()":          "TypeError: bank.rate() takes 1 positional arguments but 0 were given; it is bank.rate(str, *, days: int = ...) -> float",
		"from bank import pay":              "ImportError: cannot import name 'pay' from 'bank' (unknown location)",
	} {
		outcome, err := newSession(t, e, objectConfig(&rows, &ended)).Run(t.Context(), sandbox.Program{Source: []byte(source)})
		if err != nil || outcome.Kind != protocol.Raised {
			t.Errorf("%s: %v %v", source, outcome.Kind, err)
		} else if got := outcome.Error.Type + ": " + string(outcome.Error.Message); got != want {
			t.Errorf("%s:\n%s, expected\n%s", source, got, want)
		}
	}
}

// What is iterated over streams, and ends with the session.
func TestObjectsStream(t *testing.T) {
	var rows int
	var ended bool
	s := newSession(t, engine(t, false), objectConfig(&rows, &ended))
	if got := give(t, s, "rows = iter(table())\n[next(rows) for _ in range(3)]"); fmt.Sprint(got) != "[0 1 2]" || rows != 2 {
		t.Errorf("%v, %d rows read", got, rows)
	}
	if got := give(t, s, "next(rows)"); got != int64(3) || ended {
		t.Errorf("%v %v", got, ended)
	}
	if err := s.Reset(); err != nil || !ended {
		t.Errorf("after a reset: %v %v", ended, err)
	}
}

func TestObjectsEnd(t *testing.T) {
	e, ctx := engine(t, false), t.Context()
	var rows int
	var ended bool
	s := newSession(t, e, objectConfig(&rows, &ended))
	a := give(t, s, "a = account()\na").(*hostcall.Object)
	if a.Value.(*account).Owner != "ann" {
		t.Errorf("%v", a)
	}
	if outcome, err := s.Call(ctx, "owner", []any{a}, nil); err != nil || outcome.Value != "ann" {
		t.Errorf("as an argument: %v %v", outcome.Value, err)
	}
	over := func(name string, s *sandbox.Session) {
		t.Helper()
		outcome, err := s.Run(ctx, sandbox.Program{Source: []byte("a.total")})
		if err != nil || outcome.Kind != protocol.Raised || outcome.Error.Message != "account.total: the object of the host is over" {
			t.Errorf("%s: %v %+v %v", name, outcome.Value, outcome.Error, err)
		}
	}
	// Elsewhere it means nothing, and no other object is taken for it.
	forked, err := s.Fork(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer forked.Close(ctx)
	give(t, forked, "b = fresh()[0]\nb.total")
	over("forked", forked)
	var stored strings.Builder
	snapshot, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := snapshot.WriteTo(&stored); err != nil {
		t.Fatal(err)
	}
	read, err := e.ReadSnapshot(strings.NewReader(stored.String()), 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Restore(read); err != nil {
		t.Fatal(err)
	}
	give(t, s, "b = fresh()[0]\nb.total")
	over("restored", s)
	// What a rolled-back run got is over, and its number is another's.
	outcome, err := s.Run(ctx, sandbox.Program{Source: []byte("a = account()\nsum(range(10**9))")})
	if err != nil || !outcome.RolledBack {
		t.Fatalf("%+v %v", outcome, err)
	}
	over("rolled back", s)
	give(t, s, "c = fresh()[0]\n(b.total, c.total, b == c)")
	s = newSession(t, e, objectConfig(&rows, &ended))
	give(t, s, "a = account()\na").(*hostcall.Object).Close()
	over("closed", s)
}

// A run that holds objects, and pauses in one, is the run that does not pause.
func TestObjectsPause(t *testing.T) {
	e, ctx := engine(t, false), t.Context()
	config := func(later bool) sandbox.SessionConfig {
		made := 0
		shop := &hostcall.Object{Type: "Shop", Methods: []hostcall.Function{
			hostcall.Func("price", func(name string) (float64, error) {
				if later {
					return 0, fmt.Errorf("%s: %w", name, hostcall.ErrPause)
				}
				return 2.5, nil
			}),
			hostcall.Func("buy", func() int { made++; return made }),
		}}
		return sandbox.SessionConfig{Functions: []hostcall.Function{hostcall.Func("shop", func() *hostcall.Object { return shop })}}
	}
	program := sandbox.Program{Source: []byte("s = shop()\nfirst = s.buy()\nprice = s.price('tea')\n(first, price, s.buy(), s == shop())")}
	want, err := newSession(t, e, config(false)).Run(ctx, program)
	if err != nil || want.Kind != protocol.Completed {
		t.Fatalf("%+v %v", want, err)
	}
	s := newSession(t, e, config(true))
	outcome, err := s.Run(ctx, program)
	if err != nil || outcome.Paused == nil || outcome.Paused.Pending().Call.Function != "Shop.price" {
		t.Fatalf("%+v %v", outcome, err)
	}
	stored, err := outcome.Paused.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	got, err := outcome.Paused.Resume(ctx, 2.5, nil)
	if err != nil || fmt.Sprint(got.Value) != fmt.Sprint(want.Value) || got.Used.Fuel != want.Used.Fuel {
		t.Errorf("%v with %d, expected %v with %d; %v", got.Value, got.Used.Fuel, want.Value, want.Used.Fuel, err)
	}
	// In another process the object is not there; the run hears of that.
	paused, err := e.RestorePaused(ctx, stored, config(true))
	if err != nil {
		t.Fatal(err)
	}
	defer paused.Session().Close(ctx)
	got, err = paused.Resume(ctx, 2.5, nil)
	if err != nil || got.Error == nil || got.Error.Message != "Shop.buy: the object of the host is over" {
		t.Errorf("elsewhere: %+v %v", got, err)
	}
}

func TestObjectsAreChecked(t *testing.T) {
	for _, o := range []*hostcall.Object{
		{},
		{Type: "class"},
		{Type: "A", Methods: []hostcall.Function{hostcall.Func("a.b", func() {})}},
		{Type: "A", Methods: []hostcall.Function{hostcall.Func("__len__", func() {})}},
		{Type: "A", Methods: []hostcall.Function{{}}},
		{Type: "A", Methods: []hostcall.Function{hostcall.Func("a", func() {})}, Attributes: []hostcall.Function{hostcall.Func("a", func() {})}},
		hostcall.ObjectOf(nil),
		hostcall.ObjectOf(&account{}, "__iter__", "secret"),
	} {
		if _, err := newSession(t, engine(t, false), sandbox.SessionConfig{}).Call(t.Context(), "repr", []any{o}, nil); !errors.Is(err, sandbox.ErrInvalidInput) {
			t.Errorf("%+v: %v", o, err)
		}
	}
}
