# Links of a page made absolute, normalised, told apart, counted by host.
from collections import Counter
from urllib.parse import ParseResult, SplitResult, parse_qsl, quote, unquote, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse

BASE = "http://Example.com:80/docs/guide/index.html?v=1"
LINKS = ["intro.html", "../api/", "/home", "//cdn.example.net/x.js", "https://example.com/docs/", "#top", "?page=2&q=a+b", "mailto:me@x.org", "intro.html#part", "/a/./b/../c", "javascript:void(0)", "http://example.com:80/docs/guide/intro.html", "data:,x", "page%20one?b=2&a=1"]
PORTS = {"http": 80, "https": 443}


def normal(url):
    u = urlparse(urldefrag(url).url)
    host = u.hostname or ""
    if u.port and u.port != PORTS.get(u.scheme):
        host += f":{u.port}"
    query = urlencode(sorted(parse_qsl(u.query, keep_blank_values=True)))
    return urlunparse(u._replace(scheme=u.scheme.lower(), netloc=host, path=quote(unquote(u.path), safe="/~") or "/", query=query))


seen = {}
for l in LINKS:
    full = urljoin(BASE, l)
    if urlparse(full).scheme not in PORTS:
        print(f"skip {l}")
        continue
    seen.setdefault(normal(full), []).append(l)
for url, links in sorted(seen.items()):
    print(url, links)
print(Counter(urlsplit(u).hostname for u in seen).most_common())
u = urlsplit("HTTP://User:p%40ss@[::1]:8080/p;x?q#f")
print(u, u.hostname, u.port, u.username, unquote(u.password), u.geturl(), isinstance(u, SplitResult), u[0], len(urlparse("a")))
print(ParseResult("http", "h", "/p", "", "q=1", "").geturl(), urlencode({"k": ["a", "b"], "z": "é&="}, doseq=True), urlencode([("a", None), ("b", True)]), parse_qsl("a=1;b=2&c", keep_blank_values=True), parse_qsl("a=1;b=2", separator=";"))
for bad in (lambda: parse_qsl("a", strict_parsing=True), lambda: urljoin("a", b"b"), lambda: urlencode("abc"), lambda: parse_qsl("a=1&b=2", max_num_fields=1), lambda: quote(5)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
