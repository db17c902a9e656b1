# Lists, dicts and sets made in one expression.
n = 200
table = [[i * j % 97 for j in range(n)] for i in range(n)]
flat = [x for row in table for x in row if x % 2]
turned = [[row[i] for row in table] for i in range(0, n, 4)]
counts = {x: sum(1 for row in table if row[0] == x or row[-1] == x) for x in range(97)}
pairs = {(a, b) for a in range(60) for b in range(60) if (a * b) % 7 == 3}
print(len(flat), sum(flat), sum(map(sum, turned)), counts[13], len(pairs), max(len(str(x)) for x in flat))
