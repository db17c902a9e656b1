# Exercise: texts. Write the three functions, then press Run.
def is_palindrome(text):
    """Whether a text is the same backwards; only letters count, and not their case."""


def initials(name):
    """The first letters of all parts of a name: "ada king lovelace" gives "A.K.L."."""


def squeeze(text):
    """Repeated letters once, with their number if it is above 1: "aaabcc" gives "a3bc2"."""


# --- the tests ---
tests = [
    (is_palindrome, "Was it a car or a cat I saw?", True),
    (is_palindrome, "Python", False),
    (initials, "ada king lovelace", "A.K.L."),
    (initials, "grace hopper", "G.H."),
    (squeeze, "aaabcc", "a3bc2"),
    (squeeze, "", ""),
]
right = 0
for function, given, want in tests:
    got = function(given)
    right += got == want
    print("ok  " if got == want else "    ", f"{function.__name__}({given!r}) is {got!r}" + ("" if got == want else f", should be {want!r}"))
print(f"{right} of {len(tests)} are right")
