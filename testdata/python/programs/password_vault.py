# A vault with a master key: values hidden by a key stream, tampering found.
import hashlib
import hmac
import json


class Vault:
    def __init__(self, master, salt=b"salt"):
        self.key = hashlib.pbkdf2_hmac("sha256", master.encode(), salt, 50)
        self.items = {}

    def _stream(self, name, n):
        out, i = b"", 0
        while len(out) < n:
            out += hashlib.sha256(self.key + name.encode() + i.to_bytes(4)).digest()
            i += 1
        return out[:n]

    def __setitem__(self, name, value):
        data = json.dumps(value).encode()
        hidden = bytes(a ^ b for a, b in zip(data, self._stream(name, len(data))))
        self.items[name] = hidden, hmac.digest(self.key, name.encode() + hidden, "sha256")

    def __getitem__(self, name):
        hidden, mac = self.items[name]
        if not hmac.compare_digest(mac, hmac.digest(self.key, name.encode() + hidden, "sha256")):
            raise PermissionError(f"{name} was changed, or the key is wrong")
        return json.loads(bytes(a ^ b for a, b in zip(hidden, self._stream(name, len(hidden)))))


v = Vault("correct horse")
v["mail"] = {"user": "ann", "pin": [1, 2]}
v["long"] = "x" * 100
print(v["mail"], len(v["long"]), v.items["mail"][0].hex()[:24])
other = Vault("wrong")
other.items = v.items
hidden, mac = v.items["long"]
v.items["long"] = hidden[:-1] + b"?", mac
for vault, name in ((other, "mail"), (v, "long"), (v, "none")):
    try:
        vault[name]
    except (PermissionError, KeyError) as e:
        print(type(e).__name__, e)
