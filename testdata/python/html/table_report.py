# A page made of data: everything escaped, read back without loss.
import html

ROWS = [("Ann & Co", '<b>"big"</b>', 12.5), ("O'Hara", "x < y > z", 0), ("Zoë", "&amp; already", None)]


def tag(name, *children, **attrs):
    a = "".join(f' {k.rstrip("_").replace("_", "-")}="{html.escape(str(v))}"' for k, v in attrs.items())
    return f"<{name}{a}>{''.join(children)}</{name}>"


def cell(v):
    if v is None:
        return tag("td", "&mdash;", class_="none")
    return tag("td", html.escape(str(v), quote=False), title=v)


page = tag("table", *(tag("tr", *map(cell, row)) for row in ROWS), data_rows=len(ROWS))
print(page.replace("</tr>", "</tr>\n"))
print(html.unescape(page).count('"big"'))
for t in ("&lt;p&gt;", "&notit;", "&notin;", "&copy 2024", "&#65;&#x42;&#X43;", "&#0; &#x80; &#xD800; &#x110000;", "&unknown; & &;", "&amp;lt;", "&eacute&egrave;", "&#128512;", "a&nbspb"):
    print(t, "->", ascii(html.unescape(t)))
print(html.escape("'\"<>&"), html.escape("'\"<>&", False), html.escape(""))
print(all(html.unescape(html.escape(str(c))) == str(c) for r in ROWS for c in r))
