# What a runner prints of tests that pass, fail, break, are skipped and expected to fail.
import io
import re
import unittest


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        if not self.items:
            raise IndexError("pop from empty stack")
        return self.items.pop()


class StackTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        self.stack = Stack()
        self.addCleanup(print, "cleanup of", self._testMethodName)

    def test_push_pop(self):
        """Last in, first out."""
        self.stack.push(1)
        self.stack.push(2)
        self.assertEqual([self.stack.pop(), self.stack.pop()], [2, 1])

    def test_pop_empty(self):
        with self.assertRaises(IndexError) as caught:
            self.stack.pop()
        self.assertIn("empty", str(caught.exception))
        self.assertRaisesRegex(IndexError, "^pop", self.stack.pop)

    def test_wrong(self):
        self.stack.push(1)
        self.assertEqual(self.stack.pop(), 2, "of the stack")

    def test_broken(self):
        {}["missing"]

    @unittest.skip("not today")
    def test_later(self):
        pass

    @unittest.expectedFailure
    def test_known(self):
        self.assertTrue(self.stack.items)

    def test_parts(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertNotEqual(n % 2, 1)


def show(text):
    text = re.sub(r"in \d+\.\d+s", "in 0s", text)
    print("\n".join(line for line in text.split("\n") if not line.startswith("    ") and "File" not in line))


suite = unittest.defaultTestLoader.loadTestsFromTestCase(StackTest)
print(suite.countTestCases())
stream = io.StringIO()
result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
show(stream.getvalue())
print(result, result.wasSuccessful())
