# Signatures and tokens, as web programs make them.
import base64
import hashlib
import hmac
import io
import json
import secrets


def sign(payload, key):
    body = base64.urlsafe_b64encode(json.dumps(payload, sort_keys=True).encode()).rstrip(b"=")
    mac = hmac.new(key, body, hashlib.sha256).digest()
    return body + b"." + base64.urlsafe_b64encode(mac).rstrip(b"=")


def verify(token, key):
    body, _, mac = token.partition(b".")
    expected = base64.urlsafe_b64encode(hmac.new(key, body, "sha256").digest()).rstrip(b"=")
    if not hmac.compare_digest(mac, expected):
        raise ValueError("bad signature")
    return json.loads(base64.urlsafe_b64decode(body + b"=" * (-len(body) % 4)))


token = sign({"user": "anna", "admin": False}, b"secret")
print(token.decode())
print(verify(token, b"secret"))
try:
    verify(token, b"other")
except ValueError as e:
    print(e)

print(hmac.digest(b"key" * 80, b"msg", "sha512").hex())
h = hmac.new(b"key", digestmod="md5")
h.update(b"a")
h.update(b"b")
print(h.hexdigest(), h.name, h.digest_size, h.block_size, h.copy().digest() == h.digest())
print(hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"a", b"b"), hmac.compare_digest("a", "ab"))
print(len(secrets.token_hex(16)), len(secrets.token_bytes(5)), secrets.randbelow(1), secrets.choice("x"), type(secrets.token_urlsafe()))
print(hashlib.file_digest(io.BytesIO(b"some text"), "sha1").hexdigest())
