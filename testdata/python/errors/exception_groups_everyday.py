# Several failures at once: groups made, split, matched by except*.
def validate(form):
    problems = []
    for field, check in {"name": lambda v: v.strip() or 1 / 0, "age": int, "mail": lambda v: v.index("@")}.items():
        try:
            check(form[field])
        except Exception as e:
            e.add_note(f"in {field}")
            problems.append(e)
    if problems:
        raise ExceptionGroup("invalid form", problems)
    return "valid"


for form in ({"name": "a", "age": "3", "mail": "a@b"}, {"name": " ", "age": "x", "mail": "ab"}, {"name": "a", "age": "1"}):
    try:
        print(validate(form))
    except* ValueError as g:
        print("values", [str(e) for e in g.exceptions], g.exceptions[0].__notes__)
    except* (KeyError, ZeroDivisionError) as g:
        print("others", [type(e).__name__ for e in g.exceptions], g.message)
eg = ExceptionGroup("top", [ValueError(1), ExceptionGroup("sub", [TypeError("t"), ValueError(2)]), OSError(3)])
match, rest = eg.split(ValueError)
print(repr(match), repr(rest), eg.subgroup(lambda e: isinstance(e, OSError)), eg.split(KeyError)[0], len(eg.exceptions), str(eg))


def leaves(e): return [x for s in e.exceptions for x in leaves(s)] if isinstance(e, BaseExceptionGroup) else [e]


print(leaves(eg), isinstance(eg, Exception), type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__, eg.derive([ValueError(9)]))
try:
    try:
        raise eg
    except* TypeError:
        raise RuntimeError("while handling")
except ExceptionGroup as g:
    print([type(e).__name__ for e in g.exceptions])
try:
    raise ValueError("plain")
except* ValueError as g:
    print(repr(g))
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [5]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup(5, [ValueError()])):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
