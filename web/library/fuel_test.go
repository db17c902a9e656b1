package library_test

import (
	"context"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// counted are programs whose fuel is counted again and again: Python loops, C loops, big numbers, the collector, chance.
var counted = map[string]string{
	"loop":       "x = 0\nfor i in range(1000): x += i & 3\nx",
	"calls":      "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(10)",
	"big ints":   "n = 7\nlen(str(n ** 500))",
	"objects":    "l = [(i, [i], {'k': str(i)}) for i in range(500)]\nl = None\nimport gc\ngc.collect()",
	"text":       "import re\nre.sub('a+', 'b', 'aab' * 100).count('bb')",
	"random":     "import random\nsorted(random.random() for _ in range(200))[0] < 1",
	"ended":      "while True: pass",
	"exceptions": "for i in range(100):\n  try: {}[i]\n  except KeyError as e: str(e)\nint('x')",
}

const countedRuns = 100

// TestFuelIsTheSame counts the fuel of each program 100 times on wazero's compiler, on its interpreter and in Node.js.
func TestFuelIsTheSame(t *testing.T) {
	node := startNode(t)
	built, err := artifact()
	if err != nil {
		t.Fatal(err)
	}
	interpreter, err := sandbox.NewEngine(t.Context(), sandbox.EngineConfig{Artifact: built.module, Interpreter: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { interpreter.Close(context.Background()) })
	options := protocol.SessionOptions{Fuel: 120_000}
	hosts := map[string]func(string) (uint64, error){
		"compiler":    func(source string) (uint64, error) { return fuelInGo(t, engine(t), options, source) },
		"interpreter": func(source string) (uint64, error) { return fuelInGo(t, interpreter, options, source) },
		"Node.js": func(source string) (uint64, error) {
			response, err := node.Run(options, protocol.ProgramText{Source: protocol.Text(source)})
			if err != nil {
				return 0, err
			}
			return response.Outcomes[0].Used.Fuel, nil
		},
	}
	for name, source := range counted {
		t.Run(name, func(t *testing.T) {
			counts := map[uint64]int{}
			for host, fuel := range hosts {
				for range countedRuns {
					n, err := fuel(source)
					if err != nil {
						t.Fatalf("%s: %v", host, err)
					}
					counts[n]++
				}
			}
			if len(counts) != 1 {
				t.Errorf("got counts of %v, want one, %d times", counts, countedRuns*len(hosts))
			}
			t.Log(counts)
		})
	}
}

func fuelInGo(t *testing.T, e *sandbox.Engine, options protocol.SessionOptions, source string) (uint64, error) {
	outcome, err := e.Run(t.Context(), sandbox.Program{Source: []byte(source)}, sessionConfig(options))
	return outcome.Used.Fuel, err
}
