# Texts in cipher: shift, keyword, transposition, Morse, run lengths, rail fence, checksums of cards.
import string

A = string.ascii_uppercase


def shift(text, n):
    return text.translate(str.maketrans(A + A.lower(), A[n:] + A[:n] + (A[n:] + A[:n]).lower()))


def keyword(text, key, back=False):
    order = "".join(dict.fromkeys(key.upper() + A))
    return text.upper().translate(str.maketrans(*((order, A) if back else (A, order))))


def columns(text, n):
    return "".join(text[i::n] for i in range(n))


def rail(text, n):
    rows, r, step = [""] * n, 0, 1
    for c in text:
        rows[r] += c
        if not 0 <= r + step < n:
            step = -step
        r += step
    return "".join(rows)


MORSE = dict(zip("ABCDEFGHIJ", ".- -... -.-. -.. . ..-. --. .... .. .---".split()))


def runs(text):
    out, i = "", 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out += (str(j - i) if j - i > 1 else "") + text[i]
        i = j
    return out


def luhn(number):
    digits = [int(c) for c in number if c.isdigit()][::-1]
    return sum(d if i % 2 == 0 else sum(divmod(d * 2, 10)) for i, d in enumerate(digits)) % 10 == 0


secret = shift("Hello, World!", 3)
print(secret, shift(secret, -3 % 26), keyword("attack", "zebra"), keyword(keyword("attack", "zebra"), "zebra", True), columns("WEAREDISCOVERED", 3), rail("WEAREDISCOVERED", 3))
print(" ".join(MORSE[c] for c in "BADGE"), {v: k for k, v in MORSE.items()}["-.."], runs("aaabccdddd"), [luhn(n) for n in ("4539 1488 0343 6467", "8273 1232 7352 0569")])
freq = sorted(((secret.lower().count(c), c) for c in set(secret.lower()) if c.isalpha()), key=lambda t: (-t[0], t[1]))
print(freq[:3], sum(c in "aeiou" for c in "education"), "".join(sorted("cipher")), "".join(chr(ord(c) ^ 7) for c in "xor"), bytes(b ^ 0x20 for b in b"Case").decode())
print(max(range(26), key=lambda n: shift(secret, n).lower().count("l") + shift(secret, n).lower().count("e")), shift("xyz XYZ", 2), "".join(f"{ord(c):03d}" for c in "AZ"))
