# Examples in docstrings and in text run, wrong ones counted, options used.
import doctest


def area(w, h=2):
    """Area of a box.

    >>> area(2, 3)
    6
    >>> area(-1)
    Traceback (most recent call last):
        ...
    ValueError: negative: -1
    >>> [area(i) for i in range(3)]
    [0, 2, 4]
    >>> print("a", "", "b", sep="\\n")
    a
    <BLANKLINE>
    b
    """
    if w < 0:
        raise ValueError(f"negative: {w}")
    return w * h


def wrong():
    """
    >>> 1 + 1
    3
    >>> 2 + 2
    4
    >>> {1: 2}   # doctest: +NORMALIZE_WHITESPACE
    {1:   2}
    >>> list(range(100))  # doctest: +ELLIPSIS
    [0, 1, ..., 99]
    >>> 1 / 0  # doctest: +SKIP
    """


out = []
for f in (area, wrong):
    tests = doctest.DocTestFinder().find(f, globs=globals())
    for t in tests:
        r = doctest.DocTestRunner(verbose=False).run(t, out=out.append)
        print(t.name, len(t.examples), r.failed, r.attempted)
text = "".join(out)
print([l.strip() for l in text.splitlines() if l.strip() in ("1 + 1", "Expected:", "3", "Got:", "2")])
p = doctest.DocTestParser()
examples = p.get_examples("Text.\n\n>>> x = 5\n>>> x + 1\n6\n>>> for i in 'ab':\n...     print(i)\na\nb\n")
print([(e.source, e.want, e.lineno) for e in examples])
t = p.get_doctest(">>> y * 2\n10\n", {"y": 5}, "given", "file", 0)
print(doctest.DocTestRunner().run(t), doctest.OutputChecker().check_output("1 2\n", "1  2\n", doctest.NORMALIZE_WHITESPACE))
