# Sessions of users out of a log: regular expressions, gaps in time, slow requests, a histogram.
import re
from collections import Counter
from datetime import datetime, timedelta
from itertools import groupby

LOG = """\
2024-05-01T10:00:00 ann GET /home 200 12ms
2024-05-01T10:00:40 bob GET /home 200 15ms
2024-05-01T10:02:10 ann GET /cart 200 80ms
2024-05-01T10:45:00 ann POST /pay 500 950ms
2024-05-01T10:45:09 ann POST /pay 200 430ms
garbage line
2024-05-01T11:30:00 bob GET /missing 404 9ms
"""
LINE = re.compile(r"(?P<at>\S+) (?P<user>\w+) (?P<verb>[A-Z]+) (?P<path>/\S*) (?P<code>\d{3}) (?P<ms>\d+)ms$")
GAP = timedelta(minutes=30)
rows, skipped = [], 0
for line in LOG.splitlines():
    m = LINE.match(line)
    if not m:
        skipped += 1
        continue
    d = m.groupdict()
    d["at"], d["ms"], d["code"] = datetime.fromisoformat(d["at"]), int(d["ms"]), int(d["code"])
    rows.append(d)
rows.sort(key=lambda d: (d["user"], d["at"]))
for user, mine in groupby(rows, key=lambda d: d["user"]):
    sessions = []
    for d in mine:
        if not sessions or d["at"] - sessions[-1][-1]["at"] > GAP:
            sessions.append([])
        sessions[-1].append(d)
    for s in sessions:
        length = s[-1]["at"] - s[0]["at"]
        print(f"{user}: {s[0]['at']:%H:%M} {len(s)} requests in {length}, {' > '.join(d['path'] for d in s)}")
print("skipped", skipped, "codes", dict(Counter(d["code"] // 100 for d in rows)), "errors", [(d["user"], d["path"]) for d in rows if d["code"] >= 400])
buckets = Counter(min(len(str(d["ms"])), 3) for d in rows)
for b in sorted(buckets):
    print(f"< {10**b:>5} ms {'*' * buckets[b]}")
slow = max(rows, key=lambda d: d["ms"])
print(f"slowest: {slow['verb']} {slow['path']} {slow['ms']} ms; mean {sum(d['ms'] for d in rows) / len(rows):.1f}")
