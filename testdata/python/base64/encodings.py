import base64
import binascii

names = "b64 standard_b64 urlsafe_b64 b32 b32hex b16 b85 a85 z85".split()
for size in (0, 1, 2, 3, 4, 5, 10, 33, 80):
    data = bytes((i * 37 + size) % 256 for i in range(size))
    for name in names:
        coded = getattr(base64, name + "encode")(data)
        print(name, coded, getattr(base64, name + "decode")(coded) == data)
    print(base64.encodebytes(data), base64.decodebytes(base64.encodebytes(data)) == data)
    print(binascii.b2a_uu(data[:45]), binascii.a2b_uu(binascii.b2a_uu(data[:45])) == data[:45])
    print(binascii.b2a_qp(data), binascii.a2b_qp(binascii.b2a_qp(data, istext=False)) == data)
    print(binascii.crc32(data), binascii.crc_hqx(data, 0), binascii.hexlify(data, "-", 2), binascii.unhexlify(data.hex()) == data)

print(binascii.crc32(b"cd", binascii.crc32(b"ab")) == binascii.crc32(b"abcd"))
print(base64.b64encode(b"\xfb\xff", altchars=b"-_"), base64.b64decode("-_8=", altchars="-_"), base64.b64decode(" Y\nQ= ="))
print(base64.b64decode(bytearray(b"YWJj")), base64.b64decode(memoryview(b"YWJj")))
for wrong in (
    lambda: base64.b64decode("a"),
    lambda: base64.b64decode("abc"),
    lambda: base64.b64decode("ab!c", validate=True),
    lambda: base64.b64decode("é"),
    lambda: base64.b64encode("text"),
    lambda: base64.b32decode("abc"),
    lambda: base64.b16decode("xx"),
    lambda: base64.b85decode("~~~~~~"),
    lambda: binascii.a2b_base64("=ab=", strict_mode=True),
    lambda: binascii.unhexlify("abc"),
    lambda: binascii.unhexlify("xx"),
):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
