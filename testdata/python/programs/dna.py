# Sequences: counts, complements, proteins, distances, alignment.
from collections import Counter

CODONS = {"ATG": "M", "TTT": "F", "GGC": "G", "TAA": "*", "GCT": "A", "TGG": "W", "AAA": "K"}
DNA = "ATGTTTGGCAAATGGTAAGCT"


def complement(s): return s.translate(str.maketrans("ACGT", "TGCA"))[::-1]
def gc(s): return (s.count("G") + s.count("C")) / len(s)


def protein(s):
    for i in range(0, len(s) - 2, 3):
        a = CODONS.get(s[i:i + 3], "?")
        if a == "*":
            return
        yield a


def edit(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return row[-1]


def align(a, b, gap=-1):
    score = [[(i + j) * gap if not i or not j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            score[i][j] = max(score[i - 1][j - 1] + (1 if a[i - 1] == b[j - 1] else -1), score[i - 1][j] + gap, score[i][j - 1] + gap)
    i, j, x, y = len(a), len(b), "", ""
    while i or j:
        if i and j and score[i][j] == score[i - 1][j - 1] + (1 if a[i - 1] == b[j - 1] else -1):
            i, j, x, y = i - 1, j - 1, a[i - 1] + x, b[j - 1] + y
        elif i and score[i][j] == score[i - 1][j] + gap:
            i, x, y = i - 1, a[i - 1] + x, "-" + y
        else:
            j, x, y = j - 1, "-" + x, b[j - 1] + y
    return x, y, score[-1][-1]


print(Counter(DNA), complement(DNA), f"{gc(DNA):.3f}", "".join(protein(DNA)))
print(edit("GATTACA", "GCATGCT"), edit("", "AC"), sum(a != b for a, b in zip("GAGC", "CATC")))
print(*align("GATTACA", "GCATGC"), sep="\n")
kmers = Counter(DNA[i:i + 3] for i in range(len(DNA) - 2))
print(kmers.most_common(2), [i for i in range(len(DNA)) if DNA.startswith("AA", i)], DNA.find("TGG"), max(map(len, DNA.split("G"))))
