def is_palindrome(text):
    letters = [c for c in text.lower() if c.isalpha()]
    return letters == letters[::-1]


def initials(name):
    return "".join(part[0].upper() + "." for part in name.split())


def squeeze(text):
    from itertools import groupby
    pieces = [(letter, len(list(same))) for letter, same in groupby(text)]
    return "".join(letter + (str(n) if n > 1 else "") for letter, n in pieces)
