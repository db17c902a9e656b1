# Literals: numbers in all bases, text of all kinds, continued lines, names beyond ASCII.
print(0b1010, 0o17, 0xFF, 1_000_000, 1e3, .5, 5., 1_0.0_1, 3j, 1e-10, 0xdead_BEEF, 00, 10 ** 20)
print('single', "double", """triple
line""", r"raw\n", b"bytes\x00", rb"\x", "a" "b" 'c', "\x41\u00e9\U0001F600\101\N{BULLET}", "tab\tend", "back\\slash", 'q"q', "q'q", u"u")
long = ("part one "
        "part two "
        f"{1 + 1}")
total = 1 + \
    2 + \
    3
print(long, total, len("""a\
b"""), "con\
tinued")
größe, 变量, _x1 = 1, 2, 3
print(größe + 变量 + _x1, [1, 2,
    3,  # comment
], (1,), (), {}, {1}, {1: 2,}, ..., Ellipsis is ..., None, True, not False)
if True: print("one line"); x = 5; print(x)
def f(): pass; return 3
class E: y = 1; z = 2
print(f(), E.y + E.z, 5 if x else 6, x.__class__, 1 .real, 1.5.is_integer(), "a".join("bc"), b"a"[0], "abc"[-1], "\0" == "\x00")
for code in ("1_", "0777", "0b2", "1__0", "'unterminated", "0xg", "5a", "'\\x4'", "b'é'", "'\\N{NO SUCH}'", "f'{'", "1.e", "$", "a b", "'''open", "(]", "x = = 1", "1 = x", "f() = 1", "def f(: pass", "None = 1", "if x: pass else: pass", "return 5", "break", "a++"):
    try:
        compile(code, "t", "exec")
        print(code, "| fine")
    except SyntaxError as e:
        print(code, "|", e.msg)
