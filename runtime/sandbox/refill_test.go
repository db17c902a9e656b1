package sandbox_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// makers are expressions for objects of several sizes: small, of some pages, and those of which few fit.
var makers = map[string]string{
	"lists":      "[1, 2]",
	"bytes":      "bytearray(12000)",
	"much":       "bytearray(200000)",
	"strings":    "'x' * 30000",
	"repeated":   "[0] * 5000",
	"tuples":     "(1,) * 3000",
	"of a range": "list(range(3000))",
}

// refills fill the heap, drop what they filled it with, and fill it again, in several shapes. Each leaves in counts how many
// objects fitted, time after time. MAKE stands for an expression of makers.
var refills = map[string]string{
	"in one function": `
def f():
    for i in range(4):
        l = []
        try:
            while True: l.append(MAKE)
        except MemoryError:
            n = len(l)
        l = None
        counts.append(n)
f()
`,
	"the list replaced": `
def f():
    for i in range(4):
        try:
            l = []
            while True: l.append(MAKE)
        except MemoryError:
            n = len(l)
            l = 0
        counts.append(n)
f()
`,
	"across functions": `
def fill():
    l = []
    try:
        while True: l.append(MAKE)
    except MemoryError:
        return len(l)
for i in range(4): counts.append(fill())
`,
	"uncaught in a function": `
def fill():
    l = []
    try:
        while True: l.append(MAKE)
    finally:
        counts.append(len(l))
for i in range(4):
    try: fill()
    except MemoryError: pass
`,
	"at module level": `
l = []
try:
    while True: l.append(MAKE)
except MemoryError:
    counts.append(len(l))
l = None
l = []
try:
    while True: l.append(MAKE)
except MemoryError:
    counts.append(len(l))
del l
l = []
try:
    while True: l.append(MAKE)
except MemoryError:
    counts.append(len(l))
l.clear()
try:
    while True: l.append(MAKE)
except MemoryError:
    counts.append(len(l))
l = None
`,
	"in a generator": `
def fills():
    l = []
    try:
        while True:
            l.append(MAKE)
            if len(l) % 10 == 0: yield
    except MemoryError:
        counts.append(len(l))
for i in range(4):
    for x in fills(): pass
`,
	"a generator left behind": `
def fills():
    l = []
    while True:
        l.append(MAKE)
        yield len(l)
for i in range(4):
    try:
        for n in fills(): pass
    except MemoryError:
        counts.append(n)
`,
	"several calls deep": `
def fill(depth):
    if depth: return fill(depth - 1) + 0
    l = []
    try:
        while True: l.append(MAKE)
    except MemoryError:
        return len(l)
for i in range(4): counts.append(fill(20))
`,
	"a comprehension": `
def fill():
    n = [0]
    def one():
        n[0] += 1
        return MAKE
    try:
        [one() for i in range(10000000)]
    except MemoryError:
        pass
    counts.append(n[0])
for i in range(4): fill()
`,
	"a closure": `
def filler():
    l = []
    def fill():
        try:
            while True: l.append(MAKE)
        except MemoryError:
            return len(l)
    return fill
for i in range(4): counts.append(filler()())
`,
	"used for a while, then dropped": `
def fill():
    l = []
    try:
        while True: l.append(MAKE)
    except MemoryError:
        pass
    return l
def use(l):
    n = 0
    for i in range(1000 + 777 * len(counts)): n += len(l[i % len(l)]) if l else 0
    return n
def once():
    l = fill()
    use(l)
    counts.append(len(l))
for i in range(4): once()
`,
	"a loop that never catches": `
def once(n):
    l = []
    for i in range(n): l.append(MAKE)
    m = 0
    for i in range(100 + len(counts)): m += i
    return len(l)
def most():
    l = []
    try:
        while True: l.append(MAKE)
    except MemoryError:
        return len(l)
n = most()
counts.append(n)
for i in range(20): counts.append(once(n * 9 // 10 or 1))
`,
}

// TestRefill finds that memory which a program dropped after a MemoryError is there for it again, without gc.collect().
func TestRefill(t *testing.T) {
	e := engine(t, false)
	for shape, source := range refills {
		for size, make := range makers {
			t.Run(shape+"/"+size, func(t *testing.T) {
				program := "counts = []\n" + strings.ReplaceAll(source, "MAKE", make) + "counts\n"
				s, err := e.NewSession(context.Background(), sandbox.SessionConfig{MemoryLimitBytes: sandbox.MinMemoryLimitBytes})
				if err != nil {
					t.Fatal(err)
				}
				defer s.Close(context.Background())
				for range 2 {
					o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(program)})
					if err != nil || o.Kind != protocol.Completed {
						t.Fatalf("got %s (%+v, %v), %v", o.Kind, o.Error, o.Trap, err)
					}
					counts, ok := o.Value.([]any)
					if !ok || len(counts) < 4 {
						t.Fatalf("got %v", o.Value)
					}
					for _, n := range counts {
						if n.(int64) < counts[0].(int64)*8/10 {
							t.Errorf("got %v, want about as many each time", fmt.Sprint(counts))
							break
						}
					}
				}
			})
		}
	}
}

// TestSessionFullOfLiveObjects fills a session, with objects of several sizes and as full as it gets, keeps them, and runs further
// programs: they complete or raise MemoryError, and one that drops the objects makes room again.
func TestSessionFullOfLiveObjects(t *testing.T) {
	e := engine(t, false)
	for size, make := range makers {
		t.Run(size, func(t *testing.T) {
			s, err := e.NewSession(context.Background(), sandbox.SessionConfig{MemoryLimitBytes: sandbox.MinMemoryLimitBytes})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close(context.Background())
			run := func(source string) sandbox.Outcome {
				t.Helper()
				o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(source)})
				if err != nil || o.Kind != protocol.Completed && (o.Kind != protocol.Raised || o.Error.Type != "MemoryError") {
					t.Fatalf("%s: got %s (%+v, %v), %v", source, o.Kind, o.Error, o.Trap, err)
				}
				return o
			}
			run("l = []\nfailed = 0\nwhile failed < 5:\n  try:\n    while True: l.append(" + make + ")\n  except MemoryError: failed += 1\n" +
				"while True: l.append([])")
			if o := run("len(l)"); o.Kind != protocol.Completed || o.Value.(int64) < 3 {
				t.Errorf("the next program got %s, %v (%+v)", o.Kind, o.Value, o.Error)
			}
			if o := run("del l"); o.Kind != protocol.Completed {
				t.Fatalf("del l got %+v", o.Error)
			}
			run("m = []\nfor i in range(100): m.append([i])")
			if o := run("len([bytearray(5000) for i in range(100)])"); o.Value != int64(100) {
				t.Errorf("after del l got %s, %v (%+v)", o.Kind, o.Value, o.Error)
			}
		})
	}
}
