# What type a file has, by its name.
import mimetypes

for name in ("a.html", "photo.JPG", "data.json", "x.tar.gz", "script.py", "noext", "b.csv", "http://x.org/c.png?v=1", "d.svg", "e.unknown", "data:text/plain,hi", "f.tgz", "g.pdf"):
    print(f"{name:<24}", mimetypes.guess_type(name))
print(mimetypes.guess_extension("text/html"), mimetypes.guess_extension("image/png"), mimetypes.guess_extension("x/nope"), ".jpg" in mimetypes.guess_all_extensions("image/jpeg"))
mimetypes.add_type("application/x-demo", ".demo")
print(mimetypes.guess_type("a.demo"), mimetypes.guess_extension("application/x-demo"))
types = mimetypes.MimeTypes()
print(types.guess_type("a.txt"), mimetypes.guess_type("x.webp"), mimetypes.guess_type("y.md"), mimetypes.types_map[".css"], mimetypes.encodings_map[".gz"], mimetypes.suffix_map[".tgz"])
print(mimetypes.guess_file_type("dir.d/file.mp3"), mimetypes.guess_type("a.pic", strict=False), mimetypes.guess_type("a.pic"))
