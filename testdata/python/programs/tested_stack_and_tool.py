import argparse, configparser, contextlib, copy, functools, io, logging, os, pathlib, pickle, shlex, string, sys, tempfile, unittest
from unittest import mock
class Stack:
    """A stack.

    >>> s = Stack([1]); s.push(2); s.pop()
    2
    >>> Stack().pop()
    Traceback (most recent call last):
        ...
    IndexError: empty stack
    """
    def __init__(self, items=()): self._items = list(items)
    def push(self, x): self._items.append(x)
    def pop(self):
        if not self._items: raise IndexError("empty stack")
        return self._items.pop()
    def __len__(self): return len(self._items)
class TestStack(unittest.TestCase):
    @classmethod
    def setUpClass(cls): cls.log = []
    def setUp(self): self.s = Stack([1, 2])
    def tearDown(self): self.log.append(self.id().rsplit(".", 1)[1])
    def test_pop(self): self.assertEqual(self.s.pop(), 2)
    def test_empty(self):
        with self.assertRaisesRegex(IndexError, "^empty") as cm: Stack().pop()
        self.assertIsInstance(cm.exception, LookupError)
    def test_fails(self): self.assertEqual([1, 2, {"a": 1}], [1, 2, {"a": 2}])
    @unittest.skip("later")
    def test_skipped(self): pass
    @unittest.expectedFailure
    def test_expected(self): self.assertAlmostEqual(0.1 + 0.2, 0.4)
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
    def test_mock(self):
        m = mock.Mock(side_effect=[1, ValueError("no")], name="m"); self.assertEqual(m(3, k=4), 1); m.assert_called_once_with(3, k=4)
        with self.assertRaises(ValueError): m()
        with mock.patch.object(Stack, "pop", return_value="patched"): self.assertEqual(self.s.pop(), "patched")
        self.assertEqual(m.call_args_list, [mock.call(3, k=4), mock.call()])
out = io.StringIO(); r = unittest.TextTestRunner(stream=out, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(TestStack))
text = out.getvalue(); print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), len(r.expectedFailures), r.wasSuccessful()); print("\n".join(l for l in text.splitlines() if not l.startswith(("Ran", "  File"))))
import doctest; print(doctest.testmod(sys.modules[__name__]))
ap = argparse.ArgumentParser(prog="tool", description="Does things.", epilog="Bye.")
ap.add_argument("files", nargs="*", help="input files"); ap.add_argument("-n", "--number", type=int, default=3, metavar="N", help="how many (default: %(default)s)"); ap.add_argument("-v", action="count", default=0); ap.add_argument("--mode", choices=["fast", "slow"]); g = ap.add_mutually_exclusive_group(); g.add_argument("--on", action="store_true"); g.add_argument("--off", action="store_false", dest="on")
print(ap.parse_args(shlex.split("a 'b c' -vvn 5 --mode fast"))); print(ap.format_help())
for bad in (["-n", "x"], ["--mode", "mid"], ["--on", "--off"], ["--zap"]):
    err = io.StringIO()
    with contextlib.redirect_stderr(err):
        try: ap.parse_args(bad)
        except SystemExit as e: print(e.code, err.getvalue().splitlines()[-1])
h = logging.StreamHandler(buf := io.StringIO()); h.setFormatter(logging.Formatter("%(levelname)-7s %(name)s %(funcName)s: %(message)s")); lg = logging.getLogger("app.db"); lg.addHandler(h); lg.setLevel("INFO"); lg.propagate = False
def work():
    lg.debug("no"); lg.info("n=%d %s", 3, [1]); lg.warning("odd %r", "x")
    try: {}["k"]
    except KeyError: lg.exception("lost")
work(); print("\n".join(l for l in buf.getvalue().splitlines() if "File" not in l and "~" not in l))
with tempfile.TemporaryDirectory() as td:
    p = pathlib.Path(td) / "a" / "b.txt"; p.parent.mkdir(); p.write_text("one\ntwo\nthree\n", encoding="utf-8")
    with p.open("r+") as f: print(f.readline(), f.read(3), f.tell(), f.seek(0, 2), f.write("x"), f.mode, f.closed)
    print(p.read_bytes()[-3:], p.suffix, p.stem, p.with_suffix(".md").name, sorted(x.relative_to(td).as_posix() for x in pathlib.Path(td).rglob("*")), p.exists(), os.path.getsize(p), os.path.splitext("x.tar.gz"))
    try: open(os.path.join(td, "none"))
    except FileNotFoundError as e: print(e.errno, e.strerror, os.path.basename(e.filename))
    with open(p) as f: print([*map(str.strip, f)], f.closed)
print(p.exists())
cp = configparser.ConfigParser(); cp.read_string("[DEFAULT]\nroot=/srv\n[a]\npath = %(root)s/x\nn=5\non = yes\n"); print(cp["a"]["path"], cp.getint("a", "n"), cp["a"].getboolean("on"), cp.sections(), cp.get("a", "zz", fallback="-"))
q = pickle.loads(pickle.dumps({"s": (1, 2.5), "x": {3}, "f": print, "k": Stack})); print(q["x"], q["f"] is print, q["k"] is Stack, copy.deepcopy([[1], {"a": (2,)}]))
@functools.cache
def ways(n, coins=(50, 20, 10, 5, 2, 1)): return 1 if n == 0 else 0 if n < 0 or not coins else ways(n - coins[0], coins) + ways(n, coins[1:])
print(ways(100), ways.cache_info().hits > 0, functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(int, base=2)("101"))
