# A small Markdown to HTML converter: regular expressions line by line.
import html
import re


def inline(text):
    text = html.escape(text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)
    return re.sub(r"`(.+?)`", r"<code>\1</code>", text)


def convert(source):
    items = []
    for line in [*source.strip().splitlines(), ""]:
        if line.startswith("- "):
            items.append(f"  <li>{inline(line[2:])}</li>")
            continue
        if items:
            yield from ("<ul>", *items, "</ul>")
            items = []
        if heading := re.match(r"(#+) (.*)", line):
            level = len(heading[1])
            yield f"<h{level}>{inline(heading[2])}</h{level}>"
        elif line:
            yield f"<p>{inline(line)}</p>"


print("\n".join(convert("""
# Shopping
For **Saturday**, if `1 < 2`:
- bread, *dark*
- butter
See you!
""")))
