# Hand-written parsing and escaping of text.
def tokens(source):
    i = 0
    while i < len(source):
        c = source[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c in "+-.":
            j = i
            while j < len(source) and (source[j].isdigit() or source[j] in ".eE+-"):
                j += 1
            yield ("number", float(source[i:j]))
            i = j
        elif c.isalpha() or c == "_":
            j = i
            while j < len(source) and (source[j].isalnum() or source[j] == "_"):
                j += 1
            yield ("name", source[i:j])
            i = j
        elif c == '"':
            j = source.index('"', i + 1)
            yield ("string", source[i + 1 : j])
            i = j + 1
        else:
            yield ("op", c)
            i += 1


print(*tokens('größe_1 = 3.5e2 * ("naïve" % x2)'), sep="\n")
escape = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
print("".join(escape.get(c, c) for c in '<a href="é">R&D</a>'), "a&b".translate(str.maketrans(escape)))
print("".join(f"\\u{ord(c):04x}" if ord(c) > 127 else c for c in "déjà vu"), "déjà".encode("ascii", "xmlcharrefreplace").decode(), "\\u00e9".encode().decode("utf-8"))
line = 'name="Ann Lee" age=41 city=Zürich'
print([part.partition("=")[2] for part in line.replace('"', "").split(" ") if "=" in part])
