# Source text measured by its tokens: lines of code, comments, names, depth of brackets.
import io
import token
import tokenize
from collections import Counter

SOURCE = '''#!/usr/bin/env python
"""Module."""
import os  # system

def f(a, b=(1, [2, {3: "x"}])):
    """Doc."""
    # comment
    return f"{a + b!r:>{10}} and {{}}"


class C:
    x: int = 0x1F + 1_000j
    y = """two
lines"""
'''
kinds, names, depth, deepest, comments, code = Counter(), Counter(), 0, 0, [], set()
for t in tokenize.generate_tokens(io.StringIO(SOURCE).readline):
    kinds[tokenize.tok_name[t.type]] += 1
    if t.type == tokenize.COMMENT:
        comments.append((t.start, t.string))
    elif t.type not in (tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER):
        code.update(range(t.start[0], t.end[0] + 1))
    if t.type == tokenize.NAME:
        names[t.string] += 1
    if t.string in "([{" and t.type == tokenize.OP:
        depth += 1
        deepest = max(deepest, depth)
    elif t.string in ")]}" and t.type == tokenize.OP:
        depth -= 1
print({k: kinds[k] for k in sorted(kinds) if not k.startswith("FSTRING")})
print(names.most_common(3), deepest, depth, comments, f"{len(code)} of {SOURCE.count(chr(10))} lines")
print([t.string for t in tokenize.generate_tokens(io.StringIO("a=1;b = a**-2 if a!=3 else~a\n").readline) if t.string.strip()])
print(token.tok_name[token.NUMBER], token.ISTERMINAL(5), token.ISNONTERMINAL(300), token.EXACT_TOKEN_TYPES["**="] == token.DOUBLESTAREQUAL, tokenize.detect_encoding(iter([b"# coding: latin-1\n"]).__next__)[0], tokenize.detect_encoding(iter([b"\xef\xbb\xbfx\n"]).__next__)[0])
t = next(tokenize.generate_tokens(iter(["name = 1\n"]).__next__))
print(t.string, t.start, t.end, t.line, t.exact_type == token.NAME)
