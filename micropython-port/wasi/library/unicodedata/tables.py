"""Writes python/_unidata.py: categories, widths, combining classes and decompositions, from the Unicode Character Database 15.1.

    python3.13 tables.py > ../python/_unidata.py

python/unicodedata.py reads the tables, and says how.
"""

import unicodedata

CATEGORIES = "Cn Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co".split()
WIDTHS = "N A F H Na W".split()
TAGS = "<font> <noBreak> <initial> <medial> <final> <isolated> <circle> <super> <sub> <vertical> <wide> <narrow> <small> <square> <fraction> <compat>".split()
PAIRS = 30  # a capital and a small letter in turn
UNKNOWN = ((0xF900, 0xFAFF), (0x2F800, 0x2FA1F))  # compatibility ideographs


def number(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def runs(kind, pairs=False):
    """Runs of the same value: its number in five bits, the length in three, 7 meaning that a number follows."""
    values = [kind(chr(c)) for c in range(0x110000)]
    out = bytearray()
    at = 0
    while at < len(values):
        value, end = values[at], at + 1
        if pairs and value == 1:
            while end < len(values) and values[end] == 1 + (end - at) % 2:
                end += 1
        if end - at >= 4:
            value = PAIRS
        else:
            end = at + 1
            while end < len(values) and values[end] == value:
                end += 1
        size = end - at
        out += bytes((min(size - 1, 7) << 5 | value,))
        if size - 1 >= 7:
            out += number(size - 8)
        at = end
    return bytes(out)


def combining():
    """Runs of characters of one class: the distance from the last, the length, the class."""
    out, last, c = bytearray(), 0, 0
    while c < 0x110000:
        value = unicodedata.combining(chr(c))
        if value:
            end = c
            while unicodedata.combining(chr(end)) == value:
                end += 1
            out += number(c - last) + number(end - c) + bytes((value,))
            last = c = end
        else:
            c += 1
    return bytes(out)


def decompositions():
    """Pages of 128 characters: the index has for each its number, its size and whether it has pairs."""
    pages = {}
    for c in range(0x110000):
        text = unicodedata.decomposition(chr(c))
        if not text or any(low <= c <= high for low, high in UNKNOWN):
            continue
        parts = text.split()
        tag = parts.pop(0) if text[0] == "<" else None
        plain = "".join(chr(int(part, 16)) for part in parts).encode()
        composes = tag is None and len(parts) == 2 and unicodedata.normalize("NFC", chr(c)) == chr(c)
        page, pairs = pages.setdefault(c >> 7, (bytearray(), set()))
        page += bytes((c & 127 | (tag is not None) << 7,))
        page += bytes((len(plain) | composes << 7,)) if tag is None else bytes((len(plain), TAGS.index(tag)))
        page += plain
        if composes:
            pairs.add(c)
    index, data, last = bytearray(), bytearray(), 0
    for number_, (page, pairs) in sorted(pages.items()):
        index += number((number_ - last) << 1 | bool(pairs)) + number(len(page))
        data += page
        last = number_
    return bytes(index), bytes(data)


def literal(name, data, comment):
    print("\n# %s\n%s = (" % (comment, name))
    for at in range(0, len(data), 100):
        print("    %r" % data[at : at + 100])
    print(")")


print("# Made by unicodedata/tables.py from the Unicode Character Database %s. Not to be edited." % unicodedata.unidata_version)
print("\nCATEGORIES = %r\nWIDTHS = %r\nTAGS = %r" % (" ".join(CATEGORIES), " ".join(WIDTHS), " ".join(TAGS)))
literal("categories", runs(lambda c: CATEGORIES.index(unicodedata.category(c)), True), "Runs of categories, from character 0 on")
literal("widths", runs(lambda c: WIDTHS.index(unicodedata.east_asian_width(c))), "Runs of widths")
literal("classes", combining(), "Runs of combining classes")
index, data = decompositions()
literal("pages", index, "Where decompositions are")
literal("mappings", data, "Decompositions")
