package sandbox_test

import (
	"context"
	"fmt"
	"log"
	"maps"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// What a session's programs defined, or imported, is called by its name. No source is compiled, and limits are those of each call.
func ExampleSession_Call() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)
	session, err := engine.NewSession(ctx, sandbox.SessionConfig{FuelLimit: 1_000_000})
	if err != nil {
		log.Fatal(err)
	}
	defer session.Close(ctx)
	_, err = session.Run(ctx, sandbox.Program{Source: []byte(`
import math
def quote(price, tax=0):
    return round(price * (1 + tax), 2)
`)})
	if err != nil {
		log.Fatal(err)
	}
	for _, call := range []struct {
		name   string
		args   []any
		kwargs map[string]any
	}{
		{"quote", []any{100}, map[string]any{"tax": 0.25}},
		{"math.gcd", []any{12, 18}, nil},
		{"quote", nil, nil},
	} {
		outcome, err := session.Call(ctx, call.name, call.args, call.kwargs)
		switch {
		case err != nil:
			log.Fatal(err)
		case outcome.Error != nil:
			fmt.Println(outcome.Error.Type + ": " + outcome.Error.Message)
		default:
			fmt.Println(outcome.Value)
		}
	}
	// Output:
	// 125
	// 6
	// TypeError: quote() missing 1 required positional argument: 'price'
}

// jar is something of the host's, which programs see by what is listed of it.
type jar struct {
	owner   string
	history []int
	secret  string
}

func (a *jar) Owner() string { return a.owner }

func (a *jar) Deposit(n int) error {
	if n <= 0 {
		return hostcall.Raise("ValueError", "a deposit is more than nothing")
	}
	a.history = append(a.history, n)
	return nil
}

func (a *jar) All() func(func(int) bool) { return slices.Values(a.history) }

// A program holds an object of the host's: its methods and its items, and nothing else.
func ExampleSession_objects() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)
	ann := &jar{owner: "ann", secret: "s"}
	outcome, err := engine.Run(ctx, sandbox.Program{Source: []byte(`
a = account()
a.deposit(5)
a.deposit(7)
print(a.owner(), list(a), dir(a))
try:
    a.deposit(0)
except ValueError as e:
    print(e)
print(hasattr(a, "secret"))
`)}, sandbox.SessionConfig{Functions: []hostcall.Function{
		hostcall.Func("account", func() *hostcall.Object { return hostcall.ObjectOf(ann, "deposit", "owner", "__iter__") }),
	}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s", outcome.Stdout)
	// Output:
	// ann [5, 7] ['__iter__', 'deposit', 'owner']
	// a deposit is more than nothing
	// False
}

// Calls of the host's functions have a budget beside fuel, and so do the bytes that they take and give.
func ExampleSessionConfig_budgets() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)
	prices := map[string]float64{"tea": 2.5, "cake": 4}
	cfg := sandbox.SessionConfig{
		HostCallLimit: 3, HostBytesLimit: 10_000,
		Functions: []hostcall.Function{hostcall.Func("names", func() []string { return slices.Sorted(maps.Keys(prices)) }), hostcall.Func("price", func(name string) float64 { return prices[name] })},
	}
	for _, source := range []string{"sum(price(n) for n in names())", "while True: price('tea')", "price(3)"} {
		outcome, err := engine.Run(ctx, sandbox.Program{Source: []byte(source)}, cfg)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(outcome.Kind, outcome.Limit, outcome.Value, outcome.Used.HostCalls, "calls")
		if outcome.Error != nil {
			fmt.Println(outcome.Error.Message)
		}
	}
	// Output:
	// completed  6.5 3 calls
	// limited host calls <nil> 3 calls
	// raised  <nil> 1 calls
	// price() argument 1: expected str, got int
}

// A program that ends in an assignment gives what it assigned, if that is asked for.
func ExampleProgram_assignedValue() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)
	source := []byte("answer = 6 * 7")
	for _, assigned := range []bool{false, true} {
		outcome, err := engine.Run(ctx, sandbox.Program{Source: source, AssignedValue: assigned}, sandbox.SessionConfig{})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(outcome.Value)
	}
	// Output:
	// <nil>
	// 42
}
