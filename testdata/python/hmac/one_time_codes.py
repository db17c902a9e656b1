# Codes that change with a counter or the time (RFC 4226 and 6238).
import base64
import hmac
import struct


def hotp(secret, counter, digits=6, algorithm="sha1"):
    mac = hmac.digest(secret, struct.pack(">Q", counter), algorithm)
    offset = mac[-1] & 15
    number = struct.unpack_from(">I", mac, offset)[0] & 0x7FFFFFFF
    return f"{number % 10 ** digits:0{digits}d}"


def totp(secret, now, step=30, **kw):
    return hotp(secret, now // step, **kw)


secret = b"12345678901234567890"
print([hotp(secret, i) for i in range(5)])
print([totp(secret, t, digits=8) for t in (59, 1111111109, 2000000000)])
print(base64.b32encode(secret).decode(), totp(base64.b32decode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), 59, digits=8))


def verify(code, now, window=1):
    return any(hmac.compare_digest(code, totp(secret, now + 30 * d)) for d in range(-window, window + 1))


code = totp(secret, 1_000_000)
print(code, [verify(code, 1_000_000 + d) for d in (-45, 0, 29, 45, 90)], totp(b"k" * 32, 59, algorithm="sha256"))
