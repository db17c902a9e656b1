# Tokens of three parts: JSON in base64 without padding, a signature, expiry; wrong ones refused.
import base64
import hashlib
import hmac
import json

KEY = b"secret"


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sign(payload):
    parts = [b64(json.dumps(p, separators=(",", ":")).encode()) for p in ({"alg": "HS256"}, payload)]
    mac = hmac.digest(KEY, ".".join(parts).encode(), "sha256")
    return ".".join([*parts, b64(mac)])


def verify(token, now):
    head, body, mac = token.split(".")
    if not hmac.compare_digest(b64(hmac.digest(KEY, f"{head}.{body}".encode(), hashlib.sha256)), mac):
        raise PermissionError("bad signature")
    data = json.loads(unb64(body))
    if data["exp"] < now:
        raise PermissionError("expired")
    return data


t = sign({"user": "ann?>", "exp": 100})
print(t, verify(t, 50))
for bad, now in ((t, 101), (t[:-1] + "A", 50), (t.replace(".", ".e30", 1), 50), ("a.b", 1), ("...", 1)):
    try:
        print(verify(bad, now))
    except (PermissionError, ValueError) as e:
        print(type(e).__name__, e)
raw = bytes(range(250, 256)) + b"?"
for name in ("b16", "b32", "b32hex", "b64", "a85", "b85"):
    enc = getattr(base64, name + "encode")(raw)
    print(f"{name:<7}{enc.decode():<20}", getattr(base64, name + "decode")(enc) == raw)
print(base64.standard_b64encode(raw), base64.urlsafe_b64encode(raw), base64.b64encode(raw, b"-_"), base64.encodebytes(b"x" * 60), base64.b32decode("mzxw6===", casefold=True), base64.b64decode("aGV s\nbG8="), base64.b16decode("ff", True))
for bad in (lambda: base64.b64decode("abc"), lambda: base64.b64decode("a$b=", validate=True), lambda: base64.b16decode("ff"), lambda: base64.b32decode("1"), lambda: base64.b64encode("text"), lambda: base64.b85decode("~~~~~~\x7f")):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
