# Identifiers: by name, from parts, sorted, shortened, in other notations.
import base64
import uuid

NS = uuid.uuid5(uuid.NAMESPACE_DNS, "shop.example")
ids = {n: uuid.uuid5(NS, n) for n in ("chair", "table", "lamp")}
for n, u in sorted(ids.items(), key=lambda kv: kv[1]):
    print(f"{n:<6}{u} v{u.version} {u.variant == uuid.RFC_4122} {base64.urlsafe_b64encode(u.bytes).rstrip(b'=').decode()} {u.hex[:8]}")
print(uuid.uuid3(uuid.NAMESPACE_URL, "http://x"), ids["lamp"] == uuid.uuid5(NS, "lamp"), len({*ids.values(), uuid.uuid5(NS, "chair")}))
u = uuid.UUID("{12345678-1234-5678-1234-567812345678}")
print(u, repr(u), u.int, u.bytes_le.hex(), u.urn, u.fields, u.time_low, u.node, u.version, u == uuid.UUID(int=u.int), u == uuid.UUID(bytes_le=u.bytes_le), uuid.UUID(fields=u.fields) == u, int(u) == u.int)
print(uuid.UUID("urn:uuid:12345678123456781234567812345678") == u, uuid.UUID(hex="F" * 32), uuid.UUID(int=0), uuid.UUID(int=1) < uuid.UUID(int=2), sorted([uuid.UUID(int=3), uuid.UUID(int=1)])[0].int, hash(u) == hash(uuid.UUID(str(u))))
r = uuid.uuid4()
print(r.version, r.variant, r != uuid.uuid4(), len(str(r)), str(r)[14], r.is_safe)
t = uuid.uuid1(node=0x010203040506, clock_seq=0x1234)
print(t.version, hex(t.node), hex(t.clock_seq), t.time > 0, uuid.UUID(int=5, version=4).version)
for bad in ("xyz", "1234", "g" * 32):
    try:
        uuid.UUID(bad)
    except ValueError as e:
        print("ValueError:", e)
for bad in (lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b"x"), lambda: setattr(u, "int", 3), lambda: u < 3, lambda: uuid.UUID(int=1, version=9), lambda: uuid.UUID("a" * 32, int=3)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
