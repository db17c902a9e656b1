"""Parse an access log: status codes, slow requests, bursts."""
import re, textwrap, ipaddress
from collections import Counter, deque
from datetime import datetime, timedelta, timezone
LOG = textwrap.dedent('''\
    192.168.1.10 - alice [10/Oct/2024:13:55:36 +0200] "GET /index.html HTTP/1.1" 200 2326 0.012
    10.0.0.5 - - [10/Oct/2024:13:55:37 +0200] "POST /api/login?user=bob HTTP/1.1" 401 128 0.250
    10.0.0.5 - - [10/Oct/2024:13:55:38 +0200] "POST /api/login?user=bob HTTP/1.1" 401 128 0.248
    2001:db8::1 - carol [10/Oct/2024:11:56:00 +0000] "GET /static/app.js HTTP/2" 304 - 0.003
    10.0.0.5 - - [10/Oct/2024:13:55:39 +0200] "POST /api/login?user=bob HTTP/1.1" 200 512 1.750
    garbage line here
    192.168.1.10 - alice [10/Oct/2024:14:01:02 +0200] "GET /report%20final.pdf HTTP/1.1" 500 0 12.001
''')
LINE = re.compile(r'''
    ^(?P<ip>\S+)\s+\S+\s+(?P<user>\S+)\s+
    \[(?P<when>[^\]]+)\]\s+
    "(?P<method>[A-Z]+)\s+(?P<path>[^\s?"]+)(?:\?(?P<query>[^\s"]*))?\s+(?P<proto>HTTP/[\d.]+)"\s+
    (?P<status>\d{3})\s+(?P<size>\d+|-)\s+(?P<secs>\d+\.\d+)$
''', re.VERBOSE)
entries = []
for n, line in enumerate(LOG.splitlines(), 1):
    m = LINE.match(line)
    if not m:
        print(f"line {n}: cannot parse {line!r}")
        continue
    d = m.groupdict()
    d['when'] = datetime.strptime(d['when'], '%d/%b/%Y:%H:%M:%S %z')
    d['status'] = int(d['status']); d['size'] = 0 if d['size'] == '-' else int(d['size']); d['secs'] = float(d['secs'])
    d['ip'] = ipaddress.ip_address(d['ip'])
    entries.append(d)
entries.sort(key=lambda e: e['when'])
for e in entries:
    print(e['when'].astimezone(timezone.utc).isoformat(), f"{str(e['ip']):>15}", e['method'], e['path'], e['status'], e['query'])
print(Counter(f"{e['status']//100}xx" for e in entries))
print('private:', sum(e['ip'].is_private for e in entries), 'v6:', [e['ip'].exploded for e in entries if e['ip'].version == 6])
window = deque()
for e in entries:
    if e['status'] == 401:
        window.append(e['when'])
        while window and e['when'] - window[0] > timedelta(seconds=5): window.popleft()
        if len(window) >= 2: print('ALERT brute force', e['ip'], len(window))
span = entries[-1]['when'] - entries[0]['when']
print('span', span, span.total_seconds(), repr(span), '%.3f req/min' % (len(entries) / (span / timedelta(minutes=1))))
slow = max(entries, key=lambda e: e['secs'])
from urllib.parse import unquote, parse_qs
print(unquote(slow['path']), slow['secs'], [parse_qs(e['query']) for e in entries if e['query']][:1])
print(re.sub(r'\b(\d{1,3})\.(\d{1,3})\.\d+\.\d+\b', r'\1.\2.x.x', LOG.splitlines()[0]))
