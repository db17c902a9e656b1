# Tokens of source text.
import io
import token
import tokenize

SOURCE = '''# comment
def area(r, *, unit="cm"):
    """Doc
    string"""
    if r >= 0x1F and not (r == 1_000.5e-3j):
        return f"{r!r:>{10}} {{x}} {unit}"  # tail

    total = [1,
             2] ; total @= -1 ** 2 if r else ...
\tx = r'\\\\' \\
        b"bytes"
class A: pass
'''
for t in tokenize.generate_tokens(io.StringIO("x = 1\n\nif x:\n    y = f'{x:>3}'\n").readline):
    print(t)
for t in tokenize.tokenize(io.BytesIO("# -*- coding: utf-8 -*-\né = 'ü'".encode()).readline):
    print(tokenize.tok_name[t.type], tokenize.tok_name[t.exact_type], t.string, t.start, t.end, repr(t.line))
try:
    for t in tokenize.generate_tokens(io.StringIO(SOURCE).readline):
        print(tokenize.tok_name[t.exact_type], repr(t.string), t.start, t.end)
except IndentationError as e:
    print(type(e).__name__, e.msg)
good = SOURCE.replace("\tx", "    x")
tokens = list(tokenize.generate_tokens(io.StringIO(good).readline))
print(len(tokens), tokenize.untokenize(tokens) == good)
print(tokenize.untokenize([(t.type, t.string) for t in tokens][:12]))
for bad in ["'''open", "(1,\n2", "x = 'open\n", "x = $\n", "0777\n", "1x\n", "(]\n", "x = ?\n", "if 1:\n  a\n b\n"]:
    try:
        list(tokenize.generate_tokens(io.StringIO(bad).readline))
        print(repr(bad), "is fine")
    except (tokenize.TokenError, SyntaxError) as e:
        print(repr(bad), type(e).__name__, e.args[0])
print(tokenize.detect_encoding(io.BytesIO(b"# coding: latin-1\nx\n").readline), tokenize.detect_encoding(io.BytesIO(b"\xef\xbb\xbfx").readline))
print(token.tok_name[token.NAME], token.ISEOF(token.ENDMARKER), token.EXACT_TOKEN_TYPES["->"] == token.RARROW)
names = {t.string for t in tokens if t.type == token.NAME}
print(sorted(names))
