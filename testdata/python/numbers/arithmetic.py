# Division, powers, shifts and comparisons at the edges.
def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__ + ":", e)


big = 10**400
for text in (
    "1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1.0, 0)", "0 ** -1", "0.0 ** -1", "big // 0",
    "big % 0", "big / 0", "big / 1", "float(big)", "1.0 + big", "big * 1.0", "big / 10**399", "10**30 / 10**7", "(2**53 + 1) / 1",
    "(2**54 + 2) / 2", "10**23 / 1", "1 / 10**23", "-7 // 2", "-7 % 2", "7 // -2", "7 % -2", "-7.5 // 2", "-7.5 % 2", "7.5 % -2",
    "divmod(-7, 2)", "divmod(7, -2)", "divmod(-7.5, 2)", "divmod(-10**20, 7)", "1 << -1", "1 >> -1", "0 << (1 << 70)", "1 >> (1 << 70)",
    "-1 >> (1 << 70)", "big >> 1300", "-5 >> 1", "2 ** 100", "2 ** -2", "(-2) ** -1", "(-2) ** 3", "2 ** 0.5", "(-1) ** 2**70", "0 ** 2**70",
    "pow(2, -1, 4)", "pow(3, -1, 7)", "pow(38, -1, 97)", "pow(2, 3, 0)", "pow(2.0, 3, 4)", "pow(2, 10, 1000)", "pow(2, 10, -1000)",
    "pow(-2, 3, 5)", "pow(5, 0, 1)", "pow(7, 10**20, 13)", "pow(23, -5, 10**30 + 57)", "2.0 ** 1024", "1e200 ** 2", "2.0 ** -2000",
    "float('inf') ** 0", "1 ** float('nan')", "0.0 ** float('-inf')", "2**53 == 2.0**53", "2**53 + 1 == 2.0**53", "2**53 + 1 > 2.0**53",
    "10**22 == 1e22", "10**23 == 1e23", "10**23 < 1e23", "1e23 > 10**23", "big > 1e308", "big < float('inf')", "-big > float('-inf')",
    "big == float('nan')", "big > float('nan')", "2**70 + 1 <= 2.0**70", "2.0**70 >= 2**70", "1 < 1.5 < 2", "True + True", "-True", "~5",
    "True / 2", "5 & True", "1e400", "-1e400", "10**-2", "abs(-big) == big", "round(2.5)", "round(3.5)", "round(-0.5)", "round(2.675, 2)",
):
    attempt(text)

# What numbers are as other numbers, by their own methods
for n in (True, False, 5, -(10**30), 2.5):
    print(n.__float__(), n.__int__(), type(n).__float__(n), n.__bool__(), n.__pos__(), n.__neg__(), n.__abs__())
print(True.__index__(), bool.__invert__(True), int.__float__(False), True.__complex__() if hasattr(True, "__complex__") else "-")
