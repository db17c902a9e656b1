"""Writes uninames.h: names of the characters that programs name most, from the Unicode Character Database 15.1.

    python3.13 uninames.py > uninames.h

names.c reads the tables, and says how.
"""

import unicodedata

RANGES = [
    (0x20, 0x17F),  # Latin
    (0x300, 0x30F),  # accents
    (0x391, 0x3C9),  # Greek
    (0x410, 0x44F),  # Cyrillic
    (0x2000, 0x206F),  # punctuation, spaces
    (0x2070, 0x209C),  # above and below
    (0x20A0, 0x20C0),  # currencies
    (0x2100, 0x214F),  # like letters
    (0x2150, 0x2169),  # fractions, Roman numerals
    (0x2190, 0x21D5),  # arrows
    (0x2200, 0x228B),  # mathematics
    (0x2500, 0x2518),  # boxes
    (0x2580, 0x25CF),  # blocks, shapes
    (0x2600, 0x2606),
    (0x2610, 0x2612),
    (0x2639, 0x263B),
    (0x2660, 0x2667),
    (0x2713, 0x2718),
    (0x2764, 0x2764),
    (0x3041, 0x3042),
    (0x1F40D, 0x1F40D),
    (0x1F4A9, 0x1F4A9),
    (0x1F600, 0x1F64F),  # faces
    (0x1F680, 0x1F680),
]
ONE_BYTE = 0xC0


def write(kind, name, values, comment):
    print(f"\n// {comment}\nstatic const {kind} {name}[] = {{")
    line = "   "
    for value in values:
        if len(line) + len(value) + 2 > 130:
            print(line)
            line = "   "
        line += f" {value},"
    print(line + "\n};")


def main():
    names = [[unicodedata.name(chr(code), "") for code in range(first, last + 1)] for first, last in RANGES]
    frequency = {}
    for name in (name for block in names for name in block):
        for word in name.split():
            frequency[word] = frequency.get(word, 0) + 1
    words = sorted(frequency, key=lambda word: (-frequency[word], word))
    number = {word: i for i, word in enumerate(words)}
    codes = []
    for name in (name for block in names for name in block):
        for word in name.split():
            n = number[word] + 1
            codes += [n] if n < ONE_BYTE else [ONE_BYTE + (n - ONE_BYTE) // 256, (n - ONE_BYTE) % 256]
        codes.append(0)
    print(f"// Made by uninames.py from the Unicode Character Database {unicodedata.unidata_version}. Not to be edited.")
    write("unidata_block_t", "name_blocks", (f"{{{first}, {last - first + 1}}}" for first, last in RANGES), "Characters that have names here")
    write("uint8_t", "name_codes", map(str, codes), "Their names, one after the other: numbers of words, then 0")
    print("\n// Words, the most frequent first\nstatic const char name_words[] =")
    for i in range(0, len(words), 12):
        print('    "' + " ".join(words[i : i + 12]) + ' "')
    print("    ;")


main()
