# Parses a log with verbose and named groups.
import re

LINE = re.compile(
    r"""
    ^(?P<ip>\d{1,3}(?:\.\d{1,3}){3})\s
    -\s-\s
    \[(?P<time>[^\]]+)\]\s
    "(?P<method>GET|POST|PUT)\s(?P<path>\S+)(?:\sHTTP/(?P<version>[\d.]+))?"\s
    (?P<status>\d{3})\s(?P<size>\d+|-)$
    """,
    re.VERBOSE | re.MULTILINE,
)

LOG = """\
127.0.0.1 - - [10/Oct/2024:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326
10.0.0.7 - - [10/Oct/2024:13:55:37 +0000] "POST /api/items?id=7 HTTP/2" 201 -
not a line of the log
192.168.1.20 - - [10/Oct/2024:13:56:01 +0000] "GET /old" 404 153
"""

for m in LINE.finditer(LOG):
    print(m.start(), m.lastgroup, m.lastindex, sorted(m.groupdict().items(), key=str))

print(sorted(LINE.groupindex), LINE.groups, LINE.flags)
print(re.sub(r"\b(\d+)\.(\d+)\.(\d+)\.(\d+)\b", r"\g<1>.\2.x.x", LOG).splitlines()[0])
print(re.split(r"(?<=[.!?])\s+", "One. Two! Three? Four"))
print(re.subn(r"(?i)get", lambda m: m[0].lower(), LOG)[1])
