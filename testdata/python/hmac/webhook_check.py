# Messages signed and checked, with time stamps, several keys and digests.
import base64
import hashlib
import hmac
import json

KEYS = {"v1": b"old key", "v2": b"new key"}


def sign(body, at, key_id="v2"):
    mac = hmac.new(KEYS[key_id], f"{at}.".encode() + body, hashlib.sha256)
    return f"t={at},k={key_id},s={base64.urlsafe_b64encode(mac.digest()).rstrip(b'=').decode()}"


def check(body, header, now, tolerance=300):
    try:
        parts = dict(p.split("=", 1) for p in header.split(","))
        at, key_id = int(parts["t"]), parts["k"]
    except (ValueError, KeyError) as e:
        return f"malformed: {type(e).__name__}"
    if abs(now - at) > tolerance:
        return "too old"
    if key_id not in KEYS:
        return "unknown key"
    return "ok" if hmac.compare_digest(sign(body, at, key_id), header) else "bad signature"


body = json.dumps({"event": "paid", "sum": 12.5}, sort_keys=True).encode()
h = sign(body, 1000)
print(h)
for b, head, now in ((body, h, 1010), (body + b" ", h, 1010), (body, h, 9999), (body, h.replace("k=v2", "k=v9"), 1000), (body, "t=x", 1), (body, "", 1), (body, sign(body, 50, "v1"), 60), (body, h.replace("k=v2", "k=v1"), 1001)):
    print(check(b, head, now))
m = hmac.new(b"key", digestmod="sha512")
m.update(b"part one,")
c = m.copy()
m.update(b"part two")
print(m.hexdigest() == hmac.digest(b"key", b"part one,part two", "sha512").hex(), m.name, m.digest_size, m.block_size, c.hexdigest()[:12])
for algo in ("md5", "sha1", "sha256", "sha3_256", "blake2s"):
    print(algo, hmac.new(b"k" * 200, b"data", algo).hexdigest()[:20])
for bad in (lambda: hmac.new(b"k", b"m"), lambda: hmac.new("k", b"m", "md5"), lambda: hmac.new(b"k", "m", "md5"), lambda: hmac.new(b"k", b"", "nope")):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
