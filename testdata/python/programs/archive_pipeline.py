"""A pipeline over a zip of gzipped CSVs: checksums, clean up, group, and write an XML report."""
import csv
import gzip
import hashlib
import io
import itertools
import re
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
import zipfile
from collections import deque
from functools import cache, partial, singledispatch
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

work = Path(tempfile.mkdtemp())
rows = [
    ["when", "url", "Grösse", "user"],
    ["2024-01-01", "https://example.org/a?q=1&q=2", "1.234,5", "Zoë"],
    ["2024-01-02", "https://example.org/b/?lang=de#top", "17", "  ann "],
    ["2024-01-02", "not a url", "n/a", "bob, jr"],
    ["2024-01-05", 'http://shop.example:8080/a"b', "-3,25", "ann"],
]


@cache
def slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


@singledispatch
def show(value):
    return str(value)


@show.register
def _(value: float):
    return f"{value:,.2f}"


@show.register(type(None))
def _(value):
    return "-"


def number(text):
    try:
        return float(text.replace(".", "").replace(",", "."))
    except ValueError:
        return None


text = io.StringIO(newline="")
csv.writer(text, delimiter=";", quoting=csv.QUOTE_MINIMAL).writerows(rows)
with zipfile.ZipFile(work / "data.zip", "w", zipfile.ZIP_DEFLATED) as z:
    for i in range(2):
        z.writestr(f"part{i}.csv.gz", gzip.compress(text.getvalue().encode("utf-8-sig"), mtime=0))
print(text.getvalue())

records, seen, recent = [], set(), deque(maxlen=2)
with zipfile.ZipFile(work / "data.zip") as z:
    for info in z.infolist():
        raw = gzip.decompress(z.read(info))
        digest = hashlib.sha256(raw).hexdigest()[:16]
        print(info.filename, len(raw), digest, "again" if digest in seen else "new")
        if digest in seen:
            continue
        seen.add(digest)
        for row in csv.DictReader(io.TextIOWrapper(io.BytesIO(raw), "utf-8-sig", newline=""), delimiter=";"):
            row = SimpleNamespace(**{slug(k): v.strip() for k, v in row.items()})
            row.grosse, row.parts = number(row.grosse), urlsplit(row.url)
            row.query = parse_qs(row.parts.query)
            records.append(row)
            recent.append(row.user)
print(recent, slug.cache_info().misses, vars(records[0]))
root = ET.Element("report", count=str(len(records)))
by_user = sorted(records, key=lambda r: slug(r.user))
for user, group in itertools.groupby(by_user, key=lambda r: slug(r.user)):
    element = ET.SubElement(root, "user", name=user)
    for r in group:
        child = ET.SubElement(element, "visit", host=r.parts.hostname or "", port=show(r.parts.port))
        child.text = show(r.grosse)
        child.tail = "\n"
ET.indent(root)
print(ET.tostring(root, encoding="unicode"))
print([e.get("host") for e in root.iterfind(".//visit[@port='8080']")], root.find("user[@name='zoe']/visit").text)
total = partial(round, ndigits=2)(sum(r.grosse for r in records if r.grosse is not None))
print(total, *(f"{a}->{b}" for a, b in itertools.pairwise(r.when for r in records)), sorted(p.name for p in work.glob("*.z*")))
