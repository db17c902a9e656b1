package sandbox_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// hostile is a program that takes upstream's C at its weak points, and the output that it must have. The last line of a
// program may raise; then its output ends with the name of the exception.
type hostile struct{ name, source, want string }

// wraps are sizes that do not fit in 32 bits.
var wraps = []hostile{
	{"list times 2**30", "[1] * 2**30", "MemoryError"},
	{"list times what wraps", "[1, 2, 3, 4] * (2**28 + 1)", "MemoryError"},
	{"list times what wraps to nothing", "[1, 2, 3, 4] * 2**30", "MemoryError"},
	{"list times in place", "l = [1, 2, 3, 4]\nl *= 2**28 + 1", "MemoryError"},
	{"tuple times", "(1, 2, 3, 4) * 2**28", "MemoryError"},
	{"tuple times what wraps", "(1, 2, 3, 4) * (2**28 + 1)", "MemoryError"},
	{"tuple times what wraps to nothing", "(1, 2, 3, 4) * 2**30", "MemoryError"},
	{"bytes times", "b'abcd' * 2**30", "MemoryError"},
	{"bytes times what wraps", "b'abcd' * (2**30 + 1)", "MemoryError"},
	{"str times", "'abcd' * 2**30", "MemoryError"},
	{"str times what wraps", "'abcd' * (2**30 + 1)", "MemoryError"},
	{"str times what leaves no room for its end", "'abc' * 1431655765", "MemoryError"},
	{"array of long", "import array\narray.array('q', bytearray(8)) * 2**29", "MemoryError"},
	{"array of long times what wraps", "import array\narray.array('q', bytearray(8)) * (2**29 + 1)", "MemoryError"},
	{"array of long times in place", "import array\na = array.array('q', bytearray(8))\na *= 2**29 + 1", "MemoryError"},
	{"array of long times what wraps in 64 bits", "import array\narray.array('q', bytearray(8)) * 2**61", "MemoryError"},
	{"bytearray", "bytearray(2**31 - 1)", "OverflowError"},
	{"bytearray that is almost as large", "bytearray(2**31 - 2)", "MemoryError"},
	{"bytearray of a negative size", "bytearray(-1)", "ValueError"},
	{"bytes", "bytes(2**30 - 1)", "MemoryError"},
	{"bytes of a negative size", "bytes(-1)", "ValueError"},
	{"deque", "import collections\nd = collections.deque((), 2**30 - 1)\nd.extend(range(1000))\nprint(len(d), d.maxlen, d[-1])", "1000 1073741823 999\n"},
	{"deque of the largest size", "import collections\nd = collections.deque((), 2**31 - 1)\nd.extend(range(1000))\nprint(len(d), d.maxlen, d[-1])", "1000 2147483647 999\n"},
	{"deque that grows to no end", "import collections\ncollections.deque(iter(int, 1), 2**30 - 1)", "MemoryError"},
	{"centred", "'a'.center(2**31 - 1)", "MemoryError"},
	{"width", "'%2147483647d' % 1", "MemoryError"},
	{"width as argument", "'%*d' % (2**31 - 1, 1)", "MemoryError"},
	{"width too large", "'%*d' % (2**31, 1)", "OverflowError"},
	{"width far too large", "'%*d' % (2**70, 1)", "OverflowError"},
	{"precision far too large", "'%.*f' % (-2**70, 1.5)", "OverflowError"},
	{"format width", "'{:2147483647d}'.format(1)", "MemoryError"},
	{"format width as argument", "'{:{}}'.format(1, 2**31 - 1)", "MemoryError"},
	{"random bytes", "import os\nos.urandom(-1)", "ValueError"},
	{"stream", "import io\ns = io.BytesIO()\ns.seek(2**31 - 2)\ns.write(b'a')", "MemoryError"},
	{"stream of text", "import io\ns = io.StringIO()\ns.seek(2**31 - 1)\ns.write('ab')", "MemoryError"},
	{"stream's end", "import io\ns = io.BytesIO()\ns.seek(2**31 - 1); s.seek(2**31 - 1, 1)\ns.write(b'a')", "OverflowError"},
	{"stream's end exceeded", "import io\ns = io.BytesIO()\ns.seek(2**31 - 1); s.seek(2**31 - 1, 1)\ns.write(b'ab')", "OverflowError"},
	{"read", "import io\nprint(*[io.BytesIO(b'a').read(n) for n in (-2, 2**31 - 1, 2**32 + 1, 2**63 - 1)])", "b'a' b'a' b'a' b'a'\n"},
	{"read after the end", "import io\ns = io.BytesIO(b'abc')\ns.seek(2**31 - 1)\nprint(s.read(2**31 - 1), s.read(-2), s.readline(2**31 - 1))", "b'' b'' b''\n"},
	{"read from a ring", "import micropython\nmicropython.RingIO(10).read(-2)", "MemoryError"},
	{"read what is unpacked", "import io, deflate\ndeflate.DeflateIO(io.BytesIO(b'KLJ\\x06\\x00'), deflate.RAW).read(2**31 - 1)", "MemoryError"},
	{"read text", "import io\nprint(*[io.StringIO('a').read(n) for n in (-2, 2**31 - 1, 2**32 + 1, 2**63 - 1)])", "a a a a\n"},
	{"read the input", "import sys\nfor f in (sys.stdin.read, sys.stdin.readline):\n  for n in (-2, 2**31 - 1):\n    try: print(len(f(n)))\n    except MemoryError: print(0)", "0\n0\n0\n0\n"},
	{"join", "''.join(['x' * 2**16] * 2**16)", "MemoryError"},
	{"join of bytes", "(b'-' * 2**16).join([b'x'] * (2**16 + 2))", "MemoryError"},
	{"replacements", "('a' * 2**17).replace('a', 'b' * 2**15)", "MemoryError"},
	{"replacements of nothing", "('a' * (2**17 - 1)).replace('', 'b' * 2**15)", "MemoryError"},
	{"precision", "print(len('%.2147483647f' % 1.5) < 100)", "MemoryError"},
	{"precision too large", "'%.2147483648f' % 1.5", "ValueError"},
	{"struct", "import struct\nstruct.pack('1073741823s' * 4 + '8s', b'')", "error"},
	{"struct of the largest size", "import struct\nstruct.pack('2147483647s', b'')", "MemoryError"},
	{"struct with a count too large", "import struct\nstruct.pack('4294967297s', b'')", "error"},
	{"struct with a count that wraps in 64 bits", "import struct\nstruct.unpack('18446744073709551617s', b'a')", "error"},
	{"struct of large items", "import struct\nstruct.pack('1073741823q', 1)", "error"},
	{"struct into a buffer", "import struct\nstruct.pack_into('1073741823s' * 2, bytearray(10), 2**31 - 1, b'', b'')", "error"},
	{"struct before a buffer", "import struct\nstruct.pack_into('1073741823s' * 2, bytearray(10), -2**31, b'', b'')", "error"},
	{"struct from a buffer", "import struct\nstruct.unpack_from('1073741823s' * 4 + '8s', b'')", "error"},
	{"struct from behind a buffer", "import struct\nstruct.unpack_from('1073741823s' * 2, bytearray(10), 2**31 - 1)", "error"},
	{"to bytes", "(1).to_bytes(2**31 - 1, 'big')", "MemoryError"},
	{"read a line", "import io\nprint(io.StringIO('a').readline(-2), io.StringIO('a').readline(2**31 - 1), io.BytesIO(b'a').readline(-2), io.BytesIO(b'a').readline(2**32))", "a a b'a' b'a'\n"},
	{"read a line from a ring", "import micropython\nmicropython.RingIO(10).readline(-2)", "MemoryError"},
}

// searches are keys that change the dict or the set in which they are looked for.
var searches = []hostile{
	{"dict cleared by a hash", "class K:\n  def __hash__(self): d.clear(); return 1\nd = {1: 1, 2: 2}\nd[K()]", "KeyError"},
	{"dict cleared by a comparison", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): d.clear()\nd = {1: 1, 2: 2}\nd[K()]", "KeyError"},
	{"dict cleared by a comparison for storing", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): d.clear()\nd = {1: 1, 2: 2}\nd[K()] = 3\nprint(len(d), *d.values())", "1 3\n"},
	{"dict cleared by a comparison for removing", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): d.clear(); return True\nd = {1: 1, 2: 2}\ndel d[K()]", "KeyError"},
	{"dict grown by a comparison", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): d.update({i: i for i in range(100)}); return True\nd = {1: 1, 2: 2}\nprint(d.pop(K()), len(d))", "1 99\n"},
	{"dict changed within its size", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): del d[1]; d[9] = 9; return True\nd = {1: 1, 2: 2}\nd.pop(K())", "KeyError"},
	{"item popped by a comparison", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): d.popitem(); return True\nd = {1: 1, 2: 2}\nprint(d.setdefault(K(), 5) in d.values(), len(d))", "True 1\n"},
	{"comparison that looks up", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): return d[2] == 2\nd = {1: 1, 2: 2}\nprint(d[K()], len(d))\nd[3] = 3\nprint(d[3])", "1 2\n3\n"},
	{"comparison that counts itself", "class K:\n  n = 0\n  def __hash__(self): return 1\n  def __eq__(self, other): K.n += 1; self.m = 1; return True\nd = {1: 1}\nprint(d[K()], K.n)", "1 1\n"},
	{"comparison that raises", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): raise ValueError\nd = {1: 1}\ntry: d[K()]\nexcept ValueError: pass\nd[2] = 2; d.pop(1); print(d)\nd.clear()\nprint(d)", "{2: 2}\n{}\n"},
	{"ordered dict cleared", "import collections\nclass K:\n  def __hash__(self): return 1\n  def __eq__(self, other): d.clear(); return True\nd = collections.OrderedDict(((1, 1), (2, 2)))\nd.pop(K())", "KeyError"},
	{"hash that raises while a dict grows", "class K:\n  bad = False\n  def __hash__(self):\n    if K.bad: 1/0\n    return 5\n  def __eq__(self, other): return self is other\nd = {K(): 1, K(): 2}\nK.bad = True\ntry:\n  for i in range(100): d[i] = i\nexcept ZeroDivisionError: K.bad = False\nprint(len(d), len(list(d)) == len(d), sum(1 for k in d if isinstance(k, K)))", "102 True 2\n"},
	{"set cleared by a hash", "class K:\n  def __hash__(self): s.clear(); return 1\ns = {1, 2}\nprint(K() in s, len(s))", "False 0\n"},
	{"set cleared by a comparison", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): s.clear()\ns = {1, 2}\ns.add(K())\nprint(len(s), len(list(s)))", "1 1\n"},
	{"set cleared for removing", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): s.clear(); return True\ns = {1, 2}\ns.remove(K())", "KeyError"},
	{"set popped", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): s.pop(); s.add(9); return True\ns = {1, 2}\ns.discard(K())\nprint(len(s), len(list(s)), 9 in s)", "2 2 True\n"},
	{"set intersected", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): s.intersection_update(()); return True\ns = {1, 2}\ns.discard(K())\nprint(len(s), list(s))", "0 []\n"},
	{"set of which a comparison makes another", "class K:\n  def __hash__(self): return 1\n  def __eq__(self, other): return (s | {5}) == {1, 2, 5} and other == 1\ns = {1, 2}\nprint(K() in s, len(s))", "True 2\n"},
	{"hash that raises while a set grows", "class K:\n  bad = False\n  def __hash__(self):\n    if K.bad: 1/0\n    return 5\n  def __eq__(self, other): return self is other\ns = {K(), K()}\nK.bad = True\ntry:\n  for i in range(100): s.add(i)\nexcept ZeroDivisionError: K.bad = False\nprint(len(s), len(list(s)) == len(s), sum(1 for k in s if isinstance(k, K)))", "102 True 2\n"},
	{"no memory while a set grows", "l = []\ns = {0}\ntry:\n  while True: l.append(bytearray(100000))\nexcept MemoryError: pass\ntry:\n  i = 0\n  while True: i += 1; s.add(i)\nexcept MemoryError: l = None\nprint(len(s) == len(list(s)), 0 in s, -1 in s, i - 1 in s)\ns = None", "True True False True\n"},
	{"module imported by a comparison", "import sys\nclass K:\n  def __hash__(self): return 1\n  def __eq__(self, other): import asyncio; return False\nsys.modules[1] = 1\nsys.modules[K()]", "KeyError"},
}

// canary is run after each hostile program, in the same session. It allocates, links and collects much, so damage to the
// heap or to upstream's own data is likely to show.
const canary = `import gc
gc.collect()
l = [[i, str(i), {i: (i, bytes(i % 50))}] for i in range(500)]
for _ in range(3):
    gc.collect()
    l = [[a, b + 'x', dict(c)] for a, b, c in l]
x = set(range(300)) | {str(i) for i in range(300)}
b = bytearray(3000)
b.extend(b'abc' * 100)
ok = all(e[0] == i and e[1] == str(i) + 'xxx' and e[2][i] == (i, bytes(i % 50)) for i, e in enumerate(l))
class L(list):
    def __init__(self): super().__init__([5])
ok = ok and L()[0] == 5
(ok, len(x), sum(b), sorted('the quick brown fox'.split()), '%s %r' % ({}, b''), 7**80)`

// canaryValue is the value of canary.
const canaryValue = "[true 600 29400 [brown fox quick the] {} b'' 40536215597144386832065866109016673800875222251012083746192454448001]"

// checkHostile runs programs, and after each of them the canary.
func checkHostile(t *testing.T, programs []hostile) {
	e := engine(t, false)
	for _, p := range programs {
		t.Run(p.name, func(t *testing.T) {
			ctx := context.Background()
			s, err := e.NewSession(ctx, sandbox.SessionConfig{MemoryLimitBytes: 4 << 20, Timeout: time.Minute})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close(ctx)
			o, err := s.Run(ctx, sandbox.Program{Source: []byte(p.source), NoValue: true})
			if err != nil || o.Kind != protocol.Completed && o.Kind != protocol.Raised {
				t.Fatalf("got %s %s, %v (%v), want %q", o.Kind, o.Limit, err, o.Trap, p.want)
			}
			got := string(o.Stdout)
			if o.Error != nil {
				got += o.Error.Type
			}
			if got != p.want {
				t.Errorf("got %q (%+v), want %q", got, o.Error, p.want)
			}
			if o, err := s.Run(ctx, sandbox.Program{Source: []byte(canary)}); err != nil || o.Kind != protocol.Completed || fmt.Sprint(o.Value) != canaryValue {
				t.Errorf("afterwards got %s %v (%+v, %v), %v, want %s", o.Kind, o.Value, o.Error, o.Trap, err, canaryValue)
			}
		})
	}
}

func TestSizesThatWrap(t *testing.T)      { checkHostile(t, wraps) }
func TestKeysThatChangeMaps(t *testing.T) { checkHostile(t, searches) }

// TestCanary checks that the canary lives in a session where nothing happened before.
func TestCanary(t *testing.T) {
	checkHostile(t, []hostile{{"nothing", "", ""}})
	if strings.Contains(canaryValue, "false") {
		t.Error("the canary's value is that of a damaged heap")
	}
}
