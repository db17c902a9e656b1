# A web server's log: requests by status, slow pages, visitors by hour.
import re
from collections import Counter, defaultdict
from datetime import datetime
from statistics import mean, median

LOG = """10.0.0.1 - - [29/Feb/2024:10:01:22 +0000] "GET /index.html HTTP/1.1" 200 5120 0.012
10.0.0.2 - ann [29/Feb/2024:10:05:00 +0000] "POST /login HTTP/1.1" 302 0 0.250
10.0.0.1 - - [29/Feb/2024:11:00:01 +0000] "GET /big?x=1 HTTP/1.1" 200 99999 1.500
garbage line
10.0.0.3 - - [29/Feb/2024:11:30:59 +0000] "GET /nope HTTP/1.1" 404 321 0.003
10.0.0.1 - - [29/Feb/2024:11:31:00 +0000] "GET /big?x=2 HTTP/1.1" 500 - 2.750"""
LINE = re.compile(r'(?P<ip>\S+) \S+ (?P<user>\S+) \[(?P<when>[^\]]+)\] "(?P<method>[A-Z]+) (?P<path>[^ ?"]+)(?:\?(?P<query>\S*))? [^"]*" (?P<status>\d{3}) (?P<size>\d+|-) (?P<took>[\d.]+)')
status, hours, times, traffic, bad = Counter(), Counter(), defaultdict(list), Counter(), []
for n, line in enumerate(LOG.splitlines(), 1):
    if not (m := LINE.match(line)):
        bad.append((n, line))
        continue
    status[m["status"][0] + "xx"] += 1
    when = datetime.strptime(m["when"], "%d/%b/%Y:%H:%M:%S %z")
    hours[when.hour] += 1
    times[m["path"]].append(float(m["took"]))
    traffic[m["ip"]] += int(m["size"]) if m["size"] != "-" else 0
print("status ", dict(sorted(status.items())))
for h in range(9, 13):
    print(f"{h:02d}h {'█' * hours[h]}{hours[h]:>3}")
for path, ts in sorted(times.items(), key=lambda kv: -max(kv[1])):
    print(f"{path:<12} n={len(ts)} mean={mean(ts):.3f} median={median(ts):.3f} max={max(ts):.3f}{'  SLOW' if max(ts) > 1 else ''}")
units = ["B", "KB", "MB"]
for ip, size in traffic.most_common():
    u = 0
    while size >= 1024 and u < 2:
        size, u = size / 1024, u + 1
    print(f"{ip:<10}{size:>8.1f} {units[u]}")
print("not understood:", bad)
