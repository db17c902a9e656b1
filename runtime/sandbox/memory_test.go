package sandbox_test

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// tooMuch are expressions for which no limit suffices.
var tooMuch = []string{
	"bytearray(10**9)", "'x' * 10**9", "b'x' * 10**9", "[0] * 10**9", "(0,) * 10**9", "list(range(10**9))", "tuple(range(10**9))",
	"2**(2**40)", "10**10**9", "1 << 2**40", "'%1000000000d' % 1", "'x'.center(10**9)", "bytearray(2**31)", "[0] * 2**62",
}

// TestTooMuchIsAnException asks for far more than there is, in each way, and goes on in the same program.
func TestTooMuchIsAnException(t *testing.T) {
	e := engine(t, false)
	for _, limit := range []int64{1 << 20, 16 << 20, 64 << 20} {
		for _, expression := range tooMuch {
			t.Run(fmt.Sprintf("%d MiB/%s", limit>>20, expression), func(t *testing.T) {
				source := fmt.Sprintf("n = 2\ntry:\n  x = %s\nexcept (MemoryError, OverflowError) as e:\n  print(type(e).__name__)\nlist(range(1000))[-1]", expression)
				o := run(t, e, sandbox.SessionConfig{MemoryLimitBytes: limit, Timeout: time.Minute}, source)
				if o.Kind != protocol.Completed || o.Value != int64(999) {
					t.Fatalf("got %s %s, %v (%+v, %v), want the program to go on", o.Kind, o.Limit, o.Value, o.Error, o.Trap)
				}
				if text := string(o.Stdout); text != "MemoryError\n" && text != "OverflowError\n" {
					t.Errorf("it printed %q, want the name of an exception", text)
				}
				if int64(o.Used.HeapPeakBytes) > limit {
					t.Errorf("the heap had %d bytes, the limit is %d", o.Used.HeapPeakBytes, limit)
				}
			})
		}
	}
}

// TestPowers computes powers of which only the first fits, and some whose size nobody need ask for.
func TestPowers(t *testing.T) {
	e := engine(t, false)
	for expression, want := range map[string]string{
		"(2**200000).__class__": "<class 'int'>\n", "2**16800000": "MemoryError\n", "(-3)**10**30": "MemoryError\n", "10**10**8": "MemoryError\n",
		"1**10**30": "1\n", "(-1)**(10**30 + 1)": "-1\n", "0**10**30": "0\n", "(10**30)**0": "1\n", "2**64": "18446744073709551616\n",
	} {
		source := fmt.Sprintf("try: print(%s)\nexcept MemoryError: print('MemoryError')", expression)
		o := run(t, e, sandbox.SessionConfig{MemoryLimitBytes: 2 << 20, Timeout: time.Minute}, source)
		if o.Kind != protocol.Completed || string(o.Stdout) != want {
			t.Errorf("%s: got %s, %q (%+v, %v), want %q", expression, o.Kind, o.Stdout, o.Error, o.Trap, want)
		}
	}
}

// TestPowerThatFits computes a number that memory would do for, and time does not.
func TestPowerThatFits(t *testing.T) {
	o := run(t, engine(t, false), sandbox.SessionConfig{MemoryLimitBytes: 256 << 20, Timeout: 100 * time.Millisecond}, "n = 10\nn**10**8")
	if o.Kind != protocol.Limited || o.Limit != protocol.DeadlineLimit {
		t.Errorf("got %s %s (%+v, %v), want the deadline", o.Kind, o.Limit, o.Error, o.Trap)
	}
}

// TestGarbageIsCollected drops lists as it makes them, far more than fit.
func TestGarbageIsCollected(t *testing.T) {
	count := 2_000_000
	if os.Getenv("MPWASM_TEST_FULL") != "" { // scripts/test.sh --full
		count = 20_000_000
	}
	source := fmt.Sprintf("for i in range(%d): [i]\ni", count)
	o := run(t, engine(t, false), sandbox.SessionConfig{MemoryLimitBytes: 4 << 20}, source)
	if o.Kind != protocol.Completed || o.Value != int64(count-1) {
		t.Errorf("got %s, %v (%+v), want it completed", o.Kind, o.Value, o.Error)
	}
	if o.Used.HeapPeakBytes > 4<<20 {
		t.Errorf("the heap had %d bytes", o.Used.HeapPeakBytes)
	}
}

// TestMemoryLimitIsExact looks for the least limit at which a program completes. Any other limit must agree with it.
func TestMemoryLimitIsExact(t *testing.T) {
	e := engine(t, false)
	completes := func(limit int64) bool {
		o := run(t, e, sandbox.SessionConfig{MemoryLimitBytes: limit}, "x = bytearray(3 * 10**6)\nlen(x)")
		if o.Kind != protocol.Completed && (o.Kind != protocol.Raised || o.Error.Type != "MemoryError") {
			t.Fatalf("%d bytes: got %s (%+v, %v)", limit, o.Kind, o.Error, o.Trap)
		}
		return o.Kind == protocol.Completed
	}
	low, high := int64(1<<20), int64(8<<20) // fails, completes
	if completes(low) || !completes(high) {
		t.Fatalf("with %d and %d bytes the program ends alike", low, high)
	}
	for high-low > 1 {
		if middle := (low + high) / 2; completes(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	t.Logf("3,000,000 bytes take a limit of %d", high)
	if high < 3_000_000 || high > 3_500_000 {
		t.Errorf("a limit of %d is needed for 3,000,000 bytes", high)
	}
	for _, distance := range []int64{1, 4096, 65536, 300_000} {
		if completes(high - distance) {
			t.Errorf("the program completes with %d bytes, and not with %d", high-distance, low)
		}
		if !completes(high - 1 + distance) {
			t.Errorf("the program fails with %d bytes, and not with %d", high-1+distance, high)
		}
	}
}

// TestSessionAfterMemoryError goes on after a run that filled the heap and dropped it again.
func TestSessionAfterMemoryError(t *testing.T) {
	ctx := context.Background()
	s, err := engine(t, false).NewSession(ctx, sandbox.SessionConfig{MemoryLimitBytes: 2 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(ctx)
	// Of 2 MiB, half as a whole is more than is there again: something small stays in the midst.
	fill := "def f():\n  l = []\n  while True: l.append([len(l)])\nf()"
	for range 3 {
		if o, err := s.Run(ctx, sandbox.Program{Source: []byte(fill)}); err != nil || o.Kind != protocol.Raised || o.Error.Type != "MemoryError" {
			t.Fatalf("got %s (%+v), %v; want a MemoryError", o.Kind, o.Error, err)
		}
		if o, err := s.Run(ctx, sandbox.Program{Source: []byte("len(bytearray(6 * 10**5))")}); err != nil || o.Value != int64(600_000) {
			t.Fatalf("afterwards got %s, %v (%+v), %v", o.Kind, o.Value, o.Error, err)
		}
	}
}

// TestViewsEnd resizes what was viewed, once nothing refers to the views any more: no BufferError, without gc.collect().
func TestViewsEnd(t *testing.T) {
	e := engine(t, false)
	uses := []string{
		"m[0] = 1", "m[:2] = b'ab'", "len(m)", "bytes(m)", "m == b''", "for x in m: pass", "m[1:3]", "hash(m.toreadonly())", "n = m.cast('b'); n[0] = 1",
		"m.tolist()", "list(map(int, m))", "try: m['a']\n    except TypeError: pass", "with m: m[0]", "use(m)",
	}
	changes := []string{"b.append(1)", "b += b'x'", "b[1:1] = b'y'", "del b[0]", "b.extend([1])", "b.pop()", "b *= 2", "b.insert(0, 1)", "b.clear()"}
	for _, use := range uses {
		for _, change := range changes {
			source := "def use(m):\n    m[1] = m[0]\nb = bytearray(b'abcdef')\ndef f():\n    m = memoryview(b)\n    " + use + "\nf()\n" + change
			if o := run(t, e, sandbox.SessionConfig{}, source); o.Kind != protocol.Completed {
				t.Errorf("%s, then %s: %s %+v", use, change, o.Kind, o.Error)
			}
		}
	}
}

// BenchmarkLiveObjects builds sets of small objects that all live, of three sizes, and reports how long one object
// takes, and how many times as long as in the smallest set: x-smallest.
func BenchmarkLiveObjects(b *testing.B) {
	e := benchEngine(b)
	var smallest float64
	for _, count := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			source := fmt.Sprintf("l = []\nfor i in range(%d): l.append((i, i))", count)
			best := time.Hour
			for b.Loop() {
				o, err := e.Run(context.Background(), sandbox.Program{Source: []byte(source)}, sandbox.SessionConfig{MemoryLimitBytes: 256 << 20})
				if err != nil || o.Kind != protocol.Completed {
					b.Fatalf("got %s (%+v), %v", o.Kind, o.Error, err)
				}
				best = min(best, time.Duration(o.Used.WallNS))
			}
			each := float64(best) / float64(count)
			if smallest == 0 {
				smallest = each
			}
			b.ReportMetric(each, "ns/object")
			b.ReportMetric(each/smallest, "x-smallest")
			b.ReportMetric(0, "ns/op")
		})
	}
}
