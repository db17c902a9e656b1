# A plain mail made a page: escaped, links marked, quotes nested, and back to text.
import html
import re

MAIL = """Hi <Ann> & Bob,
see http://x.org/?a=1&b="2" for more.
> old text
>> older 'text'
> back
Bye
"""


def page(text):
    level, out = 0, []
    for line in text.splitlines():
        depth, line = re.match(r"((?:>\s?)*)(.*)", line).groups()
        depth = depth.count(">")
        out.append("<q>" * max(0, depth - level) + "</q>" * max(0, level - depth))
        level = depth
        line = re.sub(r"(https?://\S+)", lambda m: f'<a href="{m[1]}">{m[1]}</a>', html.escape(line))
        out.append(line + "<br>")
    return "".join(out)


p = page(MAIL)
print(p)
plain = html.unescape(re.sub(r"<[^>]+>", "", p.replace("<br>", "\n")))
print(plain)
print([html.unescape(e) for e in ("&lt;&gt;", "&quot;&#39;&#x27;", "&hearts;", "&amp;amp;", "&nbsp;|", "&ouml", "&#xe9;", "&bogus;", "&")])
print(html.escape("<a href='x'>", quote=False), html.escape('"'), html.unescape("no entities") is not None)
