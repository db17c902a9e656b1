# A hex dump, checksums and conversions.
import binascii


def hexdump(data, width=8):
    for offset in range(0, len(data), width):
        chunk = data[offset:offset + width]
        text = "".join(chr(b) if 32 <= b < 127 else "." for b in chunk)
        print(f"{offset:04x}  {binascii.hexlify(chunk, ' ').decode():<{width * 3}} {text}")


hexdump(b"GET / HTTP/1.1\r\nHost: \xff\x00")
print(binascii.unhexlify("cafe"), binascii.a2b_hex(b"00ff"), binascii.b2a_hex(b"\x01\x02", "-", 1))
print(hex(binascii.crc32(b"123456789")), binascii.crc32(b"789", binascii.crc32(b"123456")) == binascii.crc32(b"123456789"))
print(binascii.b2a_base64(b"hello"), binascii.b2a_base64(b"hello", newline=False))
print(binascii.a2b_base64(b"aGVs\nbG8="))
print(binascii.crc_hqx(b"123456789", 0))
print(binascii.b2a_qp(b"caf\xe9 = x"), binascii.a2b_qp(b"caf=E9 =3D x"))
for bad in ("abc", "zz", b"\xff"):
    try:
        binascii.unhexlify(bad)
    except ValueError as e:
        print(type(e).__name__, e)
