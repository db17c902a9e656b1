# Hangman with scripted guesses.
WORDS = {"python": "jypxthzon", "banana": "eiouxyzq", "sandbox": "SANDBOX"}


def play(word, guesses):
    shown, wrong = set(), []
    for g in guesses.lower():
        if g in shown or g in wrong:
            print(f"  {g} again?")
        elif g in word:
            shown.add(g)
        else:
            wrong.append(g)
        masked = " ".join(c if c in shown else "_" for c in word)
        print(f"{masked:<16} wrong: {''.join(wrong):<7} {'O-|-/\\'[:len(wrong)]}")
        if set(word) <= shown:
            return f"won with {6 - len(wrong)} left"
        if len(wrong) >= 6:
            return f"hanged: {word}"
    return "gave up"


for w, g in WORDS.items():
    print(play(w, g))
