"""Writes a program of random calls of str, bytes and bytearray, of formats and of floats, which prints what each gives.

    python3.13 text_calls.py SEED COUNT
"""

import random
import sys

R = random.Random(int(sys.argv[1]))
PIECES = ["a", "b", "c", "A", "Z", " ", "  ", "\t", "\n", "\r\n", "é", "ß", "Σ", "σ", "İ", "ı", "ǆ", "ﬁ", "漢", "😀", "1", "٣", "²", "½", "_", "-", ".", ",",
          "\x1c", "\x85", "\xa0", "\u2028", "\u0301", "\u0345", "\u00ad", "\ud800", "\x00", "\x7f", "'", '"', "\\", "{", "}", "%", "ΐ", "ᾳ", "Ꮳ", "ꭰ", "ა", "Ა"]
METHODS = """capitalize casefold center count endswith expandtabs find index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric
    isprintable isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip
    split splitlines startswith strip swapcase title translate upper zfill repr ascii slice multiply add compare contains iterate encode decode hex""".split()
ENCODINGS = ["utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "UTF_8", "utf-8-sig", "unicode_escape"]
ERRORS = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"]


def one_of(*choices):
    return R.choice(choices)


def text():
    if R.random() < 0.4:
        return repr("".join(R.choice("abcAZ xyz,-_01\t\n") for _ in range(R.randrange(9))))
    return repr("".join(R.choice(PIECES) for _ in range(R.randrange(9))))


def data():
    return repr(bytes(R.choice(b"abcABC \t\n\r,-01\xff\x80") for _ in range(R.randrange(9))))


def number():
    return repr(one_of(0, 1, 2, 3, 5, -1, -2, -3, 10, 20))


def bound():
    return repr(one_of(0, 1, 2, 3, 5, -1, -2, -3, 10, -10, None, 100, True))


def part(of):
    value = eval(of)
    if value and R.random() < 0.7:
        start = R.randrange(len(value))
        return repr(value[start : R.randrange(start, min(len(value), start + 3) + 1)])
    return data() if isinstance(value, bytes) else text()


def arguments(method, value):
    binary = isinstance(eval(value), bytes)
    if method in ("center", "ljust", "rjust"):
        return number() + (one_of("", ", b'*'") if binary else one_of("", ", '*'", ", 'é'", ", 'ab'"))
    if method in ("count", "find", "index", "rfind", "rindex", "startswith", "endswith"):
        what = part(value)
        if method.endswith("with") and R.random() < 0.3:
            what = f"({what}, {part(value)})"
        return what + "".join(", " + bound() for _ in range(R.randrange(3)))
    if method in ("strip", "lstrip", "rstrip"):
        return one_of("", part(value), "None")
    if method in ("partition", "rpartition", "removeprefix", "removesuffix"):
        return part(value)
    if method in ("split", "rsplit"):
        return one_of("", part(value), "None", part(value) + ", 1", "None, 2", "maxsplit=1", "sep=" + part(value), "None, 0")
    simple = {
        "expandtabs": one_of("", "4", "tabsize=3", "0", "-1"),
        "join": f"[{part(value)}, {part(value)}]",
        "replace": f"{part(value)}, {part(value)}" + one_of("", ", 1", ", 0", ", -1"),
        "splitlines": one_of("", "True", "keepends=False"),
        "zfill": number(),
        "translate": f"None, {part(value)}" if binary else 'str.maketrans({"a": "xy", "é": None, 0x6f22: 65})',
    }
    return simple.get(method, "")


def call():
    binary = R.random() < 0.35
    value = data() if binary else text()
    subject = f"bytearray({value})" if binary and R.random() < 0.3 else value
    method = R.choice(METHODS)
    special = {
        "repr": f"repr({subject})",
        "ascii": f"ascii({subject})",
        "slice": f"{value}[{number()}]" if R.random() < 0.3 else f"{value}[{one_of(bound(), '')}:{one_of(bound(), '')}:{one_of('1', '2', '-1', '-2', '3', '')}]",
        "multiply": f"{subject} * {number()}",
        "add": f"{subject} + {part(value)}",
        "compare": f"{value} {one_of('<', '==', '>=', '!=')} {part(value)}",
        "contains": f"{part(value)} in {subject}",
        "iterate": f"list({subject})",
        "hex": f"{data()}.hex({one_of('', repr(':'), 'b' + repr('-') + ', 2', repr(' ') + ', -3')})",
        "encode": f"{text()}.encode({R.choice(ENCODINGS)!r}, {R.choice(ERRORS + ['xmlcharrefreplace'])!r})",
        "decode": f"{one_of(data(), repr(eval(text()).encode('utf-16', 'ignore')))}.decode({R.choice(ENCODINGS)!r}, {R.choice(ERRORS)!r})",
    }
    return special.get(method) or f"{subject}.{method}({arguments(method, value)})"


def value():
    kind = R.random()
    if kind < 0.3:
        return repr(one_of(0, 1, -1, 7, 255, -255, 1234567, -1234567, 10**20, -(10**25), 2**70))
    if kind < 0.4:
        return one_of("True", "False")
    if kind < 0.5:
        return one_of("-0.0", "1e300", "1e-300", "5e-324", "0.5", "2.5", "1e16", "1e22", "0.0001", "0.00001")
    return repr(one_of(R.uniform(-1, 1) * 10 ** R.randrange(-8, 20), round(R.uniform(-1000, 1000), R.randrange(4))))


def formatted():
    if R.random() < 0.6:
        spec = one_of("", "", "*", "é", "0", " ")
        spec += one_of("<", ">", "^", "=") if spec or R.random() < 0.3 else ""
        spec += one_of("", "", "+", " ", "-") + one_of("", "", "", "z") + one_of("", "", "#") + one_of("", "", "0") + one_of("", "", "5", "12", "20")
        spec += one_of("", "", "", ",", "_") + one_of("", "", ".0", ".1", ".3", ".10") + one_of(*"bdeEfFgGnosxX%q", "", "", "", "")
        return f"format({value() if R.random() < 0.85 else text()}, {spec!r})"
    item = "%" + "".join(R.choice("-+ #0") for _ in range(R.randrange(3))) + one_of("", "5", "12", "*") + one_of("", ".0", ".2", ".5", ".*") + R.choice("diouxXeEfFgGrsa")
    values = [number() for _ in range(item.count("*"))] + [value() if R.random() < 0.85 else text()]
    return f"{item!r} % ({', '.join(values)},)"


def number_text():
    digits = "".join(R.choice("0123456789") for _ in range(R.randrange(1, 25)))
    return one_of(f"float({digits + '.' + digits + 'e' + number()!r})", f"repr({value()})", f"round({value()}, {number()})", f"float({digits + 'e-' + digits[:3]!r})", f"int({digits!r})")


print('''def show(number, function):
    try:
        result = function()
        print(number, type(result).__name__, ascii(result))
    except Exception as error:
        print(number, type(error).__name__, ascii(str(error)))

''')
for n in range(int(sys.argv[2])):
    print(f"show({n}, lambda: {R.choice((call, formatted, number_text))()})")
