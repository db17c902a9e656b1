# An editor with undo and redo by commands that know how to reverse themselves.
class Insert:
    def __init__(self, at, text): self.at, self.text = at, text
    def do(self, doc): return doc[:self.at] + self.text + doc[self.at:]
    def undo(self, doc): return doc[:self.at] + doc[self.at + len(self.text):]


class Delete:
    def __init__(self, at, n): self.at, self.n = at, n
    def do(self, doc): self.gone = doc[self.at:self.at + self.n]; return doc[:self.at] + doc[self.at + self.n:]
    def undo(self, doc): return doc[:self.at] + self.gone + doc[self.at:]


class Macro:
    def __init__(self, *steps): self.steps = steps
    def do(self, doc):
        for s in self.steps: doc = s.do(doc)
        return doc
    def undo(self, doc):
        for s in reversed(self.steps): doc = s.undo(doc)
        return doc


class Editor:
    def __init__(self): self.doc, self.done, self.undone = "", [], []
    def run(self, c): self.doc = c.do(self.doc); self.done.append(c); self.undone.clear(); return self
    def undo(self):
        if not self.done: raise IndexError("nothing to undo")
        self.undone.append(c := self.done.pop()); self.doc = c.undo(self.doc)
    def redo(self): self.done.append(c := self.undone.pop()); self.doc = c.do(self.doc)


e = Editor()
e.run(Insert(0, "hello")).run(Insert(5, " world")).run(Delete(0, 1)).run(Insert(0, "J"))
print(e.doc)
for step in "uuuru":
    e.undo() if step == "u" else e.redo()
    print(step, repr(e.doc))
e.run(Macro(Delete(0, 2), Insert(0, "**"), Insert(5, "**")))
print(repr(e.doc), len(e.undone))
e.undo()
print(repr(e.doc))
for f in (e.undo, e.undo, e.redo, e.redo, e.redo):
    try:
        f()
    except IndexError as err:
        print(err)
print(repr(e.doc))
