# Regular expressions over a text of some length.
import re

text = "\n".join("%d.%d.0.%d - user%d [%02d/Mar/2025] \"GET /item/%d?page=%d HTTP/1.1\" %d %d" % (i % 200, i % 7, i % 50, i % 9, i % 28 + 1, i, i % 5, 200 + i % 3 * 100, i * 37 % 5000) for i in range(300))
line = re.compile(r'^(\d+\.\d+\.\d+\.\d+) - (\w+) \[([^\]]+)\] "(GET|POST) ([^ ?]+)(\?\S*)? HTTP/[\d.]+" (\d{3}) (\d+)$')
size = 0
users = {}
for row in text.split("\n"):
    m = line.match(row)
    size += int(m.group(8))
    users[m.group(2)] = users.get(m.group(2), 0) + 1
hidden = re.sub(r"\d+\.\d+\.\d+\.\d+", "x.x.x.x", text)
items = re.findall(r"/item/(\d*5)\b", text)
print(size, users["user3"], len(hidden), len(items), len(re.split(r"\s+|\?", text)), re.search(r"page=4.*?300", text).group(0))
