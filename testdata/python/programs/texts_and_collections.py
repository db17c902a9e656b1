# Texts, formats and collections, as scripts use them.
from collections import defaultdict, Counter, deque, OrderedDict, ChainMap, namedtuple
import string, textwrap, itertools, json, random, bisect, heapq
text = """The quick brown fox jumps over the lazy dog. The dog barks; the fox runs away!
Don't panic -- it's only a test. "Quoted" text, numbers like 3.14 and 1,000."""
words = [w.strip(string.punctuation).lower() for w in text.split()]
c = Counter(words)
print(c.most_common(3), c.total(), c["missing"], +c == c)
idx = defaultdict(list)
for i, w in enumerate(words, start=1):
    idx[w[:1]].append(i)
print(dict(idx))
print(textwrap.fill(text, width=40, initial_indent="* ", subsequent_indent="  "))
print(text.title()[:30], text.swapcase()[:20], text.count("the"), text.find("fox"), text.partition("."))
print("{:<10}|{:^10}|{:>10}|{:*^12}".format("left", "mid", "right", "star"))
print("%-10s|%5.2f|%05d|%+d|%x|%o|%e|%g" % ("s", 3.14159, 42, 7, 255, 8, 12345.678, 0.00001))
print(f"{1234567.891:,.2f} {0.256:.1%} {255:#x} {255:08b} {-5:+} {'x':>{5}} {3.0!r:^9} {1e10:g} {12345:_}")
name, n = "world", 3
print(f"{name=} {n*2=} {name!r:>10} {'nested ' + f'{n:03d}'} {{literal}} {n:>{n+2}}")
print("abc".translate(str.maketrans("abc", "xyz", "")), "a-b_c".replace("-", "").split("_"), "x".join("abc"), "tEST".capitalize())
print("  pad ".strip() + "|", "xxhixx".strip("x"), "file.tar.gz".rsplit(".", 1), "a,b,,c".split(","), "line1\nline2\r\nline3".splitlines())
print("prefix_name".removeprefix("prefix_"), "name.py".removesuffix(".py"), "ß".upper(), "İ".lower(), "ǆ".title(), "ﬁ".casefold())
print([ch for ch in "héllo wörld ñ" if not ch.isascii()], "٣".isdigit(), "²".isdigit(), "½".isnumeric(), "abc123".isalnum(), "".isalpha())
print("abc" < "abd", "Z" < "a", max("hello"), sorted("hello", key=lambda c: (-ord(c), c)), "lo" in "hello", "hello"[::-1], "hello"[-3:], "hello"[1:-1:2])
print(repr("tab\t nl\n quote' dq\" bs\\ \x00 \x7f é \u200b \U0001f600"), ascii("é😀"))
print(b"bytes\xff".hex(" "), bytes.fromhex("deadbeef"), b"a,b".split(b","), bytearray(b"abc").upper(), b"%d %s" % (5, b"x"), "é".encode("utf-8"), b"\xc3\xa9".decode())
P = namedtuple("P", "x y", defaults=[0])
p = P(1); print(p, p._asdict(), p._replace(y=5), P._fields, p == (1, 0), P._make([3, 4]), *p)
d = OrderedDict.fromkeys("abc"); d.move_to_end("a"); print(list(d), d.popitem(last=False), d)
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(cm["a"], cm["b"], dict(cm), cm.new_child({"c": 1}))
q = deque([1, 2, 3], maxlen=3); q.append(4); q.rotate(1); q.appendleft(9); print(q, q[0], q.index(2))
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0); print(heapq.heappop(h), heapq.nsmallest(2, h), heapq.nlargest(1, h), list(heapq.merge([1, 4], [2, 3])))
print(json.dumps({"b": [1, 2.5, None, True], "a": {"x": "é"}}, indent=2, sort_keys=True), json.loads('{"k": [1, {"z": null}]}'))
try: json.loads('{"a": }')
except json.JSONDecodeError as e: print(e, e.lineno, e.colno, e.pos)
l = [1, 3, 5]; bisect.insort(l, 4); print(l, bisect.bisect(l, 3))
random.seed(42); print(random.randint(1, 100), random.choice("abc"), random.sample(range(10), 3), round(random.random(), 6), random.shuffle(l), l)
print(list(itertools.permutations("abc", 2))[:3], list(itertools.combinations(range(4), 2))[-1], list(itertools.product([0, 1], repeat=2)), ["".join(g) for g in itertools.batched("abcdefg", 3)])
