# Lists, tuples, dicts and sets.
numbers = [3, 1, 4, 1, 5, 9, 2, 6]
numbers.append(5)
numbers.insert(0, 7)
numbers.extend([8, 8])
numbers.remove(1)
numbers += [0]
numbers.sort()
print(numbers, numbers.pop(), numbers.pop(0), len(numbers), 9 in numbers, 10 not in numbers, sorted(numbers), numbers[1:3], numbers[::-1], numbers * 2, [1] + [2])
print(max(numbers), sum(numbers) / len(numbers), [n * n for n in numbers if n % 2 == 0], [[0] * 3 for _ in range(2)], list(map(str, numbers)), list(zip("ab", [1, 2])))
numbers[0] = 10
del numbers[-1]
matrix = [[1, 2], [3, 4]]
for row in matrix:
    for cell in row:
        print(cell, end=" ")
point = (1, 2)
x, y = point
print(point, point[0], x + y, matrix[1][0], numbers == [1], list(range(5)), point == (1, 2))
ages = {"Ada": 36, "Bob": 41}
ages["Cy"] = 5
ages["Ada"] += 1
print(ages, ages["Ada"], ages.get("Zed"), ages.get("Zed", 0), "Bob" in ages, len(ages), list(ages), list(ages.values()), {n: n * n for n in range(3)})
del ages["Cy"]
for key, value in ages.items():
    print(key, value)
for key in ages:
    print(key, end=" ")
for key in sorted(ages.keys()):
    print(key, ages[key])
seen = set()
seen.add(1)
print(seen, seen | {4}, 2 in seen, {2, 3} - {2}, len(seen), set([1, 1]))
big = [i for i in range(20000)]
table = {str(i): i for i in range(3000)}
numbers
