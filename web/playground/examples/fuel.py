# Fuel counts the interpreter's steps. This program was lent a million
# (see the Limits tab): it ends at the same step on every machine.
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


best = (0, 0)
for n in range(1, 100_000):
    steps = collatz(n)
    if steps > best[0]:
        best = (steps, n)
        print(n, "takes", steps, "steps")
