# Names, numbers, texts, branches and loops.
name = "Ada"
age = 36
height = 1.7
print("Hello", name, age, height, True, None, sep=", ", end="!\n")
print(f"{name!r} is {age + 1} and {height:.2f} m, {age:>5}|{name:<8}|{1234567:,}")
print(7 / 2, 7 // 2, -7 % 3, 2 ** 10, abs(-3), round(2.567, 2), 1 / 3, 0.1 + 0.2)
print(3 < 4 <= 5, not True, 1 if age else 2, 1.5 * 2, 2.5 - 1, 1.5 > age)
print(int("42"), float("2.5"), str(3.0), int(3.9), chr(65), ord("a"), len("text"), type(age), isinstance(age, int))
print(min(3, 1, 2), max([1, 5, 2]), sum(range(10)), any([0, 1]), all([1, 1]), "é" * 3, "b" in "abc", "a" + "b", "a" < "b")
if age > 40 and name:
    print("old")
elif age == 36 or not name:
    print("right")
else:
    print("young")
total = 0
for i in range(1, 20, 2):
    if i == 7:
        continue
    if i > 15:
        break
    total += i
else:
    print("all")
count = 3
while count > 0:
    print(count, end=" ")
    count -= 1
a, b = 1, 2
a, b = b, a
x = y = 0
x -= 1; y *= 2; x /= 3; y //= 4; x **= 2; y %= 3
pass
for row in range(1, 4):
    print(" ".join(str(row * column) for column in range(1, 4)))
n = 1
for i in range(1, 26):
    n *= i
print(n, 2 ** 100)
import sys
print(sys.version)
while True:
    total += 1
    if total > 200000:
        break
total
