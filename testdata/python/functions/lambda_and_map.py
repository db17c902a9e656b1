# lambda, map, filter, sorted with keys, any, all, zip and friends in one-liners.
nums = [5, -3, 8, 0, -1, 7]
print(list(map(lambda x: x * x, nums)), list(filter(lambda x: x > 0, nums)), sorted(nums, key=abs), sorted(nums, key=lambda x: (x < 0, x)), max(nums, key=lambda x: -x), min(nums, key=abs))
print((lambda: "no args")(), (lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1, 3, 5, d=6, f=7), (lambda *a: len(a))(*"abc"), (lambda x: (lambda y: x + y))(3)(4))
print(any(x > 7 for x in nums), all(map(bool, nums)), sum(map(len, ["a", "bb"])), list(zip(nums, nums[1:], strict=False))[:2], list(map(max, nums, reversed(nums))), dict(zip("abc", nums)), list(map(str.strip, [" a", "b "])))
compose = lambda *fs: lambda x: [x := f(x) for f in fs][-1]
print(compose(str, len, lambda n: n + 1)(12345), [f(3) for f in (lambda x: x + 1, lambda x: x * 2, float, str)])
table = {"add": lambda a, b: a + b, "neg": lambda a: -a, "const": lambda: 42}
print(table["add"](1, 2), table["neg"](5), table["const"]())
for call in ("table['add'](1)", "table['neg'](1, 2)", "table['nope']()", "(lambda x: y)(1)", "map(3, [1]).__next__()", "list(map(lambda: 0, [1]))", "sorted([1], key=3)", "filter(None)"):
    try:
        print(eval(call))
    except (TypeError, KeyError, NameError) as e:
        print(type(e).__name__, e)
f = lambda x: x
print(f.__name__, f.__qualname__, (lambda: 0).__code__.co_name, callable(f))
m = map(str, [1, 2])
print(next(m), list(m), list(m), list(filter(None, ["", "a", 0, [], [0]])), list(map(lambda kv: f"{kv[0]}{kv[1]}", {"a": 1}.items())))
