# C modules that hold objects while they work: json, re, deflate (zlib), io, asyncio.
import asyncio
import io
import json
import re

try:
    import deflate
except ImportError:
    deflate = None
    import zlib


def junk():
    return [[i] * 20 for i in range(20)]


def packed(data):
    if deflate is None:
        return zlib.decompress(zlib.compress(data))
    out = io.BytesIO()
    with deflate.DeflateIO(out, deflate.ZLIB) as stream:
        for i in range(0, len(data), 100):
            stream.write(data[i : i + 100])
            junk()
    stream = deflate.DeflateIO(io.BytesIO(out.getvalue()), deflate.ZLIB)
    back = bytearray()
    while True:
        piece = stream.read(70)
        junk()
        if not piece:
            return bytes(back)
        back += piece


async def worker(n, results, lock):
    for i in range(5):
        await asyncio.sleep(0)
        junk()
        async with lock:
            results.append([n, i])


async def main():
    results, lock = [], asyncio.Lock()
    await asyncio.gather(*[worker(n, results, lock) for n in range(8)])
    return results


for turn in range(2):
    value = {"list": [{"n%d" % i: [i, i * 0.5, None, True, "\u00e4\n"]} for i in range(30)]}
    text = json.dumps(value)
    junk()
    assert json.loads(text) == value
    found = []
    text = " ".join(["key%d=value%d" % (i, i) for i in range(30)])
    while True:
        m = re.search(r"(\w+)=(\w+)", text)
        if not m:
            break
        junk()
        found.append((m.group(1), m.group(2)))
        text = text[m.end() :]
    assert found == [("key%d" % i, "value%d" % i) for i in range(30)]
    assert re.sub(r"\d+", lambda m: str(len(junk()) + int(m.group(0))), "a1b22c333") == "a21b42c353"
    data = b"".join([b"line %d\n" % i for i in range(200)])
    assert packed(data) == data
    stream = io.StringIO()
    for i in range(50):
        print("x", i, file=stream)
        junk()
    assert stream.getvalue() == "".join(["x %d\n" % i for i in range(50)])
    results = asyncio.run(main())
    assert sorted(results) == [[n, i] for n in range(8) for i in range(5)]
print("ok")
