# Format specs of strings.
for spec in ["", "10", "<10", ">10", "^10", "^9", "*^9", "é>6", ".2", "10.2", "s", "<5s", "05", "日<4", "{<4", ".0", "1"]:
    print(spec, "[" + format("abc", spec) + "]", "[" + format("é日本", spec) + "]")
for spec in ["d", "=10", "+", "#", ",", "z", "5.", "q", "10ss", " "]:
    try:
        print(format("abc", spec))
    except ValueError as e:
        print(repr(spec), e)
print(format(None), format([1, 2]), format(True), format("x"), f"{None!s:>6}|")
for value in (None, [1], {}, b"x"):
    try:
        print(format(value, ">5"))
    except TypeError as e:
        print(e)
