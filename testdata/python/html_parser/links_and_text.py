# Links, headings and plain text out of a page.
from html.parser import HTMLParser

PAGE = """<!DOCTYPE html><html><head><title>Demo &amp; more</title>
<style>p > a { color: red }</style></head>
<body><h1 id=top class="big">Hello</h1><p>See <a href='/a?x=1&amp;y=2'>first</a>,<br/>
<a href="/b" target=_blank disabled>second</a> &copy; &#8364;.<!-- note --></p>
<script>if (a < b) { "</p>" }</script><img src="x.png" alt=""></body></html>"""


class Extract(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.links, self.text, self.skip = [], [], 0

    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos())
        if tag == "a":
            self.links.append(dict(attrs)["href"])
        if tag in ("script", "style"):
            self.skip += 1

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.skip -= 1

    def handle_startendtag(self, tag, attrs):
        print("empty", tag, self.get_starttag_text())

    def handle_data(self, data):
        if not self.skip and data.strip():
            self.text.append(data.strip())

    def handle_comment(self, data):
        print("comment", repr(data))

    def handle_decl(self, decl):
        print("decl", decl)


p = Extract()
for i in range(0, len(PAGE), 50):
    p.feed(PAGE[i:i + 50])
p.close()
print(p.links)
print(" ".join(p.text))
