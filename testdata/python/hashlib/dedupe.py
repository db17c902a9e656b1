# Files compared by digest: blocks, trees of hashes, duplicates, algorithms side by side.
import hashlib
import io
from collections import defaultdict

FILES = {"a.txt": b"hello\n" * 50, "b.txt": b"hello\n" * 50, "c.bin": bytes(range(256)), "d.txt": b"hello\n" * 49 + b"Hello\n", "empty": b""}


def digest(f, name="sha256", block=64):
    h = hashlib.new(name)
    while chunk := f.read(block):
        h.update(chunk)
    return h.hexdigest()


same = defaultdict(list)
for name, data in FILES.items():
    same[digest(io.BytesIO(data))].append(name)
print([v for v in same.values() if len(v) > 1], {n: d[:12] for d, names in same.items() for n in names})
for algo in ("md5", "sha1", "sha224", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    h = hashlib.new(algo, FILES["c.bin"])
    print(f"{algo:<9}{h.digest_size:>3}{h.block_size:>4} {h.hexdigest()[:24]} {h.name}")


def merkle(blocks):
    level = [hashlib.sha256(b).digest() for b in blocks]
    while len(level) > 1:
        level = [hashlib.sha256(b"".join(level[i:i + 2])).digest() for i in range(0, len(level), 2)]
    return level[0].hex()[:16]


blocks = [FILES["a.txt"][i:i + 64] for i in range(0, 300, 64)]
print(merkle(blocks), merkle(blocks[::-1]), merkle(blocks[:1]))
h = hashlib.sha256(b"one")
fork = h.copy()
h.update(b"two")
print(h.hexdigest() == hashlib.sha256(b"onetwo").hexdigest(), fork.hexdigest()[:8], hashlib.shake_128(b"x").hexdigest(8), hashlib.blake2b(b"m", digest_size=8, key=b"k", person=b"p").hexdigest())
print(hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 10).hex()[:16], {"md5", "sha256"} <= hashlib.algorithms_available, hashlib.file_digest(io.BytesIO(b"abc"), "sha1").hexdigest()[:10])
for bad in (lambda: hashlib.sha256("text"), lambda: hashlib.new("nope"), lambda: hashlib.md5(5), lambda: hashlib.blake2b(digest_size=99)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e)[:40])
