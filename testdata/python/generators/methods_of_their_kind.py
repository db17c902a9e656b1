# Methods of coroutines, generators and asynchronous generators are those of their own kind alone.
async def co(): pass
def ge(): yield
async def ag(): yield


c, g, a = co(), ge(), ag()
for kind, names in ((type(c), ('send', 'throw', 'close')), (type(g), ('send', 'throw', 'close', '__next__', '__iter__')), (type(a), ('asend', 'athrow', 'aclose'))):
    for other in (c, g, a, 1):
        if type(other) is kind:
            continue
        for name in names:
            try:
                print(kind.__name__, getattr(kind, name)(other))
            except TypeError as e:
                print(e)
for code in ('c[0]', 'len(c)', 'c[0] = 1', 'g[0]', 'len(g)', 'list(c)', 'for x in c: pass', 'c()', 'c + 1', '-c', 'c < 1', 'a[0]', 'len(a)', '*_, = c', 'c.x', "next(a)"):
    try:
        exec(code)
        print(code)
    except (TypeError, AttributeError) as e:
        print(code, type(e).__name__, e)
print(type(g).send(g, None), type(g).close(g))
c.close()
