# Take a text apart with a regular expression, and write it as JSON.
import json
import re

log = """\
2026-01-04 login  ada
2026-01-04 upload ada  12
2026-01-05 login  grace
2026-01-05 upload grace 7
2026-01-05 upload ada  3"""

line = re.compile(r"(\d+-\d+-\d+)\s+(\w+)\s+(\w+)\s*(\d*)")
uploads = {}
for text in log.split("\n"):
    day, action, user, count = (line.match(text).group(n) for n in range(1, 5))
    if action == "upload":
        uploads[user] = uploads.get(user, 0) + int(count)

print(json.dumps(uploads))
print(json.loads('{"nested": [1, 2.5, null, true, "text"]}'))

sorted(uploads.items(), key=lambda item: -item[1])
