# The texts of assertions that fail.
import unittest

case = unittest.TestCase()


def fails(method, *args, **kwargs):
    try:
        getattr(case, method)(*args, **kwargs)
        print(method, "passed")
    except AssertionError as e:
        print(method, "|", e)


fails("assertEqual", 1, 2)
fails("assertEqual", [1, 2, 3], [1, 2, 4])
fails("assertEqual", (1,), (1, 2))
fails("assertEqual", {"a": 1, "b": 2}, {"a": 1, "b": 3})
fails("assertEqual", {1, 2}, {2, 3})
fails("assertEqual", "one\ntwo\n", "one\n2\n")
fails("assertEqual", "abc", "abd")
fails("assertNotEqual", 1, 1)
fails("assertTrue", [])
fails("assertFalse", "x", "message")
fails("assertIs", 1, None)
fails("assertIsNone", 0)
fails("assertIsNotNone", None)
fails("assertIn", 3, [1, 2])
fails("assertNotIn", 1, [1, 2])
fails("assertIsInstance", 1, str)
fails("assertAlmostEqual", 1.0, 1.001)
fails("assertAlmostEqual", 1.0, 1.5, delta=0.1)
fails("assertGreater", 1, 2)
fails("assertLessEqual", 3, 2)
fails("assertRegex", "abc", "x+")
fails("assertCountEqual", [1, 2, 2], [1, 1, 2])
fails("assertRaises", ValueError, int, "1")
fails("assertAlmostEqual", 0.1 + 0.2, 0.3)
fails("assertDictEqual", {}, [])
fails("fail", "given up")
