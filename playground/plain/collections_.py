# Lists, tuples, dicts and sets.
numbers = [3, 1, 4, 1, 5, 9, 2, 6]
numbers.append(5)
numbers.insert(0, 7)
numbers.extend([8, 8])
numbers.remove(1)
numbers += [0]
print(numbers, numbers.pop(), numbers.pop(0), numbers.index(4), numbers.count(8), len(numbers), 9 in numbers, 10 not in numbers)
numbers.sort()
numbers.sort(key=lambda n: -n)
numbers.reverse()
print(numbers, sorted(numbers, reverse=True), numbers[1:3], numbers[::-1], numbers * 2, [1] + [2], numbers == numbers[:], max(numbers), sum(numbers) / len(numbers))
numbers[0] = 10
numbers[1:3] = [20, 30]
del numbers[-1], numbers[0:1]
print([n * n for n in numbers if n % 2 == 0], [[0] * 3 for _ in range(2)], list(map(str, numbers)), list(filter(None, [0, 1])), list(zip("ab", [1, 2])), [*numbers, 1])
copy = numbers.copy()
copy.clear()
matrix = [[1, 2], [3, 4]]
for row in matrix:
    for cell in row:
        print(cell, end=" ")
print(matrix[1][0], [list(column) for column in zip(*matrix)], [cell for row in matrix for cell in row])
point = (1, 2)
x, y = point
print(point, point[0], x + y, (1,) + point, len(point), hash(point) == hash((1, 2)), point < (1, 3), point.index(2), point.count(1))
ages = {"Ada": 36, "Bob": 41}
ages["Cy"] = 5
ages.update({"Di": 9}, Ed=3)
ages["Ada"] += 1
print(ages, ages["Ada"], ages.get("Zed"), ages.get("Zed", 0), "Bob" in ages, len(ages), list(ages), list(ages.values()), ages.pop("Bob"), ages.setdefault("Fa", []), ages | {"G": 1})
del ages["Cy"]
for key, value in ages.items():
    print(key, value)
for key in ages:
    print(key, end=" ")
for key in sorted(ages.keys()):
    print(key, end=" ")
print({n: n * n for n in range(3)}, {n % 3 for n in range(9)}, dict([("a", 1)]), dict(a=1), {**ages, "k": 1}, {"a": {"b": [1]}}["a"]["b"][0], max(ages, key=lambda k: len(k)), [*ages], ages == dict(ages))
seen = set()
seen.add(1)
seen.update([2, 3])
seen.discard(9)
seen.remove(1)
print(seen, seen | {4}, seen & {2}, seen - {2}, seen ^ {2, 5}, 2 in seen, {2} <= seen, len(seen), frozenset([1]), set(), seen.union([7]), seen.intersection([2]))
print(list(range(5)), list(reversed([1, 2])), range(3), list(enumerate("ab")), sorted({"b": 1, "a": 2}), min("abc"), tuple([1, 2]), [1, 2] < [1, 3], isinstance([], list), type({}))
stack = []
for n in range(100):
    stack.append(n)
while stack:
    stack.pop()
big = [i for i in range(20000)]
table = {str(i): i for i in range(3000)}
table2 = {i: str(i) for i in range(3000)}
big = big + big
numbers
