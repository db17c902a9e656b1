# Frames with a checksum: built, checked, and one that was damaged.
import binascii
import struct


def frame(payload):
    head = struct.pack(">HB", len(payload), 1)
    crc = binascii.crc32(head + payload)
    return head + payload + struct.pack(">I", crc)


def parse(data):
    (length, version), body = struct.unpack(">HB", data[:3]), data[3:-4]
    (crc,) = struct.unpack(">I", data[-4:])
    if length != len(body):
        raise ValueError(f"length {length}, got {len(body)}")
    if binascii.crc32(data[:-4]) & 0xFFFFFFFF != crc:
        raise binascii.Error("checksum does not match")
    return version, body


good = frame(b"temperature=21")
print(good.hex(":", 4))
print(parse(good))
damaged = bytearray(good)
damaged[5] ^= 1
for data in (bytes(damaged), good[:-1] + b"", good[:3] + good[4:]):
    try:
        print(parse(data))
    except (ValueError, binascii.Error) as e:
        print(type(e).__name__, e)
print(issubclass(binascii.Error, ValueError), binascii.crc32(b""), f"{binascii.crc32(memoryview(b'abc')):08x}")
