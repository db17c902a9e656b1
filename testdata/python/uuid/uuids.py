import uuid

print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "http://example.com/"))
u = uuid.UUID("{12345678-1234-5678-9234-567812345678}")
print(u, repr(u), u.hex, u.urn, int(u))
print(u.bytes, u.bytes_le, u.fields)
print(u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.node, u.time, u.clock_seq)
print(u.variant, u.version, uuid.UUID(int=0).variant, uuid.UUID(int=0).version)
print(uuid.UUID(bytes=u.bytes) == u, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u, uuid.UUID(u.urn) == u)
print(sorted([uuid.UUID(int=3), uuid.UUID(int=1)]), hash(u) == hash(uuid.UUID(str(u))), u == str(u), u < uuid.UUID(int=0))
r = uuid.uuid4()
print(r.version, r.variant, len(str(r)), r != uuid.uuid4(), len({uuid.uuid4() for _ in range(100)}))
t = uuid.uuid1()
print(t.version, t.time < uuid.uuid1().time, t.node == uuid.getnode())
for wrong in (lambda: uuid.UUID("123"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: setattr(u, "int", 5), lambda: u < 3):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
