# A tokenizer from named groups; errors show where.
import re

SPEC = [("NUMBER", r"\d+(?:\.\d*)?"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"<=|>=|==|[-+*/=<>()]"), ("STRING", r'"(?:[^"\\]|\\.)*"'), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+|\#.*"), ("BAD", r".")]
TOKEN = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))


def tokens(code):
    line, start = 1, 0
    for m in TOKEN.finditer(code):
        kind, value, column = m.lastgroup, m.group(), m.start() - start
        if kind == "NEWLINE":
            line, start = line + 1, m.end()
        elif kind == "BAD":
            raise SyntaxError(f"{value!r} unexpected at {line}:{column}")
        elif kind != "SKIP":
            yield kind, value, line, column


for t in tokens('x1 = 3.14 * (y + 2) # note\nif x >= 10: print("a\\"b")'.replace(":", "")):
    print(*t)
try:
    list(tokens("a = 1\nb = $2"))
except SyntaxError as e:
    print(e)
print(TOKEN.groupindex["STRING"], TOKEN.groups, TOKEN.flags == re.UNICODE.value)
