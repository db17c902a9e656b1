# A toy chain of blocks with proof of work, checked and tampered with.
import hashlib
import json


def block_hash(block):
    text = json.dumps({k: v for k, v in block.items() if k != "hash"}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def mine(data, previous, difficulty=1):
    block = {"data": data, "previous": previous, "nonce": 0}
    while not (h := block_hash(block)).startswith("0" * difficulty):
        block["nonce"] += 1
    block["hash"] = h
    return block


chain = [mine("genesis", "0" * 8)]
for data in ("ann pays bob 5", "bob pays cy 2"):
    chain.append(mine(data, chain[-1]["hash"][:8]))
for b in chain:
    print(b["nonce"], b["previous"], b["hash"][:12], b["data"])


def valid(chain):
    return all(block_hash(b) == b["hash"] for b in chain) and all(b["previous"] == a["hash"][:8] for a, b in zip(chain, chain[1:]))


print(valid(chain))
chain[1]["data"] = "ann pays bob 500"
print(valid(chain))


def merkle(leaves):
    level = [hashlib.sha256(x.encode()).digest() for x in leaves]
    while len(level) > 1:
        level = [hashlib.sha256(b"".join(level[i:i + 2])).digest() for i in range(0, len(level), 2)]
    return level[0].hex()[:16]


print(merkle("abcde"), merkle("abced"))
