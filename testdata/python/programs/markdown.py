# Markdown to HTML: headings, lists, emphasis, code, links.
import html
import re

INLINE = [(r"`([^`]+)`", r"<code>\1</code>"), (r"\*\*(.+?)\*\*", r"<b>\1</b>"), (r"\*(.+?)\*", r"<i>\1</i>"), (r"\[([^\]]+)\]\(([^)\s]+)\)", r'<a href="\2">\1</a>')]


def inline(text):
    text = html.escape(text, quote=False)
    for pattern, to in INLINE:
        text = re.sub(pattern, to, text)
    return text


def convert(source):
    paragraph, in_list, in_code = [], None, False

    def flush():
        if paragraph:
            yield f"<p>{inline(' '.join(paragraph))}</p>"
            paragraph.clear()

    for line in [*source.splitlines(), ""]:
        if line.startswith("```"):
            yield from flush()
            in_code = not in_code
            yield "<pre>" if in_code else "</pre>"
            continue
        if in_code:
            yield html.escape(line)
            continue
        item = re.match(r"(?:([-*])|\d+\.)\s+(.*)", line)
        if in_list and not item:
            yield f"</{in_list}>"
            in_list = None
        if m := re.match(r"(#{1,6})\s+(.*?)\s*#*$", line):
            yield from flush()
            yield f"<h{len(m[1])}>{inline(m[2])}</h{len(m[1])}>"
        elif item:
            yield from flush()
            tag = "ul" if item[1] else "ol"
            if not in_list:
                in_list = tag
                yield f"<{tag}>"
            yield f"<li>{inline(item[2])}</li>"
        elif line.strip():
            paragraph.append(line.strip())
        else:
            yield from flush()


print("\n".join(convert("""# Title *here* #
Some **bold** text with `x < y`
and a [link](http://a.b/c?d=1).

- one
- two & three
1. not new

```
if a < b:
    pass
```
last""")))
