# A suite with fixtures, subtests, expected failures, skips, and assertions of all kinds; its result read.
import io
import unittest


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def withdraw(self, n):
        if n > self.balance:
            raise ValueError(f"insufficient funds: {self.balance} < {n}")
        self.balance -= n
        return self.balance


class AccountTest(unittest.TestCase):
    log = []

    @classmethod
    def setUpClass(cls):
        cls.log.append("class up")

    def setUp(self):
        self.a = Account(100)
        self.addCleanup(self.log.append, "cleanup")

    def tearDown(self):
        self.log.append("down")

    def test_withdraw(self):
        self.assertEqual(self.a.withdraw(30), 70)
        with self.assertRaisesRegex(ValueError, r"70 < \d+"):
            self.a.withdraw(71)

    def test_many(self):
        for n in (1, 50, 200):
            with self.subTest(n=n):
                self.a.withdraw(n)
        self.assertLess(self.a.balance, 100)

    @unittest.skipIf(True, "not today")
    def test_skipped(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.4)

    def test_wrong(self):
        self.assertCountEqual([1, 2, 2], [2, 1])

    def test_dict(self):
        self.assertDictEqual({"a": 1}, {"a": 1, "b": 2}, "dicts")


suite = unittest.defaultTestLoader.loadTestsFromTestCase(AccountTest)
print(suite.countTestCases(), sorted(t.id().rpartition(".")[2] for t in suite))
result = unittest.TestResult()
suite.run(result)
print(result)
print(result.testsRun, result.wasSuccessful(), [(t.id().split(".")[-1], r) for t, r in result.skipped], len(result.expectedFailures))
for t, text in result.failures + result.errors:
    print(t.id().split(".", 1)[1], "|", text.strip().splitlines()[-1])
print(AccountTest.log.count("down"), AccountTest.log[:3])
out = io.StringIO()
r = unittest.TextTestRunner(out, verbosity=2).run(unittest.TestSuite([AccountTest("test_withdraw"), AccountTest("test_skipped")]))
print([l for l in out.getvalue().splitlines() if not l.startswith("Ran")], r.wasSuccessful())
