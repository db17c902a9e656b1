# Bytes of unknown encoding, decoded with fallbacks; what goes wrong is told exactly.
import codecs

SAMPLES = ["naïve".encode("utf-8"), "naïve".encode("latin-1"), codecs.BOM_UTF8 + b"bom", "ü".encode("utf-16"), b"plain"]


def guess(data):
    for bom, enc in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(bom):
            return data.decode(enc), enc
    for enc in ("ascii", "utf-8", "latin-1"):
        try:
            return data.decode(enc), enc
        except UnicodeDecodeError as e:
            print(f"   not {e.encoding}: byte {e.object[e.start]:#x} at {e.start}: {e.reason}")


for s in SAMPLES:
    print(s, "->", guess(s))
print("żółw".encode("ascii", "replace"), "żółw".encode("ascii", "xmlcharrefreplace"), "żółw".encode("ascii", "backslashreplace"))
print("a\u2603".encode("latin-1", "namereplace") if False else "a☃".encode("latin-1", "ignore"))
print(b"ab\xffcd".decode("utf-8", "replace"), b"ab\xffcd".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
print(codecs.lookup("UTF8").name, codecs.lookup("latin1").name, codecs.encode("abc", "rot13"), codecs.decode(b"616263", "hex"))
for bad in (lambda: "x".encode("nope"), lambda: "ł".encode("latin-1"), lambda: codecs.lookup("klingon")):
    try:
        bad()
    except (LookupError, UnicodeError) as e:
        print(type(e).__name__, e)
