# Addresses taken apart, changed, joined, quoted.
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse, urlunsplit

u = urlparse("https://ann:pw@Example.org:8080/a/b;p?q=1&q=2&empty=&x=%C3%A9#top")
print(u, u.hostname, u.port, u.username, u.password, u.geturl())
print(parse_qs(u.query), parse_qs(u.query, keep_blank_values=True), parse_qsl("a=1&b=2&a=3"))
print(urlencode({"q": "a b&c", "n": 5, "é": "ü"}), urlencode({"t": [1, 2]}, doseq=True), urlencode([("a", "/")], safe="/"), urlencode({"a b": ""}, quote_via=quote))
print(quote("/a b/é?x"), quote("a/b", safe=""), quote_plus("a b+c"), unquote("%C3%A9%zz+"), unquote_plus("a+b%2B"), quote(b"\xff"))
for rel in ("c", "./c", "../c", "/c", "?x=1", "#f", "//other.org/z", "http://new/", "", "../../../c"):
    print(rel, "->", urljoin("http://h/a/b/d?q#z", rel))
print(urlunsplit(urlsplit("http://h/p")._replace(query=urlencode({"k": 1}), netloc="h2:9")), urldefrag("http://h/p#frag"), urlsplit("mailto:a@b.c"), urlunparse(("http", "h", "p", "", "", "")))
for bad in ("http://h:99999/", "http://h:x/", "http://[::1/"):
    try:
        print(urlsplit(bad).port)
    except ValueError as e:
        print(e)
print(urlsplit("http://[::1]:80/x").hostname, urlparse("//h/p").netloc, urlparse("h:80").scheme, urlsplit(b"http://h/").netloc)
