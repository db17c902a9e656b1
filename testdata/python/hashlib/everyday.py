import hashlib, hmac, base64, binascii, secrets, zlib

for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b", "blake2s"):
    h = hashlib.new(name, b"hello ")
    h.update(b"world")
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name)
print(hashlib.sha256("é".encode()).hexdigest() == hashlib.sha256(b"\xc3\xa9").hexdigest(), hashlib.shake_128(b"x").hexdigest(8), hashlib.blake2b(b"m", key=b"k", digest_size=16).hexdigest(), sorted(hashlib.algorithms_guaranteed)[:3])
print(hmac.new(b"key", b"msg", "sha256").hexdigest(), hmac.compare_digest("a", "a"), hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 10).hex(), hmac.digest(b"k", b"m", "md5").hex())
print(base64.b64encode(b"\xff\xfe data"), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b64decode("aGk="), base64.b32encode(b"hi"), base64.b16decode("4142"), base64.b85encode(b"hello"), base64.a85encode(b"hello"), binascii.hexlify(b"ab", "-"), binascii.crc32(b"x"), zlib.adler32(b"abc"), binascii.unhexlify("6869"))
for bad in (lambda: hashlib.new("nope"), lambda: hashlib.md5("text"), lambda: base64.b64decode("abc"), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: base64.b32decode("a"), lambda: base64.b64decode("a$b=", validate=True)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(len(secrets.token_hex(4)), len(secrets.token_bytes()), secrets.choice([1]), 0 <= secrets.randbelow(5) < 5)
