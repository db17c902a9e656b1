# Names made fit for use as identifiers.
import keyword
import re


def identifier(text, taken=()):
    name = re.sub(r"\W+", "_", text.strip().lower()).strip("_") or "field"
    if name[0].isdigit():
        name = "n" + name
    if keyword.iskeyword(name):
        name += "_"
    base, n = name, 2
    while name in taken:
        name, n = f"{base}{n}", n + 1
    return name


names = []
for text in ("First Name", "class", "2nd", "e-mail!", "Class", "größe", "  ", "None", "match", "???"):
    names.append(identifier(text, names))
print(names, all(n.isidentifier() for n in names))
print(len(keyword.kwlist), keyword.kwlist[:5], keyword.softkwlist)
print(keyword.iskeyword("async"), keyword.iskeyword("print"), keyword.issoftkeyword("case"), keyword.issoftkeyword("if"))
for k in keyword.kwlist:
    try:
        exec(f"{k} = 1")
        print("assigned", k)
    except SyntaxError:
        pass
match = type = case = _ = 1
print(match, case)
