import sys


class Settings:
    DEBUG = True
    _hidden = 1

    @staticmethod
    def level():
        return 3


class Listed:
    __all__ = ["first", "_second"]
    first = 1
    _second = 2


def attempt(code):
    names = {}
    try:
        exec(code, names)
    except ImportError as e:
        return "ImportError"
    return sorted(n for n in names if n != "__builtins__")


sys.modules["settings"] = Settings
sys.modules["listed"] = Listed
print(attempt("from settings import *"))
print(attempt("from listed import *"))
print(attempt("from settings import DEBUG, level"))
for bad in (len, 5, "text", [1, 2]):
    sys.modules["bad"] = bad
    print(attempt("from bad import *"), attempt("import bad.b"), attempt("from bad import b"), attempt("import bad"))
sys.modules["bad.b"] = 7
print(attempt("import bad.b"))
