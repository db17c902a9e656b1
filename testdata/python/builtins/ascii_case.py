# Cases of ASCII, at every place of texts and bytes of every length, and what lies beside the letters.
beside = "@AZ[`az{ 09~\x7f\0"
for method in ("upper", "lower", "casefold", "swapcase", "title", "capitalize"):
    wrong = 0
    for length in range(1, 20):
        for place in range(length):
            for c in beside:
                text = "." * place + c + "." * (length - place - 1)
                made = getattr(text, method)()
                one = getattr(c, method)()
                wrong += made[place] != one and method not in ("capitalize",)
                wrong += len(made) != length
                if method != "casefold":
                    wrong += getattr(text.encode(), method)() != made.encode()
    print(method, wrong, repr(getattr(beside, method)()))
every = bytes(range(256))
print(every.lower() == bytes(b + 32 if 65 <= b <= 90 else b for b in range(256)), every.upper() == bytes(b - 32 if 97 <= b <= 122 else b for b in range(256)))
print("STRASSE straße ΣΑΣ".lower(), "straße".upper(), "The Zebra AND the yak 42 [\\]^_`".lower(), "the zebra {|}~".upper())
