# URL-safe tokens without padding, alternative alphabets, base85.
import base64
import json


def encode(obj):
    raw = json.dumps(obj, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decode(token):
    pad = "=" * (-len(token) % 4)
    return json.loads(base64.urlsafe_b64decode(token + pad))


header = encode({"alg": "none", "typ": "JWT"})
payload = encode({"sub": "42", "name": "Zoë", "admin": True, "exp": 1700000000})
token = f"{header}.{payload}."
print(token)
print([decode(p) for p in token.split(".") if p])
data = bytes([251, 239, 190, 255])
print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.b64encode(data, altchars=b"@$"))
print(base64.b64decode("-_--", altchars="-_"))
print(base64.b85encode(b"hello world"), base64.b85decode(b"Xk~0{Zy<MXa%^M"))
print(base64.a85encode(b"hello\0\0\0\0"), base64.a85decode(b"<~87cURDZ~>", adobe=True))
print(base64.b32hexencode(b"hi"), base64.b32decode("nbuq====", casefold=True))
print(base64.encodebytes(b"long " * 20).decode(), end="")
print(base64.standard_b64decode("aGk="))
try:
    base64.b32decode("1")
except Exception as e:
    print(type(e).__name__, e)
