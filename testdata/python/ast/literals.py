# Literals in texts.
import ast
for s in ("1", "-1", "'a' 'b'", "[1, 2.5, (3,), {'a': None, True: False}, {1}, b'x']", "1+2j", "-3-4j", "set()", "()", " {'k': [1, -2]}", "...", "0x1F", "'''m\nn'''", "1_000"):
    print(ast.literal_eval(s))
for s in ("a", "1+2", "f()", "[x]", "__import__('os')", "1 +", "{**{}}", "-'a'", "lambda: 1", "f'{1}'"):
    try: print(ast.literal_eval(s))
    except (ValueError, SyntaxError) as e: print(type(e).__name__, str(e).split(":")[0].split("<")[0])
