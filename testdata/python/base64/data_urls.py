# Pictures in pages: data URLs, padding, and what strict decoding refuses.
import base64
import binascii

PIXEL = bytes.fromhex("89504e470d0a1a0a") + bytes(range(10))


def to_url(data, mime="image/png"):
    return f"data:{mime};base64,{base64.b64encode(data).decode('ascii')}"


def from_url(url):
    head, _, body = url.partition(",")
    mime = head.removeprefix("data:").removesuffix(";base64")
    return mime, base64.b64decode(body)


url = to_url(PIXEL)
print(url)
mime, data = from_url(url)
print(mime, data == PIXEL)
for n in range(5):
    print(n, base64.b64encode(b"x" * n), base64.b32encode(b"x" * n), base64.b16encode(b"x" * n))
for bad in (b"abc", b"a===", b"ab!c"):
    for validate in (False, True):
        try:
            print(bad, validate, base64.b64decode(bad, validate=validate))
        except binascii.Error as e:
            print(bad, validate, "Error:", e)
