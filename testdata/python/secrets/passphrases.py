# Passphrases and tokens checked by their form; strength worked out.
import math
import re
import secrets
import string

WORDS = "apple river stone cloud maple tiger ocean piano".split()


def passphrase(n=4, sep="-"):
    return sep.join(secrets.choice(WORDS) for _ in range(n)) + sep + str(secrets.randbelow(90) + 10)


def entropy(password):
    pool = sum(len(k) for k in (string.ascii_lowercase, string.ascii_uppercase, string.digits, string.punctuation) if set(password) & set(k))
    return len(password) * math.log2(pool) if pool else 0.0


def judge(password):
    problems = [text for ok, text in ((len(password) >= 8, "short"), (re.search(r"\d", password), "no digit"), (re.search(r"[A-Z]", password), "no capital"), (not re.search(r"(.)\1\1", password), "repeats")) if not ok]
    return problems or ["fine"]


p = passphrase()
print(bool(re.fullmatch(r"(\w+-){4}\d\d", p)), len(p.split("-")), all(w in WORDS for w in p.split("-")[:4]))
for password in ("abc", "Passw0rd", "aaaBBB111", "correct horse battery", "X9$kLm2!", ""):
    print(f"{password!r:<26}{entropy(password):>6.1f} bits", judge(password))
token = secrets.token_urlsafe(16)
print(len(token), set(token) <= set(string.ascii_letters + string.digits + "-_"), len(secrets.token_hex()) == 64, len(secrets.token_bytes()) == 32, secrets.token_hex(0) == "")
store = {}
for user in ("ann", "bob"):
    store[user] = secrets.token_hex(8)
print(len(set(store.values())), secrets.compare_digest(store["ann"], store["ann"]), secrets.compare_digest(store["ann"], store["bob"]), sorted({secrets.randbelow(4) for _ in range(200)}), {len(bin(secrets.randbits(3))) <= 5 for _ in range(20)})
