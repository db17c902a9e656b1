import contextlib, itertools, sys, io
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
print(list(itertools.takewhile(lambda x: x < 100, fib())), next(itertools.islice(fib(), 100, None)))
def avg():
    total = n = 0; out = None
    while True:
        try: x = yield out
        except ZeroDivisionError as e: print("caught", e); out = None; continue
        if x is None: return total
        total += x; n += 1; out = total / n
g = avg(); next(g); print(g.send(10), g.send(20), g.throw(ZeroDivisionError("oops")))
try: g.send(None)
except StopIteration as e: print("ret", e.value)
def outer():
    r = yield from inner(); print("inner gave", r); yield from "xy"
def inner():
    try: yield 1; yield 2
    finally: print("cleanup")
    return "done"
print(list(outer()))
@contextlib.contextmanager
def tag(n, **kw):
    print(f"<{n}{''.join(f' {k}={v!r}' for k, v in kw.items())}>")
    try: yield n.upper()
    except KeyError as e: print("swallow", e)
    finally: print(f"</{n}>")
with tag("a", x=1) as A, tag("b"): print(A); {}["k"]
with contextlib.suppress(ZeroDivisionError), contextlib.redirect_stdout(io.StringIO()) as s: print("hidden"); 1/0
print(repr(s.getvalue()))
with contextlib.ExitStack() as st:
    for i in range(3): st.callback(print, "bye", i)
    st.enter_context(tag("c"))
class CM:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print(t.__name__, v, tb is not None); return True
with CM(): raise RuntimeError("x", 1)
def tree(n): 
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(*tree(3))
print({k: v for k, v in zip("abc", itertools.count(10, 5))}, {x % 3 for x in range(10)}, sum(x*x for x in range(10) if x & 1))
print([(x, y) for x in range(3) for y in "ab" if x], [[i*j for j in range(3)] for i in range(3)])
print(list(itertools.accumulate([3, 1, 4, 1, 5], max)), list(itertools.zip_longest("ab", "x", fillvalue="-")), list(itertools.starmap(pow, [(2, 3), (3, 2)])))
print(*itertools.chain.from_iterable([[1], [2, 3]]), *itertools.combinations("abc", 2), *itertools.product([0, 1], repeat=2))
gen = (i for i in range(3)); print(gen.__next__(), gen.gi_running, list(gen), gen.gi_frame)
