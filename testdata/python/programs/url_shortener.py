# Short names for long addresses: base 62, collisions, statistics.
import string
from urllib.parse import urlsplit

ALPHABET = string.digits + string.ascii_letters


class Shortener:
    def __init__(self):
        self.urls, self.codes, self.hits = {}, {}, {}

    @staticmethod
    def encode(n):
        out = ""
        while True:
            n, d = divmod(n, 62)
            out = ALPHABET[d] + out
            if not n:
                return out

    def add(self, url, alias=None):
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"no address: {url!r}")
        if url in self.codes and alias is None:
            return self.codes[url]
        code = alias or self.encode(1000 + len(self.urls) * 61)
        if code in self.urls:
            raise KeyError(f"{code} is taken")
        self.urls[code], self.codes[url] = url, code
        return code

    def go(self, code):
        url = self.urls[code]
        self.hits[code] = self.hits.get(code, 0) + 1
        return url


s = Shortener()
print([s.add(f"https://example.org/{p}") for p in "abca"], s.add("http://x.org/long", alias="me"))
for bad in (("ftp://x", None), ("not a url", None), ("http://y.org", "me")):
    try:
        s.add(*bad)
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)
for c in ("me", "g8", "me", "zzz"):
    try:
        print(c, s.go(c))
    except KeyError as e:
        print("unknown", e)
print(s.hits, [Shortener.encode(n) for n in (0, 61, 62, 3843, 3844)])
