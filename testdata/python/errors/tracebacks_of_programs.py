# Frames of an error: names, lines and source, as a program's own logger shows them.
import sys
import traceback


def parse(rows):
    return [convert(r) for r in rows]


def convert(row):
    name, value = row.split("=")
    return name, int(value)


class Loader:
    def load(self, text):
        return parse(text.split(";"))


for text in ("a=1;b=2", "a=1;b=x", "a"):
    try:
        print(Loader().load(text))
    except Exception as e:
        tb = e.__traceback__
        names = []
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        print(type(e).__name__, e, [n for n in names if not n[0].startswith("<listcomp")])
        last = traceback.extract_tb(e.__traceback__)[-1]
        print("  ", last.name, last.line)
        print("  ", sys.exc_info()[0] is type(e), traceback.format_exc().splitlines()[-1])
def first(): second()
def second(): third()
def third(): raise RuntimeError("deep")
try:
    first()
except RuntimeError as e:
    print([f.name for f in traceback.extract_tb(e.__traceback__)], e.with_traceback(None).__traceback__)
