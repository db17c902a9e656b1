# A page taken apart: a table to rows, a menu to a tree, forms to fields, scripts left out.
from html.parser import HTMLParser

PAGE = """<!DOCTYPE html><html><head><title>Shop &amp; Co</title><script>if (a < b) { x("</td>") }</script></head>
<body><!-- menu --><ul id=menu><li><a href="/a">A</a><ul><li>A1<li>A2</ul><li>B</ul>
<table><tr><th>Item<th>Price</tr><tr><td>Nut &lt;small&gt;<td align='right'>&euro;1&#46;50</tr>
<tr><td><b>Bolt</b> long<br/>steel</td><td>2</td></tr></table>
<form action=/buy><input name=q value="a &quot;b&quot;" disabled><select name=s><option selected value=1>One</select></form></body></html>"""


class Scraper(HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows, self.cell, self.title, self.fields, self.depth, self.menu, self.path, self.notes = [], None, "", {}, 0, [], [], []

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        match tag:
            case "tr":
                self.rows.append([])
            case "td" | "th":
                self.rows[-1].append("")
                self.cell = True
            case "ul":
                self.depth += 1
            case "li":
                self.menu.append([self.depth, ""])
            case "input" | "option":
                self.fields[a.get("name", tag)] = a
        if tag not in ("input", "br", "li", "td", "th"):
            self.path.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.notes.append(f"self-closed {tag} at {self.getpos()}")

    def handle_endtag(self, tag):
        if tag in ("td", "tr", "table"):
            self.cell = None
        if tag == "ul":
            self.depth -= 1
        while self.path and self.path.pop() != tag:
            pass

    def handle_data(self, data):
        if self.path[-1:] == ["title"]:
            self.title += data
        elif self.path[-1:] == ["script"]:
            self.notes.append(f"script of {len(data)}")
        elif self.cell:
            self.rows[-1][-1] += " ".join(data.split()) + " " * data.endswith(" ")
        elif self.depth and self.menu and data.strip():
            self.menu[-1][1] += data.strip()

    def handle_comment(self, data):
        self.notes.append(f"comment{data}")

    def handle_decl(self, decl):
        self.notes.append(decl)


s = Scraper()
for i in range(0, len(PAGE), 37):
    s.feed(PAGE[i:i + 37])
s.close()
print(s.title, s.rows, s.menu, s.fields, s.notes, sep="\n")


class Entities(HTMLParser):
    def handle_entityref(self, name):
        print("entity", name)

    def handle_charref(self, name):
        print("char", name)

    def handle_data(self, data):
        print("data", data)

    def unknown_decl(self, data):
        print("unknown", data)

    def handle_pi(self, data):
        print("pi", data)


Entities(convert_charrefs=False).feed("a &amp; b&#233;c <?php x?> <b/>")
