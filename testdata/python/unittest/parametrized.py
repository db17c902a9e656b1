# Tests made by a table, loaded by name, run with a result class of one's own; async tests; log checks.
import logging
import unittest


def roman(n):
    if not 0 < n < 4000:
        raise ValueError(n)
    out = ""
    for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += s * (n // v)
        n %= v
    return out


def cases(table):
    def deco(cls):
        for name, arg, want in table:
            def test(self, arg=arg, want=want):
                self.assertEqual(roman(arg), want)
            test.__doc__ = f"roman({arg}) is {want}"
            setattr(cls, "test_" + name, test)
        return cls
    return deco


@cases([("one", 1, "I"), ("nine", 9, "IX"), ("year", 2024, "MMXXIV"), ("wrong", 40, "XXXX")])
class RomanTest(unittest.TestCase):
    def test_errors(self):
        for n in (0, 4000, -1):
            self.assertRaises(ValueError, roman, n)


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.order = ["setup"]

    async def test_order(self):
        self.order.append("test")
        self.assertListEqual(self.order, ["setup", "test"])

    async def test_log(self):
        with self.assertLogs("app", "INFO") as cm:
            logging.getLogger("app").warning("careful %d", 5)
        self.assertEqual(cm.output, ["WARNING:app:careful 5"])
        with self.assertNoLogs("app"):
            logging.getLogger("app").debug("quiet")


class Result(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.current = test._testMethodName

    def addSuccess(self, test):
        print("ok  ", self.current, "|", test.shortDescription())

    def addFailure(self, test, err):
        super().addFailure(test, err)
        print("FAIL", self.current, "|", str(err[1]).splitlines()[0])

    def addError(self, test, err):
        super().addError(test, err)
        print("ERR ", self.current, "|", err[0].__name__)


loader = unittest.TestLoader()
loader.sortTestMethodsUsing = lambda a, b: (a > b) - (a < b)
suite = unittest.TestSuite([loader.loadTestsFromTestCase(RomanTest), loader.loadTestsFromTestCase(AsyncTest), unittest.FunctionTestCase(lambda: 1 / 0, description="a function")])
for t in suite:
    print(type(t).__name__, t.countTestCases())
r = Result()
suite(r)
print(r.testsRun, len(r.failures), len(r.errors))
c = unittest.TestCase()
for f in (lambda: c.assertTrue(0), lambda: c.assertIn(1, [2]), lambda: c.assertIsNone(1), lambda: c.assertEqual("ab", "ac"), lambda: c.assertEqual([1], [2]), lambda: c.assertGreater(1, 2), lambda: c.assertIsInstance(1, str), lambda: c.assertRegex("a", "b"), lambda: c.assertAlmostEqual(1, 1.1, delta=0.01), lambda: c.assertSetEqual({1}, {2}), lambda: c.assertRaises(KeyError, int), lambda: c.assertIs(1, 2, "msg"), lambda: c.assertNotEqual(1, 1), lambda: c.assertMultiLineEqual("a\nb", "a\nc"), lambda: c.assertTupleEqual((1,), (1, 2))):
    try:
        f()
    except AssertionError as e:
        print(str(e).splitlines()[0])
