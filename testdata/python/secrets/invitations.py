# Codes that nobody can guess: lengths, alphabets, comparison.
import secrets
import string


def code(length=8, alphabet=string.ascii_uppercase + string.digits):
    return "".join(secrets.choice(alphabet) for _ in range(length))


def password(length=12):
    kinds = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
    while True:
        p = "".join(secrets.choice("".join(kinds)) for _ in range(length))
        if all(any(c in k for c in p) for k in kinds):
            return p


c = code()
print(len(c), set(c) <= set(string.ascii_uppercase + string.digits), c.isupper() or c.isdigit())
p = password()
print(len(p), any(x.islower() for x in p), any(x.isupper() for x in p), any(x.isdigit() for x in p))
print(len({code() for _ in range(50)}), len(secrets.token_bytes(5)), len(secrets.token_hex(5)), len(secrets.token_urlsafe(6)))
print(all(0 <= secrets.randbelow(3) < 3 for _ in range(60)), secrets.randbits(8) < 256, secrets.randbelow(1))
print(secrets.compare_digest("a", "a"), secrets.compare_digest(b"a", b"b"))
for bad in (lambda: secrets.randbelow(0), lambda: secrets.choice([]), lambda: secrets.compare_digest("é", "é")):
    try:
        bad()
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
deck = [r + s for r in "AKQ" for s in "♠♥"]
secrets.SystemRandom().shuffle(deck)
print(sorted(deck), isinstance(secrets.SystemRandom().random(), float), secrets.DEFAULT_ENTROPY)
