# int() of texts, and how it refuses others.
def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__ + ":", e)


class Index:
    def __index__(self):
        return 7


class Int:
    def __int__(self):
        return 8


for text in (
    "int('12')", "int('  12\\n')", "int('-12')", "int('+12')", "int('1_000')", "int('1__0')", "int('_1')", "int('1_')", "int('- 1')", "int('')",
    "int(' ')", "int('12x')", "int('0x1f', 16)", "int('1f', 16)", "int('0x1f', 0)", "int('0b101', 0)", "int('0o17', 0)", "int('0b101', 2)",
    "int('0B101', 0)", "int('010', 0)", "int('00', 0)", "int('010')", "int('0x', 16)", "int('0x_1f', 0)", "int('z', 36)", "int('z', 35)",
    "int('1', 1)", "int('1', 37)", "int('1', -2)", "int('11', base=2)", "int(b'12')", "int(bytearray(b' 7 '))", "int(b'1x')", "int('1.5')",
    "int(1, 10)", "int(1.0, 10)", "int(None)", "int([])", "int({})", "int(1.9)", "int(-1.9)", "int(1e20)", "int(True)", "int(Index())",
    "int(Int())", "int()", "int(base=10)", "int('1', 2, 3)", "int(float('inf'))", "int(float('-inf'))", "int(float('nan'))",
    "int('9' * 40)", "int('-' + '1' * 30, 2)", "int('1' * 30 + '_' + '2' * 30)", "int('\\u0661\\u0662')", "int('a\\u0661')", "int('0' * 100)",
    "int('9' * 5000)", "len(str(10**4299))", "str(10**4300)", "len(hex(10**5000))", "'%d' % 10**3", "int('f' * 5000, 16).bit_length()",
):
    attempt(text)
