# Cells that refer to cells are computed in order; changes run through only what depends on them.
import re
from graphlib import CycleError, TopologicalSorter


class Sheet:
    def __init__(self, cells):
        self.cells, self.values = dict(cells), {}
        self.compute()

    def needs(self, name):
        text = self.cells[name]
        return set(re.findall(r"[A-Z]\d", text)) if text.startswith("=") else set()

    def compute(self, only=None):
        graph = {n: self.needs(n) for n in sorted(self.cells)}
        done = []
        for n in TopologicalSorter(graph).static_order():
            if only is None or n in only:
                text = self.cells.get(n, "0")
                self.values[n] = eval(re.sub(r"([A-Z]\d)", lambda m: repr(self.values[m[1]]), text[1:])) if text.startswith("=") else float(text)
                done.append(n)
        return sorted(done)

    def dependents(self, name):
        out, todo = {name}, [name]
        while todo:
            x = todo.pop()
            for n in self.cells:
                if x in self.needs(n) and n not in out:
                    out.add(n)
                    todo.append(n)
        return out

    def set(self, name, text):
        old = self.cells.get(name)
        self.cells[name] = text
        try:
            return self.compute(self.dependents(name))
        except CycleError as e:
            if old is None:
                del self.cells[name]
            else:
                self.cells[name] = old
            return f"cycle of {len(e.args[1]) - 1}"


s = Sheet({"A1": "2", "A2": "3", "B1": "=A1*A2", "B2": "=B1+A1", "C1": "=max(B1, B2, D9)"})
print(s.values)
print(s.set("A2", "5"), s.values)
print(s.set("A1", "=C1"), s.set("B2", "=B2"), s.cells["A1"])
print(s.set("D9", "100"), s.values["C1"], s.set("E1", "=A1+A2"), s.values["E1"])
