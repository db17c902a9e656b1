# Programs as people write them: ciphers, palindromes, anagrams, word counts.
def caesar(text, shift):
    out = []
    for c in text:
        if c.isalpha() and c.isascii():
            base = ord("A") if c.isupper() else ord("a")
            out.append(chr((ord(c) - base + shift) % 26 + base))
        else:
            out.append(c)
    return "".join(out)


print(caesar("Hello, Wörld!", 3), caesar(caesar("Hello, Wörld!", 3), -3))
clean = lambda s: "".join(c for c in s.casefold() if c.isalnum())
print([s for s in ("A man, a plan, a canal: Panama", "Été", "Hello") if clean(s) == clean(s)[::-1]])
print(sorted(["listen", "silent", "enlist", "google"], key=lambda w: ("".join(sorted(w)), w)))
counts = {}
for word in "the cat and the hat and the bat".split():
    counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])):
    print(f"{word:<5}{n:>3} {'#' * n}")
print("%-10s|%10s|" % ("left", "right"), "snake_case_name".title().replace("_", ""), "".join("_" + c.lower() if c.isupper() else c for c in "camelCaseName"))
vowels = str.maketrans("", "", "aeiouäöü")
print("Übung macht den Meister".translate(vowels), " ".join(w.capitalize() for w in "éa bc ßd".split()), "3.14".replace(".", "").isdigit())
