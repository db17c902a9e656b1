# Hands of poker ranked and compared.
from collections import Counter
from functools import total_ordering

RANKS = "23456789TJQKA"
NAMES = ["high card", "pair", "two pairs", "three of a kind", "straight", "flush", "full house", "four of a kind", "straight flush"]


@total_ordering
class Hand:
    def __init__(self, text):
        self.text = text
        cards = text.split()
        if len(set(cards)) != 5:
            raise ValueError(f"not five cards: {text}")
        values = sorted((RANKS.index(c[0]) for c in cards), reverse=True)
        groups = sorted(Counter(values).items(), key=lambda g: (g[1], g[0]), reverse=True)
        counts = [n for _, n in groups]
        self.order = [v for v, _ in groups]
        flush = len({c[1] for c in cards}) == 1
        straight = len(counts) == 5 and (values[0] - values[4] == 4 or values == [12, 3, 2, 1, 0])
        if values == [12, 3, 2, 1, 0]:
            self.order = [3, 2, 1, 0, -1]
        match counts, straight, flush:
            case _, True, True: self.kind = 8
            case [4, 1], *_: self.kind = 7
            case [3, 2], *_: self.kind = 6
            case _, _, True: self.kind = 5
            case _, True, _: self.kind = 4
            case [3, *_], *_: self.kind = 3
            case [2, 2, 1], *_: self.kind = 2
            case [2, *_], *_: self.kind = 1
            case _: self.kind = 0

    def key(self): return self.kind, self.order
    def __eq__(self, o): return self.key() == o.key()
    def __lt__(self, o): return self.key() < o.key()


hands = [Hand(t) for t in ("2H 3D 5S 9C KD", "2C 3H 4S 8C AH", "TH JH QH KH AH", "AH 2D 3S 4C 5D", "KD KH KS 2C 2D", "QD QH 7S 7C 2D", "9H 9D 9S 9C 3D", "2H 4H 6H 8H JH", "3C 3D 3H KS 2S", "AC AD 5C 4D 2H", "2D 3C 5H 9S KC")]
for h in sorted(hands, reverse=True):
    print(f"{NAMES[h.kind]:<16} {h.text}")
print(hands[0] == hands[-1], max(hands).text, hands[1] > hands[0])
try:
    Hand("2H 2H 3D 4S 5C")
except ValueError as e:
    print(e)
