# Exercise: lists and dicts. Write the three functions, then press Run.
def flatten(lists):
    """All items of lists in lists, however deep: [1, [2, [3]]] gives [1, 2, 3]."""


def chunks(items, size):
    """Pieces of a size, the last may be shorter: [1, 2, 3], 2 gives [[1, 2], [3]]."""


def invert(mapping):
    """Values to sorted lists of their keys: {"a": 1, "b": 1} gives {1: ["a", "b"]}."""


# --- the tests ---
tests = [
    (flatten, ([1, [2, [3]], []],), [1, 2, 3]),
    (flatten, (["ab", ["c"]],), ["ab", "c"]),
    (chunks, ([1, 2, 3], 2), [[1, 2], [3]]),
    (chunks, ([], 3), []),
    (invert, ({"b": 1, "a": 1, "c": 2},), {1: ["a", "b"], 2: ["c"]}),
]
right = 0
for function, given, want in tests:
    got = function(*given)
    right += got == want
    print("ok  " if got == want else "    ", f"{function.__name__}{given} is {got!r}" + ("" if got == want else f", should be {want!r}"))
print(f"{right} of {len(tests)} are right")
