# An old function warns; the program chooses what becomes of it.
import warnings


def old(x):
    warnings.warn("old() is deprecated, use new()", DeprecationWarning, stacklevel=2)
    return x


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old(1)
    old(2)
    warnings.warn("plain")
    warnings.warn(RuntimeWarning("instance"))
print(len(caught), [(w.category.__name__, str(w.message)) for w in caught], caught[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old(3)
    except DeprecationWarning as e:
        print("raised:", e)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("ignore")
    warnings.filterwarnings("default", message="show.*", category=UserWarning)
    for text in ("show this", "hide this", "show this"):
        warnings.warn(text)
print([str(w.message) for w in caught])
print(warnings.formatwarning("msg", UserWarning, "f.py", 3, "x = 1"), end="")


@warnings.deprecated("use g")
def f(): return 5


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(f(), caught[0].message, f.__deprecated__)


class MyWarning(UserWarning): pass


for bad in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("sometimes"), lambda: warnings.filterwarnings("error", category="x")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__)
