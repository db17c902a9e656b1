# Requests with a signature; what was changed is refused.
import hmac
import hashlib

KEY = b"secret-key"


def sign(method, path, body):
    mac = hmac.new(KEY, digestmod="sha256")
    for part in (method, path, body):
        mac.update(part.encode() + b"\n")
    return mac.hexdigest()


good = sign("POST", "/pay", "amount=5")
print(good)
for body in ("amount=5", "amount=500"):
    print(body, hmac.compare_digest(good, sign("POST", "/pay", body)))
print(hmac.digest(KEY, b"data", "md5").hex(), hmac.HMAC(KEY, b"data", hashlib.sha1).name, hmac.new(KEY, b"x", "sha512").digest_size)
m = hmac.new(KEY, b"a", hashlib.sha256)
n = m.copy()
n.update(b"b")
print(m.hexdigest()[:8], n.hexdigest() == hmac.new(KEY, b"ab", "sha256").hexdigest(), m.block_size)
print(hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"a", b"ab"))
for bad in (lambda: hmac.new(KEY, b"x"), lambda: hmac.new("text", b"x", "md5"), lambda: hmac.compare_digest("é", "é")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
