# Texts packed with Huffman's codes: tree from a heap, bits, packed bytes, unpacked again.
import heapq
from collections import Counter
from itertools import count


def codes(text):
    order = count()
    heap = [(n, next(order), c) for c, n in sorted(Counter(text).items())]
    heapq.heapify(heap)
    if len(heap) == 1:
        return {heap[0][2]: "0"}
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], next(order), (a[2], b[2])))
    table = {}

    def walk(node, path):
        if isinstance(node, str):
            table[node] = path
        else:
            for bit, n in zip("01", node):
                walk(n, path + bit)
    walk(heap[0][2], "")
    return table


def pack(text):
    table = codes(text)
    bits = "".join(map(table.__getitem__, text))
    pad = -len(bits) % 8
    return table, pad, int("1" + bits + "0" * pad, 2).to_bytes((len(bits) + pad) // 8 + 1, "big")


def unpack(table, pad, data):
    bits = bin(int.from_bytes(data, "big"))[3:]
    bits = bits[:len(bits) - pad]
    back, out, at = {v: k for k, v in table.items()}, [], ""
    for b in bits:
        at += b
        if at in back:
            out.append(back[at])
            at = ""
    return "".join(out)


for text in ("abracadabra", "she sells sea shells on the sea shore", "aaaa", "ÄÖÜ äöü äää", "ab" * 20):
    table, pad, data = pack(text)
    print(f"{len(text.encode()):>3} -> {len(data):>3} bytes, {len(table)} codes", dict(sorted(table.items(), key=lambda kv: (len(kv[1]), kv[1]))[:4]), unpack(table, pad, data) == text)
    assert not any(a != b and b.startswith(a) for a in table.values() for b in table.values())
print(pack("abracadabra")[2].hex(" "))
