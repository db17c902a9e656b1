# Old ciphers: shifted, with a key, by rails, broken by letter counts.
import string
from itertools import cycle

A = string.ascii_uppercase


def caesar(text, n):
    table = str.maketrans(A + A.lower(), A[n:] + A[:n] + (A[n:] + A[:n]).lower())
    return text.translate(table)


def vigenere(text, key, sign=1):
    keys = cycle(key.upper())
    return "".join(A[(A.index(c) + sign * A.index(next(keys))) % 26] if c in A else c for c in text.upper())


def rails(text, n):
    rows = [""] * n
    path = cycle([*range(n), *range(n - 2, 0, -1)])
    for c, r in zip(text, path):
        rows[r] += c
    return "".join(rows)


def unrails(text, n):
    order = rails([chr(i) for i in range(len(text))], n)
    out = [""] * len(text)
    for c, i in zip(text, map(ord, order)):
        out[i] = c
    return "".join(out)


def crack(text):
    common = "ETAOIN"
    return max(range(26), key=lambda n: sum(caesar(text, n).upper().count(c) for c in common))


secret = caesar("Meet me at the station tonight", 3)
print(secret, caesar(secret, -3 % 26), crack(secret))
v = vigenere("Attack at dawn!", "lemon")
print(v, vigenere(v, "lemon", -1), caesar("Hello", 13), caesar(caesar("Hello", 13), 13))
r = rails("WEAREDISCOVEREDFLEEATONCE", 3)
print(r, unrails(r, 3))
print({c: format(ord(c), "08b") for c in "Hi"}, "".join(f"{ord(c) ^ 42:02x}" for c in "xor"), bytes(b ^ 42 for b in bytes.fromhex("524558")).decode())
MORSE = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..".split()))
back = {v: k for k, v in MORSE.items()}
m = " ".join(MORSE.get(c, "/") for c in "SOS NOW")
print(m, "".join(back.get(x, " ") for x in m.split()))
