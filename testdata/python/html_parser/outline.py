# A tree of a page, printed with indentation; unclosed elements close themselves.
from html.parser import HTMLParser

VOID = {"br", "img", "hr", "input", "meta"}


class Tree(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.root = ("root", {}, [])
        self.stack = [self.root]

    def handle_starttag(self, tag, attrs):
        node = (tag, dict(attrs), [])
        self.stack[-1][2].append(node)
        if tag not in VOID:
            self.stack.append(node)

    def handle_endtag(self, tag):
        for i in range(len(self.stack) - 1, 0, -1):
            if self.stack[i][0] == tag:
                del self.stack[i:]
                return
        print("stray end of", tag)

    def handle_data(self, data):
        if data.strip():
            self.stack[-1][2].append(" ".join(data.split()))

    def handle_entityref(self, name):
        self.stack[-1][2].append(f"&{name};")

    def handle_charref(self, name):
        self.stack[-1][2].append(f"&#{name};")

    def unknown_decl(self, data):
        print("unknown", data)

    def handle_pi(self, data):
        print("pi", data)


def show(node, depth=0):
    if isinstance(node, str):
        print("  " * depth + repr(node))
    else:
        tag, attrs, children = node
        print("  " * depth + tag, attrs or "")
        for c in children:
            show(c, depth + 1)


t = Tree()
t.feed("<?xml version='1.0'?><ul><li>one<b>bold</ul></i><p CLASS=Big Title='a \"b\"'>x &lt; y &#65;<br>tail<![CDATA[raw]]><input checked value>")
t.close()
show(t.root)
t.reset()
print(t.rawdata == "", t.getpos())
