# Characters by name.
print("\N{EURO SIGN} \N{snowman} \N{GREEK SMALL LETTER ALPHA}\N{LATIN SMALL LETTER E WITH ACUTE} \N{EM DASH}\N{NO-BREAK SPACE}\N{RIGHTWARDS ARROW} \N{CJK UNIFIED IDEOGRAPH-4E2D} \N{GRINNING FACE}\N{DEGREE SIGN}")
print(len("\N{BULLET}"), f"\N{CHECK MARK} {1 + 1}", b"\\N{x}" == rb"\N{x}", r"\N{x}")
for source in (r'"\N{NO SUCH CHARACTER}"', "b'x' + '\\N{?}'"):
    try:
        print(eval(source))
    except SyntaxError as e:
        print(e.msg)
