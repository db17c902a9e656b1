# Configuration, addresses of the web, and markup.
import calendar
import configparser
import fnmatch
import html
import io
import mimetypes
import tomllib
from html.parser import HTMLParser
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlencode, urljoin, urlparse, urlsplit, urlunparse

config = configparser.ConfigParser()
config.read_string(
    """
[DEFAULT]
timeout = 30
base = /srv

[server]
host = example.org
port: 8080
debug = yes
path = %(base)s/www
; a comment
[empty]
"""
)
print(config.sections(), config["server"]["host"], config.getint("server", "port"), config["server"].getboolean("debug"), config["server"]["path"])
print(config.get("server", "none", fallback="fb"), dict(config["empty"]), "server" in config, config.has_option("server", "port"))
config["new"] = {"a": "1", "b": "two"}
config.set("new", "c", "3")
out = io.StringIO()
config.write(out)
print(out.getvalue())
for wrong in (lambda: config["nope"], lambda: config.get("server", "nope"), lambda: config.getint("new", "b")):
    try:
        wrong()
    except (KeyError, configparser.Error, ValueError) as e:
        print(type(e).__name__, e)

toml = tomllib.loads('title = "T"\n[owner]\nage = 5\npi = 3.14\nok = true\nlist = [1, 2, "x"]\nday = 2024-05-06\n[[item]]\nn = 1\n[[item]]\nn = 2\n')
print(toml)
try:
    tomllib.loads("a = ")
except tomllib.TOMLDecodeError as e:
    print(e)

u = urlparse("https://user:pw@example.org:8080/a/b;p?x=1&y=a+b&x=2#frag")
print(u)
print(u.scheme, u.netloc, u.hostname, u.port, u.username, u.path, u.query, u.fragment, u.geturl(), urlunparse(u) == u.geturl())
print(parse_qs(u.query), parse_qsl(u.query), urlencode({"q": "a b&c", "n": 5, "l": [1, 2]}, doseq=True))
print(quote("a b/ä?"), quote("a/b", safe=""), quote_plus("a b+c"), unquote("a%20b%C3%A4"), unquote_plus("a+b"))
print(urljoin("http://a/b/c/d", "../e"), urljoin("http://a/b/", "x?y"), urljoin("http://a/b", "//c/d"), urlsplit("//h/p").netloc)

print(html.escape("<a href='x'>&\"</a>"), html.unescape("&lt;p&gt; &amp; &eacute; &#65; &#x42; &nbsp;|"), html.escape("'", quote=False))


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.text = [], []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs).get("href"))

    def handle_data(self, data):
        if data.strip():
            self.text.append(data.strip())


parser = Links()
parser.feed("<html><body><p>Hello <a href='/x?a=1&amp;b=2'>one</a> <b>bold</b><br/><!-- c --><a href=two>2</a> &copy; 5</body>")
print(parser.links, parser.text)
print(fnmatch.fnmatch("data.csv", "*.csv"), fnmatch.filter(["a.py", "b.txt", "c.py"], "*.py"), fnmatch.fnmatchcase("A", "a"), fnmatch.fnmatch("x1", "x[!a]"))
print(calendar.month(2024, 2))
print(calendar.isleap(2024), calendar.monthrange(2023, 2), calendar.month_name[3], calendar.day_abbr[0], calendar.weekday(2024, 5, 6), calendar.TUESDAY)
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 10))
print(calendar.monthcalendar(2024, 9)[0], calendar.timegm((1970, 1, 2, 0, 0, 0)))
print(mimetypes.guess_type("a.html"), mimetypes.guess_type("x.tar.gz"), mimetypes.guess_type("p.png"), mimetypes.guess_extension("text/csv"))
