# complex: texts, constructor, operators, errors.
def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__ + ":", e)


class Complex:
    def __complex__(self):
        return 1 + 2j


nan, inf = float("nan"), float("inf")
for text in (
    "1j", "-1j", "-0j", "0j", "complex(0, -0.0)", "complex(-0.0, 0.0)", "complex(-0.0, -0.0)", "1.5+2j", "complex(1, -2.5)", "complex(nan, inf)",
    "complex(0, nan)", "complex(inf, -inf)", "1e100+1e-7j", "complex()", "complex(1)", "complex(1, 2)", "complex(1j, 2)", "complex(1, 2j)",
    "complex(1j, 1j)", "complex(real=1, imag=2)", "complex(imag=2)", "complex('1+2j')", "complex(' ( 1-2j ) ')", "complex('j')", "complex('-j')",
    "complex('1')", "complex('1e3-2e-3j')", "complex('nan+infj')", "complex('1 + 2j')", "complex('1+2')", "complex('')", "complex('abc')",
    "complex(None)", "complex([])", "complex('1', '2')", "complex(1, '2')", "complex(Complex())", "(1+2j).real", "(1+2j).imag", "(1+2j).conjugate()",
    "(1+2j) + 1", "1 + (1+2j)", "(1+2j) - 0.5", "(1+2j) * (3-4j)", "(1+2j) * 2", "(1+2j) / (3-4j)", "(1+2j) / 2", "1 / (1+2j)", "1j / 0",
    "1j ** 2", "(1+2j) ** 3", "(1+2j) ** -2", "(1+2j) ** 0", "(1+2j) ** 0.5", "2 ** 1j", "0j ** 0",
    "0j ** 2", "0j ** -1", "0j ** 1j", "(-8) ** (1/3)", "(-1) ** 0.5", "(1e200+0j) ** 3", "abs(3+4j)", "abs(1e200+1e200j)", "abs(1.7e308+1.7e308j)",
    "-(1+2j)", "+(1+2j)", "bool(0j)", "bool(-0j)", "bool(1e-300j)", "1j == 1j", "1+0j == 1", "1j == 'a'", "complex(2**53, 0) == 2**53 + 1",
    "1j != 2j", "hash(3+0j) == hash(3)", "{1: 'a'}[1+0j]", "str(1+2j)", "sum([1j, 2])", "(1j).__complex__()", "(1+2j).__getnewargs__()",
    "complex(1+2j) == complex(1.0, 2)", "isinstance(1j, complex)", "[1j, 2j] == [1j, 2j]",
):
    attempt(text)
