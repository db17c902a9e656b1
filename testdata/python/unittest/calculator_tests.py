# Tests of a small class, run by the program itself.
import io
import unittest


class Calc:
    def div(self, a, b):
        if b == 0:
            raise ZeroDivisionError("no")
        return a / b


class TestCalc(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.calc = Calc()

    def test_div(self):
        for a, b, want in ((6, 3, 2), (1, 4, 0.25), (1, 3, 0.333)):
            with self.subTest(a=a, b=b):
                self.assertEqual(self.calc.div(a, b), want)

    def test_zero(self):
        with self.assertRaisesRegex(ZeroDivisionError, "^no$") as cm:
            self.calc.div(1, 0)
        self.assertEqual(cm.exception.args, ("no",))

    def test_lists(self):
        self.assertListEqual([1, 2, 3], [1, 2, 4])

    def test_error(self):
        self.addCleanup(lambda: None)
        {}["missing"]

    @unittest.skip("later")
    def test_skipped(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    def test_more(self):
        self.assertIn(1, [1])
        self.assertIsNone(None)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertCountEqual([1, 2, 2], [2, 1, 2])
        self.assertIsInstance("", str)
        self.assertDictEqual({"a": 1}, {"a": 1})
        self.assertGreater(2, 1)
        self.assertRegex("abc", "b+")


out = io.StringIO()
result = unittest.TextTestRunner(stream=out, verbosity=0).run(unittest.defaultTestLoader.loadTestsFromTestCase(TestCalc))
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), result.wasSuccessful())
for test, trace in result.failures + result.errors:
    print(test.id().split(".")[-1], "|", trace.strip().splitlines()[-1])
print(result.skipped[0][1], out.getvalue().strip().splitlines()[-1])
