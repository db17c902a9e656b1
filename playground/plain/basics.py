# Names, numbers, texts, branches and loops.
name = "Ada"
age = 36
height = 1.7
print("Hello", name, age, height, True, None, sep=", ", end="!\n")
print(f"{name!r} is {age + 1} and {height:.2f} m, {age:>5}|{name:<8}|{name:^9}|{age:05d}|{age:x}|{1234567:,}|{0.25:.0%}|{height=}")
print("%s is %d years, %.1f" % (name, age, height), "{} and {}".format(1, name), "{0:>4} {key}".format(7, key="k"))
print(7 / 2, 7 // 2, -7 % 3, 2 ** 10, 2 ** 0.5, 10 ** 20, divmod(17, 5), abs(-3), round(2.567, 2), 1e10, 1 / 3, 0.1 + 0.2)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 4, 256 >> 2, 3 < 4 <= 5, not True, 1 if age else 2, 12345678901234567890 * 98765432109876543210 // 7)
print(int("42"), float("2.5"), str(3.0), bool(""), int(3.9), chr(65), ord("a"), hex(255), bin(5), len("text"), type(age).__name__, isinstance(age, int))
print(min(3, 1, 2), max([1, 5, 2]), sum(range(10)), pow(2, 5), any([0, 1]), all([1, 1]), repr("it's"), "é" * 3, "日本"[::-1], "a" < "b", "b" in "abc")
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
print(total)
a, b = 1, 2
a, b = b, a
first, *middle, last = [1, 2, 3, 4]
print(a, b, first, middle, last)
del last
x = y = 0
x -= 1; y *= 2; x /= 3; y //= 4; x **= 2; y |= 7; y &= 5; y ^= 1; y <<= 2; y >>= 1; y %= 3
pass
assert y is not None, "never"
for row in range(1, 4):
    print(" ".join(str(row * column).rjust(3) for column in range(1, 4)))
if (n := len(name)) > 2:
    print(n)
match n:
    case 1 | 2:
        print("few")
    case int() if n > 2:
        print("many")
    case _:
        print("?")
total
