# Words of a line marked: keywords, soft keywords, builtins, numbers, the rest.
import builtins
import keyword
import re


def mark(line):
    out = []
    for w in re.findall(r"\w+|[^\w\s]", line):
        if keyword.iskeyword(w):
            out.append(f"[{w}]")
        elif keyword.issoftkeyword(w):
            out.append(f"({w})")
        elif hasattr(builtins, w):
            out.append(f"<{w}>")
        elif w.isdigit():
            out.append(f"#{w}")
        else:
            out.append(w)
    return " ".join(out)


for line in ("for i in range(3): print(i)", "match x: case _: pass", "type A = int | None", "async def f(): return await g(lambda: 0)", "nonlocal True_, printed", "raise ValueError from None"):
    print(mark(line))
print(len(keyword.kwlist), sorted(keyword.softkwlist), [k for k in keyword.kwlist if k[0].isupper()], [k for k in keyword.kwlist if len(k) > 6])
print(sum(map(keyword.iskeyword, "if else print self None none".split())), keyword.iskeyword(""), keyword.kwlist == sorted(keyword.kwlist))
