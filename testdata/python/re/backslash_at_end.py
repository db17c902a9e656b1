# A pattern may end in a backslash that is escaped.
import re

print(re.split(r"\\", "a\\b\\c"))
print(re.split(re.escape("\\"), "dir\\file"))
print(re.findall(r"a\\", "a\\a"), re.sub(r"\\", "/", "C:\\x"))
print(re.findall(rb"\\", b"a\\b"), re.fullmatch(r"[\\]", "\\") is not None)
for pattern in ["\\", "a\\\\\\", "[\\\\", "[\\"]:
    try:
        re.compile(pattern)
    except re.error as error:
        print(pattern, error)
