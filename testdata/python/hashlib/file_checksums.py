# Checksums of files, duplicates found by digest, a manifest checked.
import hashlib
import io
import os
import tempfile

folder = tempfile.mkdtemp()
for name, text in {"a.txt": "same", "b.txt": "other", "c.txt": "same", "empty": ""}.items():
    with open(os.path.join(folder, name), "w") as f:
        f.write(text)


def digest(path, algorithm="sha256", block=3):
    h = hashlib.new(algorithm)
    with open(path, "rb") as f:
        while chunk := f.read(block):
            h.update(chunk)
    return h.hexdigest()


groups = {}
for name in sorted(os.listdir(folder)):
    groups.setdefault(digest(os.path.join(folder, name)), []).append(name)
for d, names in groups.items():
    print(d[:16], names)
with open(os.path.join(folder, "b.txt"), "rb") as f:
    print(hashlib.file_digest(f, "md5").hexdigest())
h = hashlib.sha1(b"ab")
clone = h.copy()
clone.update(b"c")
print(h.hexdigest()[:10], clone.hexdigest(), clone.name, clone.digest_size, clone.block_size)
print(hashlib.sha3_256(b"").hexdigest()[:16], hashlib.blake2b(b"x", digest_size=8, key=b"k").hexdigest(), hashlib.shake_128(b"a").hexdigest(6))
print({"md5", "sha256", "blake2s"} <= hashlib.algorithms_guaranteed, hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 10).hex()[:20])
for bad in (lambda: hashlib.new("nope"), lambda: hashlib.md5("text"), lambda: hashlib.sha256().update(5)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
