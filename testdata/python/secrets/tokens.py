# Tokens and passwords: their form, since their content is chance.
import re
import secrets
import string

t = secrets.token_hex(8)
print(len(t), bool(re.fullmatch("[0-9a-f]{16}", t)), len(secrets.token_bytes(5)), type(secrets.token_bytes()).__name__, bool(re.fullmatch(r"[\w-]+", secrets.token_urlsafe(12))), len(secrets.token_urlsafe(12)))
alphabet = string.ascii_letters + string.digits
while True:
    password = "".join(secrets.choice(alphabet) for _ in range(10))
    if any(c.islower() for c in password) and any(c.isupper() for c in password) and sum(c.isdigit() for c in password) >= 2:
        break
print(len(password), set(password) <= set(alphabet))
print(all(0 <= secrets.randbelow(10) < 10 for _ in range(100)), secrets.randbits(1) in (0, 1), secrets.compare_digest("a", "a"), len({secrets.token_hex(16) for _ in range(20)}))
for bad in (lambda: secrets.randbelow(0), lambda: secrets.choice([]), lambda: secrets.token_bytes(-1)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
r = secrets.SystemRandom()
print(1 <= r.randint(1, 6) <= 6, r.choice("ab") in "ab", sorted(r.sample(range(5), 5)), secrets.DEFAULT_ENTROPY)
try:
    r.getstate()
except NotImplementedError as e:
    print(e)
