# The score of a game of bowling, with frames shown.
def frames(rolls):
    i = 0
    for frame in range(1, 11):
        first = rolls[i]
        if first == 10:
            yield frame, "X", 10 + sum(rolls[i + 1:i + 3])
            i += 1
        else:
            pins = first + rolls[i + 1]
            if pins > 10:
                raise ValueError(f"frame {frame}: {pins} pins")
            yield (frame, f"{first}/", 10 + rolls[i + 2]) if pins == 10 else (frame, f"{first}{rolls[i + 1]}", pins)
            i += 2


def score(text):
    rolls = []
    for c in text.replace(" ", ""):
        rolls.append(10 if c == "X" else 10 - rolls[-1] if c == "/" else 0 if c == "-" else int(c))
    return list(frames(rolls))


for game in ("X X X X X X X X X X XX", "9- 9- 9- 9- 9- 9- 9- 9- 9- 9-", "5/ 5/ 5/ 5/ 5/ 5/ 5/ 5/ 5/ 5/5", "X 7/ 9- X -8 8/ -6 X X X81"):
    fs = score(game)
    print(sum(s for *_, s in fs), " ".join(f"{shown}:{s}" for _, shown, s in fs))
for bad in ("99", "X", "ab"):
    try:
        print(score(bad))
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
