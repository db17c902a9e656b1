# Exercise: a class. Make Stack pass the tests of unittest below.
class Stack:
    """The last item that was pushed is popped first."""


# --- the tests ---
import sys
import unittest


class StackTest(unittest.TestCase):
    def test_last_in_first_out(self):
        stack = Stack()
        stack.push(1)
        stack.push(2)
        self.assertEqual([stack.pop(), stack.pop()], [2, 1])

    def test_length(self):
        stack = Stack()
        self.assertEqual(len(stack), 0)
        stack.push("x")
        self.assertEqual(len(stack), 1)

    def test_nothing_to_pop(self):
        with self.assertRaises(IndexError):
            Stack().pop()


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(StackTest).run(result)
for test, trace in result.failures + result.errors:
    print(test.id().rpartition(".")[2] + ":", trace.strip().splitlines()[-1])
bad = len(result.failures) + len(result.errors)
print(f"{result.testsRun - bad} of {result.testsRun} are right")
