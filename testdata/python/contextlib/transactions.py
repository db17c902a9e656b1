# A transaction as a context manager: commit, roll back, nested use, reuse as a decorator.
from contextlib import contextmanager, ContextDecorator, closing, nullcontext, suppress


class Table:
    def __init__(self):
        self.rows = {"a": 1}

    @contextmanager
    def transaction(self, name):
        saved = dict(self.rows)
        try:
            yield self.rows
        except KeyError as e:
            self.rows = saved
            print(name, "rolled back:", e)
        else:
            print(name, "committed")
        finally:
            print(name, "ends")


t = Table()
with t.transaction("one") as rows:
    rows["b"] = 2
with t.transaction("two") as rows:
    rows["c"] = 3
    del rows["zzz"]
print(t.rows)
try:
    with t.transaction("three"):
        raise ValueError("not handled")
except ValueError as e:
    print("out:", e)


class trace(ContextDecorator):
    def __enter__(self):
        print("> enter")
        return self

    def __exit__(self, *exc):
        print("< exit", exc[0] and exc[0].__name__)
        return exc[0] is ZeroDivisionError


@trace()
def work(n):
    return 10 // n


print(work(5), work(0))


@contextmanager
def once():
    yield 1


cm = once()
with cm as one:
    print(one)
class Res:
    def close(self): print("closed")
with closing(Res()) as r, nullcontext(5) as five, suppress(IndexError):
    print(five)
    [][1]
print("after")
