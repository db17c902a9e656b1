# Identifiers from names, from text, and by chance.
import uuid

u = uuid.uuid5(uuid.NAMESPACE_DNS, "example.org")
print(u, uuid.uuid3(uuid.NAMESPACE_URL, "http://example.org/"), u.version, u.variant, u.hex, u.urn)
print(u == uuid.UUID(str(u)), uuid.UUID(hex="{12345678-1234-5678-1234-567812345678}").int, uuid.UUID(int=5), uuid.UUID(bytes=bytes(range(16))), uuid.UUID(fields=(1, 2, 3, 4, 5, 6)))
print(u.fields, u.node, u.time_low, u.bytes[:4], u.bytes_le[:4], uuid.UUID(int=1) < uuid.UUID(int=2), len({u, uuid.UUID(u.hex)}), repr(uuid.UUID(int=0)))
r = uuid.uuid4()
print(r.version, r.variant == uuid.RFC_4122, len(str(r)), r != uuid.uuid4(), uuid.SafeUUID.unknown)
for bad in ("xyz", "12345678", ""):
    try:
        uuid.UUID(bad)
    except ValueError as e:
        print(e)
for kw in ({}, {"int": -1}, {"bytes": b"1"}, {"int": 1, "hex": "a"}):
    try:
        uuid.UUID(**kw)
    except (TypeError, ValueError) as e:
        print(e)
