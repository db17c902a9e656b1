# Caesar's cipher, and how to break it: letters of a language do not come
# equally often.
from string import ascii_lowercase as letters

common = "etaoinshrdlu"


def shift(text, by):
    table = str.maketrans(letters, letters[by:] + letters[:by])
    return text.lower().translate(table)


def score(text):
    """The more common letters, the higher."""
    return sum(len(common) - common.index(c) for c in text if c in common)


def crack(secret):
    return max(range(26), key=lambda by: score(shift(secret, by)))


message = "meet me at the old mill when the bells strike three"
secret = shift(message, 11)
print("secret: ", secret)

by = crack(secret)
print("cracked:", shift(secret, by))
print("the key was", -by % 26)
