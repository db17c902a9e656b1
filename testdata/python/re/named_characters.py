# \N{...} in patterns, its errors, and flags as members of RegexFlag.
import re

print(re.findall(r"\N{GREEK SMALL LETTER ALPHA}+", "xαα α"), re.findall(r"[\N{DIGIT ONE}-\N{digit three}]x", "0x 2x 3x"), re.split(r"\s*\N{BULLET}\s*", "a • b•c"))
for pattern in r"\N", r"\N{", r"\N{}", r"\N{DIGIT", r"[\N{no such name}]", r"a\N{no such name}b", b"\\N{DIGIT ONE}":
    try:
        re.compile(pattern)
    except re.error as e:
        print(e, e.pos)
print(re.RegexFlag.I | re.RegexFlag.MULTILINE, re.RegexFlag.X is re.X, re.RegexFlag.NOFLAG, re.compile("a b", re.RegexFlag.VERBOSE).match("ab"))
