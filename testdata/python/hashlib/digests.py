# Every hash function, on texts of many lengths, at once and in parts.
import hashlib

for name in sorted(hashlib.algorithms_guaranteed):
    args = (20,) if name.startswith("shake") else ()
    parts = hashlib.new(name)
    for i in range(0, 300, 11):
        parts.update((bytes(range(256)) * 2)[:i])
    print(name, parts.digest_size, parts.block_size, parts.copy().hexdigest(*args))
    print("  ", hashlib.new(name, b"").hexdigest(*args)[:40], hashlib.new(name, b"x" * 1000).hexdigest(*args)[-40:])
    # Lengths around the ends of blocks
    print("  ", "".join(hashlib.new(name, b"y" * i).hexdigest(*args)[:3] for i in range(260)))

print(hashlib.sha256(b"abc").hexdigest())
print(hashlib.shake_256(b"abc").digest(300)[-8:])
print(hashlib.blake2b(b"abc", digest_size=20, key=b"key", salt=b"salt", person=b"me").hexdigest())
tree = dict(fanout=2, depth=3, leaf_size=70000, node_offset=2**40, node_depth=1, inner_size=3, last_node=True)
print(hashlib.blake2b(b"abc" * 100, **tree).hexdigest())
print(hashlib.blake2s(b"abc" * 100, **tree).hexdigest())
print(hashlib.blake2b(key=b"k" * 64).hexdigest(), hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2s.SALT_SIZE)
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex())
print(hashlib.pbkdf2_hmac("sha512", b"password" * 40, b"salt", 10, 100).hex())

for wrong in (
    lambda: hashlib.md5("text"),
    lambda: hashlib.new("foo"),
    lambda: hashlib.md5(3),
    lambda: hashlib.blake2b(digest_size=65),
    lambda: hashlib.pbkdf2_hmac("sha1", b"", b"", 0),
):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
