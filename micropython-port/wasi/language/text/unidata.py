"""Writes unidata.h: what CPython 3.13 knows of each character, from the Unicode Character Database 15.1.

    python3.13 unidata.py > unidata.h

unicode.c reads the tables, and says how.
"""

import unicodedata

ALPHA, DECIMAL, DIGIT, NUMERIC, LOWER, UPPER, TITLE, PRINTABLE, SPACE, XID_START, XID_CONTINUE, IGNORABLE = (1 << i for i in range(12))
LAST = 0x110000
INDEX_EVERY = 64


def flags(code):
    c = chr(code)
    # A sigma is final behind a cased character, with any between them that case ignores.
    ignorable = ("A" + c + "\u03a3").lower()[-1] == "\u03c2" and (c + "\u03a3").lower()[-1] != "\u03c2"
    tests = (c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.islower(), c.isupper(), unicodedata.category(c) == "Lt",
             c.isprintable(), c.isspace(), c.isidentifier(), ("a" + c).isidentifier(), ignorable)
    return sum(1 << i for i, test in enumerate(tests) if test)


def runs():
    """Runs of characters of a kind: (first, length, kind). Kind -1 is upper and lower case by turns, -2 lower and upper."""
    kinds = [flags(code) for code in range(LAST)]
    lower, upper = flags(ord("a")), flags(ord("A"))
    result, at = [], 0
    while at < LAST:
        end = at
        while end < LAST and kinds[end] == kinds[at]:
            end += 1
        turns = at
        if kinds[at] in (lower, upper):
            while turns < LAST and kinds[turns] == (kinds[at] if (turns - at) % 2 == 0 else lower + upper - kinds[at]):
                turns += 1
        if turns - at > max(2, end - at):
            result.append((at, turns - at, -1 if kinds[at] == upper else -2))
            at = turns
        else:
            result.append((at, end - at, kinds[at]))
            at = end
    return result


def encode_runs():
    """A byte a run: the kind's number in 5 bits (31: in the next byte), the length less one in 3 (7: so many and a varint more)."""
    all_runs = runs()
    frequency = {}
    for _, _, kind in all_runs:
        frequency[kind] = frequency.get(kind, 0) + 1
    kinds = sorted(frequency, key=lambda kind: (-frequency[kind], kind))
    data, index = [], []
    for number, (first, length, kind) in enumerate(all_runs):
        if number % INDEX_EVERY == 0:
            index.append((first, len(data)))
        k, n = kinds.index(kind), length - 1
        data.append(min(k, 31) | min(n, 7) << 5)
        if k >= 31:
            data.append(k)
        if n >= 7:
            n -= 7
            while n >= 128:
                data.append(n & 127 | 128)
                n >>= 7
            data.append(n)
    return kinds, data, index


def ranges(mapping):
    """Ranges of characters that map to one other: (first, count, stride, delta)."""
    result = []
    for code, to in sorted(mapping.items()):
        assert code < 0x20000 and to >> 16 == code >> 16
        if result:
            first, count, stride, delta = result[-1]
            gap = code - (first + (count - 1) * stride)
            if delta == to - code and gap in (1, 2) and (count == 1 or gap == stride):
                result[-1] = (first, count + 1, gap, delta)
                continue
        result.append((code, 1, 1, to - code))
    return result


def split(mapping):
    """What maps to one character and what to several."""
    single = {code: ord(text) for code, text in mapping.items() if len(text) == 1}
    return ranges(single), sorted((code, text) for code, text in mapping.items() if len(text) > 1)


def write_array(kind, name, values, comment):
    print(f"\n// {comment}\nstatic const {kind} {name}[] = {{")
    line = "   "
    for value in values:
        item = f" {value},"
        if len(line) + len(item) > 130:
            print(line)
            line = "   "
        line += item
    print(line + "\n};")


def write_map(name, mapping, comment):
    single, several = split(mapping)
    print(f"\n#define {name.upper()}_IN_PLANE_0 ({sum(first < 0x10000 for first, *_ in single)})")
    write_array("unidata_range_t", f"{name}_ranges",
                (f"{{{first & 0xffff}, {count * 2 + stride - 1}, {delta & 0xffff}}}" for first, count, stride, delta in single), comment)
    write_array("unidata_several_t", f"{name}_several",
                ("{%d, {%s}}" % (code, ", ".join(str(ord(c)) for c in text)) for code, text in several), comment)


def main():
    every = [chr(code) for code in range(LAST)]
    upper = {ord(c): c.upper() for c in every if c.upper() != c}
    lower = {ord(c): c.lower() for c in every if c.lower() != c}
    title = {ord(c): c.title() for c in every if c.title() != c.upper()}
    fold = {ord(c): c.casefold() for c in every if c.casefold() != c.upper().lower()}
    kinds, data, index = encode_runs()

    print(f"// Made by unidata.py from the Unicode Character Database {unicodedata.unidata_version}, as CPython 3.13 has it. Not to be edited.")
    write_array("uint16_t", "kind_flags", (kind if kind >= 0 else 0xffff + 1 + kind for kind in kinds), "Flags of each kind")
    write_array("uint8_t", "kind_runs", data, "Runs of characters of a kind")
    write_array("unidata_place_t", "kind_index", (f"{{{first}, {at}}}" for first, at in index), f"Each {INDEX_EVERY}th run")
    write_map("upper", upper, "Upper case")
    write_map("lower", lower, "Lower case")
    write_map("title", title, "Title case, where it is not upper case")
    write_map("fold", fold, "Case folding, where it is not lower case of upper case")


main()
