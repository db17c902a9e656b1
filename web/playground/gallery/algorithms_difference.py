# What changed between two texts? The longest common subsequence, by
# dynamic programming: the idea behind every diff.
def differences(old, new):
    # best[i][j]: how much old[i:] and new[j:] have in common.
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = best[i + 1][j + 1] + 1 if old[i] == new[j] else max(best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            yield " ", old[i]
            i, j = i + 1, j + 1
        elif j == len(new) or (i < len(old) and best[i + 1][j] >= best[i][j + 1]):
            yield "-", old[i]
            i += 1
        else:
            yield "+", new[j]
            j += 1


before = """flour
sugar
butter
two eggs
bake""".splitlines()

after = """flour
brown sugar
butter
milk
bake for an hour""".splitlines()

for sign, line in differences(before, after):
    print(sign, line)

print("".join(c if sign == " " else f"[{sign}{c}]" for sign, c in differences("kitten", "sitting")))
