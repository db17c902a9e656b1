# A spreadsheet: formulas with references, ranges, functions and cycles found.
import re


class Sheet:
    FUNCS = {"SUM": sum, "MAX": max, "MIN": min, "AVG": lambda xs: sum(xs) / len(xs), "COUNT": len}

    def __init__(self):
        self.cells, self.busy = {}, []

    def __setitem__(self, ref, text):
        self.cells[ref] = text

    def __getitem__(self, ref):
        if ref in self.busy:
            raise RecursionError(" -> ".join([*self.busy[self.busy.index(ref):], ref]))
        text = self.cells.get(ref, 0)
        if not (isinstance(text, str) and text.startswith("=")):
            return text
        self.busy.append(ref)
        try:
            return self.formula(text[1:])
        finally:
            self.busy.pop()

    def expand(self, a, b):
        return [f"{chr(c)}{r}" for c in range(ord(a[0]), ord(b[0]) + 1) for r in range(int(a[1:]), int(b[1:]) + 1)]

    def formula(self, f):
        f = re.sub(r"([A-Z]\d+):([A-Z]\d+)", lambda m: f"[{', '.join(f'self[{r!r}]' for r in self.expand(m[1], m[2]))}]", f)
        f = re.sub(r"(?<!['\w])([A-Z]\d+)(?!')", r"self['\1']", f)
        return eval(f, {"__builtins__": {}}, {**self.FUNCS, "self": self})


s = Sheet()
for ref, v in {"A1": 10, "A2": 20, "A3": "=A1+A2*2", "B1": "=SUM(A1:A3)", "B2": "=AVG(A1:A3)/2", "B3": "=MAX(A1:B1)", "C1": "=B1 if A1 > 5 else 0", "D1": "=E1", "E1": "=D1+1", "F1": "=A1/Z9", "G1": "=A1 +", "H1": "=COUNT(A1:B3)"}.items():
    s[ref] = v
for ref in s.cells:
    try:
        print(f"{ref} {s.cells[ref]!s:<22} {s[ref]}")
    except (RecursionError, ZeroDivisionError, SyntaxError) as e:
        print(f"{ref} {s.cells[ref]!s:<22} #{type(e).__name__} {e if isinstance(e, RecursionError) else ''}".rstrip())
s["A1"] = 100
print(s["B1"], s["B2"])
