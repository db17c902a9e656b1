# Texts and bytes of all lengths up to forty are equal, or differ at any place, as their characters do.
base = "The quick brown fox jumps over the lazy dog"
wrong = 0
for kind in (str, bytes):
    text = base if kind is str else base.encode()
    for length in range(41):
        a = text[:length]
        same = text[: length // 2] + text[length // 2 : length]
        wrong += a != same or not a == same or a < same or a > same or hash(a) != hash(same)
        for place in range(length):
            lower = " " if kind is str else b" "
            b = a[:place] + lower + a[place + 1 :]
            if a[place : place + 1] != lower:
                wrong += a == b or not b < a or not a > b or {a: 1}.get(b) is not None
        for other in range(length):
            wrong += not text[:other] < a or text[:other] >= a
print(wrong)
print(sorted(["b", "a" * 9, "a" * 8, "a" * 16, "a" * 17, "", "\x7f", "\x80", "ÿ", "Ā", "\U00010000", "\uffff"]))
print(b"abc\xff" > b"abc\x01", b"12345678\xff" < b"12345678\x7f", b"\x80" > b"\x7f", "a\0b" < "a\0c", "a\0" > "a")
