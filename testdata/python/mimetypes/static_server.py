# Headers that a server of files would send.
import mimetypes

REQUESTS = ["/index.html", "/app.js", "/style.css", "/logo.svg", "/photo.JPEG", "/data.json", "/archive.tar.gz", "/movie.mp4", "/song.mp3", "/doc.pdf", "/noext", "/weird.xyzzy", "/a.b/c", "/x.csv", "/x.txt"]


def headers(path):
    kind, encoding = mimetypes.guess_type(path)
    h = {"Content-Type": kind or "application/octet-stream"}
    if kind and kind.startswith("text/"):
        h["Content-Type"] += "; charset=utf-8"
    if encoding:
        h["Content-Encoding"] = encoding
    return h


for r in REQUESTS:
    print(f"{r:<16}", headers(r))
print(mimetypes.guess_extension("image/png"), mimetypes.guess_extension("text/html"), mimetypes.guess_extension("no/such"))
mimetypes.add_type("text/x-weird", ".xyzzy")
print(headers("/weird.xyzzy"), mimetypes.guess_extension("text/x-weird"))
own = mimetypes.MimeTypes(strict=True)
own.add_type("application/x-own", ".own")
print(own.guess_type("a.own"), mimetypes.guess_type("a.own"), own.guess_type("data:text/plain;base64,AAA="), own.guess_type("http://h/x.png?y"))
