import csv, io, datetime as dt, json, statistics as st, re, textwrap, itertools as it, collections as co, operator as op, math, sys, struct, zlib, hashlib, base64, uuid, fractions, decimal, random
raw = '''date,city,temp,note
2024-02-28,Oslo,-3.5,"cold, windy"
2024-02-29,Oslo,,"leap ""day"""
2024-03-01,Rome,17,
2024-03-02,Rome,19.25,sunny
bad-date,Rome,1,x
'''
rows = []
for n, r in enumerate(csv.DictReader(io.StringIO(raw)), 2):
    try: rows.append({**r, "date": dt.date.fromisoformat(r["date"]), "temp": float(r["temp"]) if r["temp"] else None})
    except ValueError as e: print(f"line {n}: {e}")
by = {k: list(g) for k, g in it.groupby(sorted(rows, key=op.itemgetter("city", "date")), key=op.itemgetter("city"))}
for city, g in by.items():
    t = [x["temp"] for x in g if x["temp"] is not None]
    print(f"{city:<8}|{len(g):>3}|{st.mean(t):>8.2f}|{max(g, key=lambda x: (x['temp'] is not None, x['temp']))['date']:%d %b %Y}|{g[0]['note']!r}")
w = io.StringIO(); cw = csv.DictWriter(w, ["city", "n"], delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n"); cw.writeheader(); cw.writerows({"city": c, "n": len(g)} for c, g in by.items()); print(w.getvalue(), end="")
d = dt.datetime(2024, 3, 31, 1, 30, tzinfo=dt.timezone.utc)
print(d.isoformat(), d + dt.timedelta(days=1, hours=-2), (d.date() - dt.date(2023, 12, 25)).days, d.strftime("%A %j %U %-d %p"), dt.datetime.strptime("5 Jan 2021 14:05", "%d %b %Y %H:%M"), d.astimezone(dt.timezone(dt.timedelta(hours=5, minutes=30))), dt.timedelta(seconds=93784.5), divmod(dt.timedelta(hours=25), dt.timedelta(hours=7)), d.timestamp(), d.isocalendar())
print(json.dumps({"a": [1, 2.5, None, True, "é\n"], "b": {"c": {}}, 3: ()}, indent=2, ensure_ascii=False, sort_keys=False), json.loads('[1e3, -0, "\\u00e9", {"k": []}]', parse_int=str))
try: json.loads('{"a": 1,}')
except json.JSONDecodeError as e: print(e, e.pos)
try: json.dumps({1, 2})
except TypeError as e: print(e)
log = "10.0.0.1 - [10/Oct:13:55] \"GET /a?x=1 HTTP/1.1\" 200 23\n10.0.0.2 - [10/Oct:13:56] \"POST /b HTTP/1.1\" 500 0\n"
pat = re.compile(r'^(?P<ip>\S+) .*?"(?P<m>[A-Z]+) (?P<path>[^ ?]+)(?:\?(?P<qs>\S+))? [^"]*" (?P<st>\d{3})', re.M)
print([m.groupdict() for m in pat.finditer(log)], re.sub(r"(\d+)\.(\d+)", lambda m: f"{m[2]}.{m[1]}", "1.2 3.4"), re.split(r"([,;])\s*", "a, b;c"), re.findall(r"(?i)\b(\w)\w*\1\b", "Anna bob cat"), re.fullmatch(r"(?:(a)|b)+", "ab").groups(), re.escape("a.b*c"))
b = struct.pack(">HiBf3s", 258, -5, 7, 1.5, b"abc"); print(b.hex(" "), struct.unpack_from(">Hi", b), struct.calcsize("<qd?"), memoryview(b)[2:6].tolist(), int.from_bytes(b[:2], "little"), (1000).to_bytes(3, "big", signed=True), zlib.crc32(b), hashlib.sha256(b).hexdigest()[:16], base64.b64encode(b), zlib.decompress(zlib.compress(b * 9)) == b * 9, bytes(range(3)) + bytearray(b"x") * 2, b"a,b".partition(b","), "naïve".encode("utf-16-le"))
F, D = fractions.Fraction, decimal.Decimal
print(F(1, 3) + F("0.25"), F(3.14159).limit_denominator(100), D("1.10") + D("2.205"), round(D("2.675"), 2), D(1) / D(7), D("1E+5").normalize(), sum([F(1, n) for n in range(1, 8)]), math.prod([1, 2, 3]), math.gcd(12, 18, 8), pow(7, -1, 31), 2 ** 200 % 10 ** 9, (-7) // 2, -7 % 3, divmod(-7, 2), round(2.5), round(-1.5), 1e16, 1e15 + .3, 0.1 + 0.2, float("inf") - 1, 5 .bit_length(), 0b1011.bit_count(), complex(1, -2) ** 2, 7 / 2, int("-0x1f", 16), f"{10 ** 20:_}")
random.seed(42); print([random.randint(1, 6) for _ in range(8)], random.choice("abc"), random.sample(range(50), 4), round(random.gauss(0, 1), 6), random.choices("xy", [1, 9], k=5)); l = list(range(8)); random.shuffle(l); print(l, uuid.uuid5(uuid.NAMESPACE_DNS, "x.org"))
print(textwrap.fill("The quick brown fox jumps over the lazy dog " * 2, 30, initial_indent="* ", subsequent_indent="  "), textwrap.dedent("  a\n    b\n"), textwrap.shorten("hello big world", 11))
Point = co.namedtuple("Point", "x y", defaults=[0]); p = Point(1); print(p, p._replace(y=5), p._asdict(), Point._fields, Point.__doc__, p == (1, 0))
dq = co.deque([1, 2, 3], maxlen=3); dq.append(4); dq.rotate(1); print(dq, co.OrderedDict(a=1, b=2), co.ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], co.Counter("hello") & co.Counter("world"))
print(*it.zip_longest("ab", [1], fillvalue="-"), *it.islice(it.cycle("xy"), 3), *it.combinations("abc", 2), *it.starmap(pow, [(2, 3)]), list(it.pairwise([1, 2, 3])))
