# Links built, changed and compared.
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunsplit

url = "https://ann:pw@Shop.Example:8443/a%20b/list;v=1?q=red+shoes&size=42&size=43&empty=#top"
u = urlsplit(url)
print(u.scheme, u.hostname, u.port, u.username, u.password, u.path, u.query, u.fragment, sep=" | ")


def with_params(url, **changes):
    u = urlsplit(url)
    q = [(k, v) for k, v in parse_qsl(u.query, keep_blank_values=True) if k not in changes]
    q += [(k, v) for k, v in changes.items() if v is not None]
    return urlunsplit(u._replace(query=urlencode(q)))


print(with_params(url, page=2, size=None))
print(with_params("http://h", q="a b&c=d/é"))
print(parse_qs(u.query), parse_qs(u.query, keep_blank_values=True)["empty"])
print(urlencode({"a": [1, 2], "b": "x y"}, doseq=True), urlencode({"a": [1, 2]}), urlencode([("k", "ä")], encoding="latin-1"))
base = "http://h/a/b/c?x#y"
for ref in ("d", "./d", "../d", "../../../d", "/d", "//other/d", "?q=1", "#f", "", "mailto:x@y", "g;p?q#s", "d/."):
    print(f"{ref:<12}{urljoin(base, ref)}")
print(quote("a b/ü?&"), quote("a/b", safe=""), quote_plus("a b+c"), unquote("%C3%BC+%zz"), unquote_plus("a+b%2B"), unquote_to_bytes("%ff%00"))
print(urldefrag(url).fragment, urlparse("http://h/p;x=1?q").params, urlsplit("//host/x").netloc, urlsplit("path:8").scheme)
for bad in ("http://h:99999/", "http://h:x/"):
    try:
        print(urlsplit(bad).port)
    except ValueError as e:
        print("ValueError:", e)
try:
    urlsplit("http://[::1/")
except ValueError as e:
    print("ValueError:", e)
print(urlsplit("http://[::1]:80/").hostname, urlsplit(b"http://h/x").path)
