# Lines of a hex file written and read with checksums; dumps, base64 and CRCs beside.
import binascii


def record(address, data, kind=0):
    body = bytes([len(data)]) + address.to_bytes(2, "big") + bytes([kind]) + data
    return ":" + binascii.hexlify(body + bytes([-sum(body) & 0xFF])).decode().upper()


def parse(line):
    if not line.startswith(":"):
        raise ValueError("no colon")
    raw = binascii.unhexlify(line[1:])
    if sum(raw) & 0xFF:
        raise ValueError("checksum")
    if len(raw) != raw[0] + 5:
        raise ValueError("length")
    return int.from_bytes(raw[1:3], "big"), raw[3], raw[4:-1]


data = bytes(range(40)) + b"end"
lines = [record(i, data[i:i + 16]) for i in range(0, len(data), 16)] + [record(0, b"", 1)]
print(*lines, sep="\n")
image = bytearray()
for line in lines:
    at, kind, part = parse(line)
    if kind == 1:
        break
    image[at:at + len(part)] = part
print(bytes(image) == data)
for bad in (lines[0][1:], lines[0][:-1], lines[0][:-2] + "00", ":zz", lines[0].replace("1", "2", 1)):
    try:
        parse(bad)
    except (ValueError, binascii.Error) as e:
        print(type(e).__name__, e)
print(binascii.hexlify(b"abc", ":"), binascii.hexlify(b"abcdef", "-", 2), binascii.b2a_base64(b"hi"), binascii.a2b_base64("aGk="), hex(binascii.crc32(b"123456789")), hex(binascii.crc_hqx(b"123456789", 0)), binascii.b2a_uu(b"cat"), binascii.a2b_uu(binascii.b2a_uu(b"cat")), binascii.b2a_qp(b"a=b\xe9"), binascii.a2b_qp(b"a=3Db"))
for bad in (lambda: binascii.a2b_hex("abc"), lambda: binascii.a2b_base64("a"), lambda: binascii.hexlify("text"), lambda: binascii.a2b_base64("a*b", strict_mode=True)):
    try:
        bad()
    except (binascii.Error, TypeError) as e:
        print(type(e).__name__, e)
