"""Writes a program of random calls of one kind, which prints what each gives.

    python3.13 library_calls.py KIND SEED COUNT

KIND is the name of one of the functions in KINDS. Everything that a call needs stands in it, so that one that differs can be run alone.
"""

import random
import sys
from datetime import timedelta

R = random.Random(f"{sys.argv[1]} {sys.argv[2]}")
WORDS = ["a", "bb", "ccc", "x y", "", "é", "1", "-", "long-word", "end.", '"', ",", "\n", "漢字", "\t"]


def one_of(*choices):
    return R.choice(choices)


def words(count):
    return "".join(R.choice(WORDS) + one_of("", "", " ") for _ in range(R.randrange(count)))


def whole():
    return one_of(0, 1, -1, 2, 3, -7, 10, 255, R.randrange(-1000, 1000), R.getrandbits(31), -R.getrandbits(64), 2 ** R.randrange(200), R.getrandbits(R.randrange(1, 400)), -(3 ** R.randrange(150)))


def small():
    return R.randrange(-6, 12)


def ints():
    a, b, c = whole(), whole(), whole()
    return one_of(f"{a} {one_of('+', '-', '*', '//', '%', '&', '|', '^', '/', '<', '==', '>=')} ({b})", f"divmod({a}, {b})", f"pow({a}, {small()})", f"pow({a}, {small()}, {c})", f"({a}) << {small()}", f"({a}) >> {small()}",
                  f"~({a})", f"({a}).bit_length(), ({a}).bit_count()", f"str({a}), hex({a}), oct({b}), bin({c})", f"int({str(a)!r}) == {a}, int({hex(b)!r}, 16), int({oct(c)!r}, 0)", f"({a}).to_bytes({one_of(1, 4, 8, 60)}, {one_of('little', 'big')!r}, signed={one_of(True, False)})",
                  f"int.from_bytes({R.randbytes(R.randrange(12))!r}, {one_of('little', 'big')!r}, signed={one_of(True, False)})", f"math.isqrt({a})", f"math.gcd({a}, {b}), math.lcm({a}, {c})", f"float({a})", f"round({a}, {small()})", f"({a}) / ({b})",
                  f"math.comb({small()}, {small()}), math.perm({abs(small())})", f"int({one_of('12_3', ' 7 ', '0x1f', '1__0', 'z', '-0', '+5', '٣', '')!r}, {one_of(10, 0, 36, 16, 2)})", f"hash({a}) == hash(float({b})) or {a} == float({b})")


def real():
    return one_of("0.0", "-0.0", "1.0", "float('inf')", "float('-inf')", "float('nan')", "1e308", "5e-324", "0.1", "2.5", "-3.5", repr(R.uniform(-10, 10)), repr(R.uniform(-1, 1) * 10.0 ** R.randrange(-300, 300)), repr(float(R.getrandbits(60))), repr(R.randrange(-50, 50) / 4))


def floats():
    a, b = real(), real()
    return one_of(f"{a} {one_of('+', '-', '*', '/', '//', '%', '<', '==', '<=')} {b}", f"divmod({a}, {b})", f"round({a}, {small()})", f"round({a})", f"int({a})", f"{a}.hex() if {a} == {a} else 0", f"({a}).as_integer_ratio()", f"float.fromhex(({a}).hex())", f"repr({a}), str(-({a}))",
                  f"math.fmod({a}, {b})", f"math.modf({a})", f"math.frexp({a})", f"math.ldexp({a}, {small()})", f"math.floor({a}), math.ceil({a})", f"math.copysign({a}, {b})", f"math.sqrt({a})", f"math.nextafter({a}, {b})", f"math.fsum([{a}, {b}, {a}])", f"sum([{a}, {b}, {real()}])",
                  f"math.isclose({a}, {b}), math.isfinite({a})", f"({a}).is_integer()", f"{a} ** {small()}", f"max({a}, {b}), min({a}, {b})", f"math.remainder({a}, {b})", f"complex({a}, {b}) * complex({b}, 1)", f"abs({a}), -({b}), bool({a})", f"{a} == {whole()}, {b} < {whole()}", f"Fraction({a})", f"Fraction({a}).limit_denominator(50)")


def bound():
    return one_of("", "", str(small()), "None", str(R.randrange(-30, 30)), "True", "10**20")


def slices():
    kind = one_of("list(range(10))", "'abcdefghij'", "tuple(range(7))", "range(3, 20, 2)", "bytearray(b'0123456789')", "b'abcde'", "range(10, -10, -3)", "'aéx漢y😀z'", "array.array('h', range(9))", "list(memoryview(b'abcdefgh'))")
    cut = f"[{bound()}:{bound()}" + one_of("]", f":{one_of('', '1', '2', '-1', '-2', '3', '0', 'None')}]")
    if kind.startswith(("list(range", "bytearray")) and R.random() < 0.6:
        new = f"list(range({R.randrange(6)}))"
        return f"changed({kind}, lambda x: x.__setitem__({sliced()}, {new}))" if R.random() < 0.6 else f"changed({kind}, lambda x: x.__delitem__({sliced()}))"
    return one_of(f"{kind}{cut}", f"slice({one_of('None', str(small()))}, {one_of('None', str(small()))}, {one_of('None', '1', '-1', '2', '0')}).indices({R.randrange(12)})", f"({kind}{cut}).index({one_of('3', repr('c'), '98')})", f"len({kind}{cut}), {kind}[{small()}]")


def sliced():
    return f"slice({one_of('None', str(small()))}, {one_of('None', str(small()))}, {one_of('None', 'None', '1', '-1', '2', '-3')})"


def key():
    return one_of("1", "'a'", "2.0", "(1, 2)", "True", "'b'", "None", "7", "'c'", "-1", "0")


def dicts():
    steps = "; ".join(one_of(f"d[{key()}] = {small()}", f"d[{key()}] = {small()}", f"del d[{key()}]", f"r.append(d.pop({key()}, 'no'))", f"r.append(d.setdefault({key()}, {small()}))", f"d |= {{{key()}: {small()}}}", "r.append(d.popitem())", f"d.update([({key()}, {small()})])", f"r.append({key()} in d)",
                             f"r.append(list(d.items()))", f"r.append(d.get({key()}))", f"r.append(list(reversed(d)))", f"d = {{**d, {key()}: {small()}}}", f"d = d | {{{key()}: {small()}}}", "d = d.copy()", f"r.append(d == {{{key()}: {small()}}})", f"r.append(sorted(map(str, d.keys() & {{{key()}, {key()}}})))", f"r.append(len(d.keys() | {{{key()}}}))", f"r.append(d.items() >= {{({key()}, 1)}})") for _ in range(R.randrange(1, 9)))
    return f"run({steps!r})"


def pattern(depth=3):
    if depth == 0:
        return one_of("a", "b", "c", ".", "[ab]", "[^a]", r"\d", r"\w", "é", r"\b", "^", "$", "x", " ")
    p = pattern(depth - 1)
    return one_of(p, p + pattern(depth - 1), f"(?:{p})" + one_of("*", "+", "?", "{1,2}", "{2}", "*?", "+?", "??"), f"({p})", f"({p}|{pattern(depth - 1)})", f"(?P<n{R.randrange(10 ** 6)}>{p})", f"(?={p})", f"(?!{p})", f"(?i:{p})", p + one_of("*", "+", "?"), f"[{one_of('a-c', '^b', '1-9x', 'é-ü')}]" + p, f"(?<={one_of('a', 'b', '[ab]c')})" + p)


def regexps():
    p, text = repr(pattern(R.randrange(1, 4))), repr("".join(R.choice("aabbc1 xéA") for _ in range(R.randrange(10))))
    flags = one_of("0", "0", "re.I", "re.M", "re.S", "re.A")
    return one_of(f"[(m.span(), m.groups()) for m in re.finditer({p}, {text}, {flags})]", f"re.findall({p}, {text}, {flags})", f"found(re.{one_of('match', 'search', 'fullmatch')}({p}, {text}, {flags}))", f"re.sub({p}, {one_of(repr('<>'), repr(chr(92) + 'g<0>!'), 'lambda m: m[0].upper()')}, {text})",
                  f"re.split({p}, {text}{one_of('', ', maxsplit=2')})", f"re.compile({p}).groups, dict(re.compile({p}).groupindex)")


def moment():
    return one_of(f"datetime({R.randrange(1, 9999)}, {R.randrange(1, 13)}, {R.randrange(1, 29)}, {R.randrange(24)}, {R.randrange(60)}, {R.randrange(60)}, {one_of(0, R.randrange(10 ** 6))}{one_of('', '', ', timezone.utc', ', timezone(timedelta(hours=-5, minutes=30))')})", f"date({R.randrange(1, 9999)}, {R.randrange(1, 13)}, {R.randrange(1, 32)})",
                  f"datetime(2024, 2, 29, {R.randrange(24)}, 30)")


def span():
    return one_of(f"timedelta({R.randrange(-4000, 4000)})", f"timedelta(seconds={R.randrange(-10 ** 6, 10 ** 6)})", f"timedelta(microseconds={R.randrange(-10 ** 12, 10 ** 12)})", f"timedelta(hours={R.randrange(-99, 99)}, milliseconds={R.randrange(999)})", f"timedelta(days={R.uniform(-5, 5)!r})")


# strftime is asked for years of four digits: how others are padded, CPython leaves to the C library it was built with.
def datetimes():
    a, b, d, e = moment(), moment(), span(), span()
    iso = str(timedelta(seconds=R.randrange(86400)))
    return one_of(f"{a} {one_of('+', '-')} {d}", f"{a} - {b}", f"{a} {one_of('<', '==', '>=')} {b}", f"({a}).isoformat(), str({a}), repr({a})", f"({a}).isocalendar(), ({a}).weekday(), ({a}).toordinal()", f"({a}).replace(year={R.randrange(1000, 9999)}).strftime({R.choice(['%Y-%m-%d', '%a %d %b %y', '%H:%M:%S.%f %z', '%j %U %W %u', '%I %p %%', '%G-W%V', '%c', '%x %X'])!r})",
                  f"({a}).replace({one_of('year', 'month', 'day')}={R.randrange(0, 40)})", f"({a}).timetuple()[:9]", f"{d} {one_of('+', '-', '<', '==', '//', '/', '%')} {e}", f"{d} {one_of('*', '/', '//')} {one_of('3', '-2', '0.5', '1.1', '0')}", f"str({d}), repr({d}), ({d}).total_seconds()", f"abs({d}), -{e}, bool({d})", f"divmod({d}, {e})",
                  f"datetime.fromisoformat(({a}).isoformat())", f"date.fromisoformat({f'2024-{R.randrange(0, 14):02}-{R.randrange(0, 33):02}'!r})", f"time.fromisoformat({iso.zfill(8)!r})", f"datetime.strptime({f'{R.randrange(1, 35)}/{R.randrange(1, 14)}/{R.randrange(1, 3000)} {iso}'!r}, '%d/%m/%Y %H:%M:%S')", f"datetime.fromtimestamp({R.randrange(-10 ** 9, 10 ** 10)}, timezone.utc)",
                  f"date.fromisocalendar({R.randrange(1900, 2100)}, {R.randrange(0, 55)}, {R.randrange(1, 9)})", f"({a}).astimezone(timezone(timedelta(hours={R.randrange(-12, 13)})))", f"({a}).timestamp()", f"date.fromordinal({R.randrange(-5, 4 * 10 ** 6)})")


def amount():
    digits = "".join(R.choice("0123456789") for _ in range(R.randrange(1, one_of(4, 10, 35))))
    return "Decimal(" + repr(one_of("", "-") + one_of(digits, digits + "." + digits[::-1], "0." + digits, digits + f"E{R.randrange(-20, 20)}", digits + "." + digits + f"e-{R.randrange(9)}", "0", "0.00", "Infinity", "NaN", "1E+3")) + ")"


def decimals():
    a, b = amount(), amount()
    places = one_of("1", ".1", ".01", "1E+2", "1e-6")
    return one_of(f"{a} {one_of('+', '-', '*', '/', '//', '%', '<', '==', '>')} {b}", f"{a} {one_of('+', '*', '-')} {small()}", f"({a}).quantize(Decimal({places!r}), rounding={one_of('ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_UP', 'ROUND_05UP')!r})", f"({a}).normalize(), +({b})", f"str({a}), repr({b}), ({a}).to_eng_string()", f"({a}).sqrt()",
                  f"format({a}, {one_of('.2f', ',.3f', 'e', 'g', '+.1%', '>20', '012.4f', '.0f', 'n', '.3g', '*^15')!r})", f"round({a}, {small()})", f"round({a})", f"int({a}), float({b})", f"({a}).as_tuple()", f"({a}).as_integer_ratio()", f"({a}) ** {one_of(2, 3, -1, 0)}", f"divmod({a}, {b})", f"({a}).compare({b}), ({a}).max({b})", f"({a}).adjusted(), ({a}).copy_negate()", f"({a}).to_integral_value()",
                  f"sum([{a}, {b}, {amount()}])", f"({a}).fma({b}, 1)", f"({a}).remainder_near({b})", f"({a}).scaleb({small()}), ({a}).logb()", f"({a}).is_nan() or hash({a}) == hash(Decimal(str({a})))", f"abs({a}), -{b}, bool({a})")


def tree(depth=3):
    if depth == 0 or R.random() < 0.3:
        return one_of(None, True, False, small(), R.uniform(-1e5, 1e5), 1e300, words(4), "\u2028\x7f\x00😀", whole(), 0.1, -0.0)
    if R.random() < 0.5:
        return [tree(depth - 1) for _ in range(R.randrange(4))]
    return {one_of(words(3), "k", 5, True, None, 1.5, "é"): tree(depth - 1) for _ in range(R.randrange(4))}


def jsons():
    t = tree()
    if R.random() < 0.5:
        options = one_of("", "", ", indent=2", ", indent=''", ", separators=(',', ':')", ", ensure_ascii=False", ", sort_keys=True", ", indent=1, sort_keys=True", ", skipkeys=True")
        return f"json.dumps({t!r}{options})"
    import json
    text = list(json.dumps(t, indent=one_of(None, 1), ensure_ascii=one_of(True, False)))
    for _ in range(R.randrange(3)):
        i = R.randrange(len(text) + 1)
        text[i:i + R.randrange(2)] = one_of("", ",", "}", "]", '"', "\\", "1", "e5", " ", "\n", "nul", "[", "-", "\\u12", "0", "/")
    return f"json.loads({''.join(text)!r})"


def csvs():
    options = one_of("", "", ", delimiter=';'", ", quoting=csv.QUOTE_ALL", ", quoting=csv.QUOTE_NONNUMERIC", ", quotechar=\"'\"", ", escapechar='\\\\', quoting=csv.QUOTE_NONE", ", doublequote=False, escapechar='!'", ", quoting=csv.QUOTE_NOTNULL", ", quoting=csv.QUOTE_STRINGS", ", skipinitialspace=True")
    if R.random() < 0.5:
        row = [one_of(words(4), small(), None, 1.5, "", "a;b", "it's", " lead") for _ in range(R.randrange(5))]
        return f"written([{row!r}, {row[::-1]!r}]{options})"
    text = "".join(R.choice(['a', 'b', ',', '"', '""', '\n', ';', "'", ' ', '\\', '1', '2.5', 'é', '\r\n', '!']) for _ in range(R.randrange(16)))
    return f"list(csv.reader(io.StringIO({text!r}, newline=''){options}{one_of('', '', ', strict=True')}))"


def texts():
    text = repr(words(25).replace("\t", one_of("\t", " ")))
    options = "".join(one_of("", "", f", {o}") for o in ("initial_indent='* '", "subsequent_indent='   '", "break_long_words=False", "break_on_hyphens=False", "drop_whitespace=False", "expand_tabs=False", "replace_whitespace=False", "tabsize=3", "fix_sentence_endings=True", "max_lines=2", "placeholder='..'"))
    return one_of(f"textwrap.wrap({text}, {one_of(-1, 0, R.randrange(5, 25))}{options})", f"textwrap.fill({text}, {R.randrange(5, 30)}{options})", f"textwrap.shorten({text}, {R.randrange(1, 40)})", f"textwrap.dedent({words(12).replace(',', chr(10) + '  ')!r})", f"textwrap.indent({text}, {one_of('> ', '', '  ')!r})")


KINDS = {f.__name__: f for f in (ints, floats, slices, dicts, regexps, datetimes, decimals, jsons, csvs, texts)}
print('''import array, csv, io, json, math, re, textwrap
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction


def show(number, function):
    try:
        result = function()
        print(number, type(result).__name__, ascii(result))
    except Exception as error:
        print(number, type(error).__name__, ascii(str(error)))


def changed(value, change):
    change(value)
    return value


def run(steps):
    names = {"d": {}, "r": []}
    try:
        exec(steps, names)
    except KeyError as error:
        names["r"].append(error.args)
    return names["d"], names["r"]


def found(match):
    return match and (match.span(), match.groups(), match.groupdict(), match.lastindex)


def written(rows, **options):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()

''')
for n in range(int(sys.argv[3])):
    print(f"show({n}, lambda: ({KINDS[sys.argv[1]]()}))")
