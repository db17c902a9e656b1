package pymutate

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// container is a kind of object that holds others, ways to change it, and ways to use it together with K(), an object
// whose methods change it.
type container struct {
	make           string
	changes, usage []string
}

var containers = []container{
	{"[K(), 1, K(), 2, K()] * 9",
		[]string{"c.clear()", "c.append(K())", "c.extend([1] * 99)", "c.pop()", "c[:] = []", "c.insert(0, 1)", "c += c", "c.sort()", "c.reverse()"},
		[]string{"c.sort()", "c.sort(key=lambda x: (K(), x))", "c.index(K())", "c.count(K())", "c.remove(K())", "c[K()]", "c[K():]", "c[1:K()] = [1]", "c.pop(K())",
			"c == [K()] * 45", "c < c * 1", "sorted(c)", "min(c)", "max(c, key=lambda x: K())", "c.extend(K())", "repr(c)", "tuple(c)", "print(*c, *K())", "c * K()",
			"K() in c", "sum(c, K())", "bytearray(c)", "'%s%r' % (c, K())", "import heapq; heapq.heapify(c)", "import heapq; heapq.heappush(c, K())",
			"import heapq; heapq.heappop(c)", "import json; json.dumps(c)", "import array; array.array('i', c)", "del c[K()]", "dict.fromkeys(c)", "zip(*c)", "set(c)", "hash(tuple(c))"}},
	{"{1: K(), 2: 2, 'a': K()}",
		[]string{"c.clear()", "c[K()] = 1", "c.update({i: i for i in range(99)})", "c.popitem()", "c.pop(1, 0)", "c.setdefault(5, K())", "del c['a']"},
		[]string{"c[K()]", "c[K()] = K()", "c.pop(K())", "c.setdefault(K(), 1)", "c.get(K())", "K() in c", "c == {1: K(), 2: 2, 'a': K()}", "repr(c)", "{**c, 1: 2}", "c | {K(): 1}",
			"dict(c, **c)", "c.update(K())", "(lambda **k: k)(**K(), **c)", "[k for k in c]", "list(c.items())", "c.update([(K(), 1)] * 9)", "del c[K()]", "'{a} {b}'.format(**c)", "exec('a, b', c)"}},
	{"{1, 2, 3}",
		[]string{"c.clear()", "c.add(K())", "c.update(range(99))", "c.pop()", "c.discard(1)", "c.intersection_update({1})", "c ^= {1, 9}"},
		[]string{"K() in c", "c.add(K())", "c.remove(K())", "c.discard(K())", "c | {K()}", "c & {K(), 1}", "c ^ {K()}", "c - {K()}", "c == {K(), 1, 2}", "c <= {K(), 1, 2}", "c.update([K()] * 9)",
			"c.issubset(K())", "c.symmetric_difference_update({K()})", "c.intersection_update([K(), 1])", "hash(frozenset([K()]))", "sorted(c | {K()})", "repr(c)"}},
	{"bytearray(b'abc' * 30)",
		[]string{"c[:] = b''", "c.append(1)", "c.extend(bytes(999))", "c += c", "c[5:50] = b'x'"},
		[]string{"c.append(K())", "c[K()]", "c[K()] = 1", "c[1] = K()", "c[K():] = b'abc'", "c.extend([K()] * 9)", "v = memoryview(c)[2:]; K().x; v[0] = 5", "import struct; struct.pack_into('bbb', c, 0, K(), K(), K())",
			"import struct; struct.unpack_from('bb', c, K())", "c + K()", "c.decode()", "bytes(K())", "c.find(K())", "import io; io.BytesIO(c).write(K())", "int.from_bytes(c, 'big')", "import array; array.array('h', K())"}},
	{"__import__('collections').deque([1, 2, 3], 5)",
		[]string{"c.append(K())", "c.popleft()", "c.extend([1] * 9)", "c.appendleft(1)"},
		[]string{"c[K()]", "c[K()] = 1", "c.extend(K())", "list(c)", "[K() for x in c]", "bool(c)", "sorted(c, key=lambda x: K())"}},
}

// methods are special methods that C code calls, and what they return.
var methods = map[string]string{
	"__eq__(self, o)": "True", "__lt__(self, o)": "True", "__hash__(self)": "1", "__iter__(self)": "iter([1, 2, 3])", "__len__(self)": "3", "__int__(self)": "2", "__index__(self)": "2",
	"__bool__(self)": "True", "__repr__(self)": "'K'", "__add__(self, o)": "self", "__radd__(self, o)": "self", "__getattr__(self, n)": "1", "__getitem__(self, i)": "self", "keys(self)": "['k']", "__float__(self)": "1.5",
}

// Meddle returns a program in which methods change a container that they are called from.
func (m *Mutator) Meddle() string {
	c := pick(m, containers)
	lines := []string{"n = 0", "class K:"}
	for _, method := range slices.Sorted(maps.Keys(methods)) {
		if m.rng.IntN(3) == 0 {
			continue
		}
		// Most methods do it some of the time, so that what they are called from goes on.
		lines = append(lines, "    def "+method+":", "        global n", "        n += 1",
			fmt.Sprintf("        if n %% %d == 0: %s", 1+m.rng.IntN(4), pick(m, c.changes)), "        return "+methods[method])
	}
	lines = append(lines, "    pass", "c = "+c.make)
	for range 1 + m.rng.IntN(6) {
		lines = append(lines, "try: "+pick(m, c.usage), "except Exception as e: print(repr(type(e)))")
	}
	return strings.Join(lines, "\n") + "\n"
}

// meddle puts such a program before a line that stands at the left.
func (m *Mutator) meddle(lines []string) []string {
	i := m.at(lines)
	for i > 0 && (indentation(lines[i]) != "" || opens(lines[i-1])) {
		i--
	}
	return insertAt(lines, i, strings.Split(strings.TrimSuffix(m.Meddle(), "\n"), "\n")...)
}

// nests are what a literal is put into, many times over.
var nests = [][2]string{{"(", ")"}, {"[", "]"}, {"{1: ", "}"}, {"(1, ", ")"}, {"-", ""}, {"not ", ""}, {"(lambda: ", ")()"}, {"", " + 1"}, {"", "[0]"}, {"", ".x"}, {"[", " for i in ()]"}, {"f(", ")"}, {"0 or ", ""}, {"0 if 0 else ", ""}}

// nest nests a literal deeply.
func (m *Mutator) nest(lines []string) []string {
	n, around := 1<<m.rng.IntN(11), pick(m, nests)
	return m.replaceIn(lines, literal, strings.Repeat(around[0], n)+pick(m, extremes)+strings.Repeat(around[1], n))
}
