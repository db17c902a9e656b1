# Text in pages: escaped, unescaped, with all kinds of references.
import html
from html.entities import name2codepoint, codepoint2name, html5

print(html.escape('<a href="x">Tom & \'Jerry\'</a>'), html.escape("\"q\"", quote=False))
for text in ("&lt;b&gt;", "&amp;amp;", "caf&eacute; &euro;5", "&#65;&#x42;&#X43;", "&notit; &notin;", "&copy 2024", "&unknown; &", "&#0; &#128; &#xD800; &#1114112;", "&nbsp;|", "fish&chips"):
    print(repr(text), "->", repr(html.unescape(text)))
print(name2codepoint["eacute"], codepoint2name[8364], html5["gt;"], "gt" in html5)


def table(rows):
    cells = ("".join(f"<td>{html.escape(str(c))}</td>" for c in row) for row in rows)
    return "<table>" + "".join(f"<tr>{c}</tr>" for c in cells) + "</table>"


print(table([("a<b", 1), ("x & y", None)]))
s = "<&>\"'é"
print(html.unescape(html.escape(s)) == s)
