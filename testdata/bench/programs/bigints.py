# Integers of some hundred to some thousand digits.
def digits_of_pi(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    found = []
    while len(found) < n:
        if 4 * q + r - t < m * t:
            found.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return found


factorial = 1
for i in range(1, 600):
    factorial *= i
fibonacci = [0, 1]
for i in range(2000):
    fibonacci.append(fibonacci[-1] + fibonacci[-2])
print(digits_of_pi(150)[-10:], str(factorial)[:20], len(str(fibonacci[-1])), pow(3, 5**120, 10**40 + 7), (2**3000 // 3**1000) % 10**12)
