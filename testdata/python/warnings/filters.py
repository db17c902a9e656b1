# Filters of warnings: actions, patterns, registries, records, what is shown.
import sys
import warnings


def old():
    warnings.warn("old() is old", DeprecationWarning, stacklevel=2)


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    old()
    warnings.warn("again")
    print([(w.category.__name__, str(w.message), w.lineno) for w in seen])

with warnings.catch_warnings():
    warnings.simplefilter("error", category=UserWarning)
    try:
        warnings.warn("stop")
    except UserWarning as error:
        print("raised", error)

for action in ("default", "once", "module", "ignore"):
    with warnings.catch_warnings(record=True) as seen:
        warnings.resetwarnings()
        warnings.filterwarnings(action, "spam.*", UserWarning)
        registry = {}
        for lineno in (1, 1, 2):
            warnings.warn_explicit("spam and eggs", UserWarning, "f.py", lineno, registry=registry)
        print(action, len(seen))

print(warnings.formatwarning("text", RuntimeWarning, "f.py", 3, "x = 1"), end="")
for wrong in [dict(action="sometimes"), dict(action="error", category=int), dict(action="error", lineno=-1)]:
    try:
        warnings.simplefilter(**wrong)
    except (ValueError, TypeError, AssertionError) as error:
        print(type(error).__name__, error)


@warnings.deprecated("use new()")
def unused():
    return 5


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(unused(), unused.__deprecated__, seen[0].message)

with warnings.catch_warnings(action="ignore"):
    warnings.warn("nobody hears it")
try:
    warnings.warn("x", category=5)
except TypeError as error:
    print(error)
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print("shown", category.__name__, message)
warnings.warn("by a function")
