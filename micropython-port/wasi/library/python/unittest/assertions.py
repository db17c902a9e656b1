"""The assertions of TestCase."""

from .context import (
    _AssertRaisesContext, _AssertWarnsContext, _AssertNotWarnsContext, _AssertLogsContext, matches, pattern_text,
)
from .util import MAX_LENGTH, common_shortened_repr, count_differences, safe_repr

__unittest = True

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


def _diff_lines(first, second):
    """The lines of a diff of two lists of lines."""
    try:
        from difflib import ndiff
    except ImportError:
        return ["- %s\n+ %s\n" % pair for pair in zip(first, second) if pair[0] != pair[1]]
    return ndiff(first, second)


def _pretty_lines(value):
    try:
        from pprint import pformat
    except ImportError:
        return [safe_repr(value)]
    return pformat(value).splitlines()


class Assertions:
    failureException = AssertionError
    longMessage = True
    maxDiff = MAX_LENGTH * 8
    _diffThreshold = 2 ** 16

    def fail(self, msg=None):
        """Fail immediately, with the given message."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        """The message of a failure: the standard one and, if there is one, that of the caller."""
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return "%s : %s" % (standardMsg, msg)
        except UnicodeDecodeError:
            return "%s : %s" % (safe_repr(standardMsg), safe_repr(msg))

    def _fail(self, msg, standardMsg):
        raise self.failureException(self._formatMessage(msg, standardMsg))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    # Truth and identity

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, "%s is not true" % safe_repr(expr))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, "%s is not false" % safe_repr(expr))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, "%s is not %s" % (safe_repr(expr1), safe_repr(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, "unexpectedly identical: %s" % safe_repr(expr1))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, "%s is not None" % safe_repr(obj))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, "%s is not an instance of %r" % (safe_repr(obj), cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, "%s is an instance of %r" % (safe_repr(obj), cls))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, "%s not found in %s" % (safe_repr(member), safe_repr(container)))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, "%s unexpectedly found in %s" % (safe_repr(member), safe_repr(container)))

    # Order

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, "%s not less than %s" % (safe_repr(a), safe_repr(b)))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, "%s not less than or equal to %s" % (safe_repr(a), safe_repr(b)))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, "%s not greater than %s" % (safe_repr(a), safe_repr(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, "%s not greater than or equal to %s" % (safe_repr(a), safe_repr(b)))

    # Equality

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            asserter = self._type_equality_funcs.get(type(first))
            if asserter is not None:
                return getattr(self, asserter) if isinstance(asserter, str) else asserter
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, "%s != %s" % common_shortened_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        """Fail if the two are not equal as ==; types that have a comparison of their own show a diff."""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, "%s == %s" % (safe_repr(first), safe_repr(second)))

    def _differs_by(self, first, second, places, delta):
        """None if two numbers are almost equal, else a text that says by how much they are not."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return None if difference <= delta else ("%s delta" % safe_repr(delta), difference)
        if places is None:
            places = 7
        return None if round(difference, places) == 0 else ("%r places" % places, difference)

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        differs = self._differs_by(first, second, places, delta)
        if differs is not None:
            self._fail(msg, "%s != %s within %s (%s difference)" % (
                safe_repr(first), safe_repr(second), differs[0], safe_repr(differs[1])))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        if not first == second and self._differs_by(first, second, places, delta) is not None:
            return
        if delta is not None:
            self._fail(msg, "%s == %s within %s delta (%s difference)" % (
                safe_repr(first), safe_repr(second), safe_repr(delta), safe_repr(abs(first - second))))
        self._fail(msg, "%s == %s within %r places" % (
            safe_repr(first), safe_repr(second), 7 if places is None else places))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Compare two ordered sequences, of a type if one is given, and say where they differ."""
        name = "sequence"
        if seq_type is not None:
            name = seq_type.__name__
            for which, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException("%s sequence is not a %s: %s" % (which, name, safe_repr(seq)))
        try:
            if seq1 == seq2:
                return
            problem = self._sequence_difference(name.capitalize(), seq1, seq2)
            if problem is None:
                return
        except (TypeError, NotImplementedError):
            problem = "First %s has no length.    Non-sequence?" % name
        diff = "\n" + "\n".join(_diff_lines(_pretty_lines(seq1), _pretty_lines(seq2)))
        self._fail(msg, self._truncateMessage(problem, diff))

    def _sequence_difference(self, name, seq1, seq2):
        text = "%ss differ: %s != %s\n" % ((name,) + common_shortened_repr(seq1, seq2))
        len1, len2 = len(seq1), len(seq2)
        for i in range(min(len1, len2)):
            try:
                item1 = seq1[i]
            except (TypeError, IndexError, NotImplementedError):
                return text + "\nUnable to index element %d of first %s\n" % (i, name.lower())
            try:
                item2 = seq2[i]
            except (TypeError, IndexError, NotImplementedError):
                return text + "\nUnable to index element %d of second %s\n" % (i, name.lower())
            if item1 != item2:
                text += "\nFirst differing element %d:\n%s\n%s\n" % ((i,) + common_shortened_repr(item1, item2))
                break
        else:
            if len1 == len2 and type(seq1) != type(seq2):
                return None  # equal but for their types, which is not asked for here
        if len1 > len2:
            text += "\nFirst %s contains %d additional elements.\nFirst extra element %d:\n%s\n" % (
                name.lower(), len1 - len2, len2, safe_repr(seq1[len2]))
        elif len1 < len2:
            text += "\nSecond %s contains %d additional elements.\nFirst extra element %d:\n%s\n" % (
                name.lower(), len2 - len1, len1, safe_repr(seq2[len1]))
        return text

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for first, second, which in ((set1, set2, "first"), (set2, set1, "second")):
            try:
                only = first.difference(second)
            except TypeError as e:
                self.fail("invalid type when attempting set difference: %s" % e)
            except AttributeError as e:
                self.fail("%s argument does not support set difference: %s" % (which, e))
            if only:
                lines.append("Items in the %s set but not the %s:" % (which, "second" if which == "first" else "first"))
                lines.extend(repr(item) for item in only)
        if lines:
            self._fail(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            diff = "\n" + "\n".join(_diff_lines(_pretty_lines(d1), _pretty_lines(d2)))
            self._fail(msg, self._truncateMessage("%s != %s" % common_shortened_repr(d1, d2), diff))

    def assertCountEqual(self, first, second, msg=None):
        """Fail unless both have the same elements, each as often, in whatever order."""
        differences = count_differences(list(first), list(second))
        if differences:
            lines = ["First has %d, Second has %d:  %r" % difference for difference in differences]
            self._fail(msg, self._truncateMessage("Element counts were not equal:\n", "\n".join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        text = "%s != %s" % common_shortened_repr(first, second)
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._fail(msg, text)
        one, other = first, second
        if first and second and first[-1] != "\n" != second[-1]:
            one, other = first + "\n", second + "\n"
        diff = "\n" + "".join(_diff_lines(one.splitlines(True), other.splitlines(True)))
        self._fail(msg, self._truncateMessage(text, diff))

    # Texts

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
        if not matches(expected_regex, text):
            self._fail(msg, "Regex didn't match: %r not found in %r" % (pattern_text(expected_regex), text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            import re
            unexpected_regex = re.compile(unexpected_regex)
        found = unexpected_regex.search(text)
        if found:
            self._fail(msg, "Regex matched: %r matches %r in %r" % (
                text[found.start():found.end()], unexpected_regex.pattern, text))

    # Exceptions, warnings, logs

    def assertRaises(self, expected_exception, *args, **kwargs):
        """assertRaises(type, call, ...), or a context manager whose .exception is what was raised."""
        return _AssertRaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        return _AssertNotWarnsContext(expected_warning, self).handle("_assertNotWarns", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, True)
