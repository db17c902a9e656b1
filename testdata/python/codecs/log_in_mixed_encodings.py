# Bytes of unknown encoding read: byte order marks, fallbacks, error handlers of one's own.
import codecs

SAMPLES = {"utf-8": "naïve €".encode(), "bom": codecs.BOM_UTF8 + b"with bom", "utf-16": "wide".encode("utf-16-le"), "bom16": codecs.BOM_UTF16_BE + "big".encode("utf-16-be"), "latin": "café".encode("latin-1"), "ascii": b"plain", "cp1252": b"\x93quoted\x94", "broken": b"ok \xc3( \xff"}


def decode(data):
    for bom, enc in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF16_LE, "utf-16")):
        if data.startswith(bom):
            return data.decode(enc), enc
    for enc in ("ascii", "utf-8"):
        try:
            return data.decode(enc), enc
        except UnicodeDecodeError as e:
            problem = f"{e.reason} at {e.start}"
    return data.decode("latin-1"), f"latin-1 ({problem})"


for name, data in SAMPLES.items():
    print(f"{name:<8}", decode(data))


def name_bytes(e):
    if isinstance(e, UnicodeDecodeError):
        return "".join(f"<{b:02X}>" for b in e.object[e.start:e.end]), e.end
    return "".join(f"[U+{ord(c):04X}]" for c in e.object[e.start:e.end]), e.end


codecs.register_error("named", name_bytes)
print(SAMPLES["broken"].decode("utf-8", "named"), "é€a".encode("ascii", "named"), codecs.lookup_error("named") is name_bytes)
for h in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    print(h, ascii(SAMPLES["broken"].decode("utf-8", h)))
for h in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"):
    print(h, "aé€".encode("ascii", h))
inc = codecs.getincrementaldecoder("utf-8")()
print([inc.decode(bytes([b])) for b in "é€x".encode()], inc.decode(b"", True), codecs.encode("Hello", "rot13"), codecs.decode("68656c6c6f", "hex"), codecs.lookup("UTF8").name, codecs.encode(b"abc", "base64"))
for bad in (lambda: b"\xff".decode("utf-8"), lambda: "é".encode("ascii"), lambda: "x".encode("no-such"), lambda: codecs.lookup("no-such"), lambda: "x".encode("ascii", "nope") and "é".encode("ascii", "nope"), lambda: b"a".decode("utf-16", "strict")):
    try:
        bad()
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
