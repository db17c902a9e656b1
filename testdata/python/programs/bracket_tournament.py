# A knock-out tournament: rounds, byes, results from a seeded strength.
import random

TEAMS = {"Lions": 9, "Bears": 7, "Wolves": 8, "Hawks": 5, "Foxes": 6}


def play(a, b, rnd):
    if b is None:
        return a, "bye"
    ga, gb = (sum(rnd.random() < TEAMS[t] / 20 for _ in range(6)) for t in (a, b))
    if ga == gb:
        return rnd.choice((a, b)), f"{ga}:{gb} pens"
    return (a if ga > gb else b), f"{ga}:{gb}"


rnd = random.Random(2024)
teams = sorted(TEAMS, key=TEAMS.get, reverse=True)
level = 1
while len(teams) > 1:
    print(f"round {level}")
    half = (len(teams) + 1) // 2
    top, bottom = teams[:half], teams[half:][::-1]
    bottom = [None] * (half - len(bottom)) + bottom
    winners = []
    for a, b in zip(top, bottom):
        w, score = play(a, b, rnd)
        print(f"  {a:<7} {b or '-':<7} {score:<9} -> {w}")
        winners.append(w)
    teams, level = winners, level + 1
print("champion", teams[0])
