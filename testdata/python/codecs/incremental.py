# Text that arrives in pieces which end in the middle of a character.
import codecs
import io

data = "a€😀é".encode()
pieces = [data[i:i + 2] for i in range(0, len(data), 2)]
dec = codecs.getincrementaldecoder("utf-8")()
print([dec.decode(p) for p in pieces], repr(dec.decode(b"", final=True)))
enc = codecs.getincrementalencoder("utf-16")()
print([enc.encode(c).hex() for c in "ab"])
print("".join(codecs.iterdecode(pieces, "utf-8")), list(codecs.iterencode("xy", "ascii")))
bad = codecs.getincrementaldecoder("utf-8")("strict")
bad.decode(b"\xe2\x82")
try:
    bad.decode(b"", True)
except UnicodeDecodeError as e:
    print(e)
reader = codecs.getreader("utf-8")(io.BytesIO(b"line one\nl\xc3\xafne two\n"))
print(reader.readline(), reader.read())
out = io.BytesIO()
writer = codecs.getwriter("latin-1")(out)
writer.write("café")
print(out.getvalue())
print("a\\tb".encode().decode("unicode_escape"), codecs.encode(b"hi", "base64"))
print(codecs.BOM_UTF16_LE)
