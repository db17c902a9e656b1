# What is computed on the way is dropped, and must not fill the memory.
print(sum(range(3_000_000)))
print(sum(x * 0.5 for x in range(300_000)), sum([0.1] * 10))
print(max(range(10**9, 10**9 + 300_000)), min(map(lambda x: x + 10**10, range(100_000))))
a, *rest = map(lambda x: x + 10**10, range(50_000))
print(a, len(rest), any(x < 0 for x in range(10**9, 10**9 + 300_000)))
