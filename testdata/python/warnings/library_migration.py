# A library that warns its users, and programs that answer in all ways.
import warnings
from warnings import deprecated


class LibraryWarning(UserWarning):
    pass


@deprecated("use new_sum")
def old_sum(a, b):
    return a + b


def convert(x, *, strict=None):
    if strict is not None:
        warnings.warn("strict is ignored", LibraryWarning, stacklevel=2)
    if x < 0:
        warnings.warn(f"negative: {x}", RuntimeWarning)
    return abs(x)


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    old_sum(1, 2)
    convert(-3, strict=True)
    convert(-4)
for w in seen:
    print(w.category.__name__, w.message, w.lineno > 0)
with warnings.catch_warnings():
    warnings.simplefilter("error", LibraryWarning)
    warnings.filterwarnings("ignore", "negative", RuntimeWarning)
    try:
        convert(1, strict=False)
    except LibraryWarning as e:
        print("raised:", e)
    print(convert(-9))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("default")
    for _ in range(3):
        warnings.warn("the same place")
    warnings.resetwarnings()
    warnings.simplefilter("once")
    for i in range(3):
        warnings.warn("once only" if i < 2 else "another")
print([str(w.message) for w in seen])
print(old_sum.__deprecated__, issubclass(DeprecationWarning, Warning), warnings.formatwarning("m", UserWarning, "f.py", 3, "x = 1"), end="")
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")

    @deprecated("gone soon", category=FutureWarning)
    class Old:
        pass

    Old()
    warnings.warn(LibraryWarning("an instance"))
    warnings.warn_explicit("explicit", UserWarning, "mod.py", 12)
print([(w.category.__name__, str(w.message)) for w in seen], seen[-1].filename, seen[-1].lineno)
try:
    warnings.warn("x", int)
except TypeError as e:
    print("TypeError:", e)
