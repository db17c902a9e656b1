# Settings written as Python literals, read without running them.
import ast

TEXT = """{
    'name': 'demo', 'sizes': [1, 2.5, -3], 'flags': {'a', 'b'},
    'nested': {'t': (1, None, True), 'c': 1+2j, 'raw': b'\\x00z'},
}"""
settings = ast.literal_eval(TEXT)
print(settings["name"], settings["sizes"], sorted(settings["flags"]), settings["nested"])
for text in ("1_000", "  [1,\n2]", "-1", "'a' 'b'", "()", "set()", "None", "0x1F", "...", "{**{}}"):
    try:
        print(repr(text), "->", repr(ast.literal_eval(text)))
    except Exception as e:
        print(repr(text), "->", type(e).__name__)
for text in ("open('x')", "1 + 2", "a", "[x for x in y]", "1 if 1 else 2", "'unfinished", "{'a': }"):
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError) as e:
        print(repr(text), "refused:", type(e).__name__)
print(ast.literal_eval(ast.parse("[1, (2, 3)]", mode="eval")))
