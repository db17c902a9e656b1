# A program's tokens counted, its comments taken out, names replaced.
import io
import token
import tokenize
from collections import Counter

SOURCE = '''# greet
def hi(name):
    """Doc."""
    x = 0x1F + 1.5e3  # sum
    return f"hi {name!r}" if x >= 2 else [*name]
'''
tokens = list(tokenize.generate_tokens(io.StringIO(SOURCE).readline))
print(Counter(token.tok_name[t.type] for t in tokens).most_common(4))
for t in tokens[:9]:
    print(t.start, t.end, token.tok_name[t.exact_type], repr(t.string))
print([t.string for t in tokens if t.type == tokenize.COMMENT], [t.string for t in tokens if t.type == token.NUMBER])
renamed = [(t.type, "who" if t.string == "name" else t.string) for t in tokens if t.type != tokenize.COMMENT]
print(tokenize.untokenize(renamed).splitlines()[1].split())
for bad in ("x = (1,\n", "'abc", "if 1:\n  a\n b\n"):
    try:
        list(tokenize.generate_tokens(io.StringIO(bad).readline))
        print("fine")
    except (tokenize.TokenError, SyntaxError) as e:
        print(type(e).__name__)
first = next(tokenize.tokenize(io.BytesIO("é = 1\n".encode()).readline))
print(first.string, tokenize.detect_encoding(io.BytesIO(b"# coding: latin-1\n").readline)[0], token.ISTERMINAL(token.NAME), token.EXACT_TOKEN_TYPES["->"] == token.RARROW)
