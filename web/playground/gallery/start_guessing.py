# A loop that ends early, and a function: how few guesses are enough?
import random


def guesses(secret, low, high):
    """Guess the middle of what is left, and say how often that took."""
    count = 0
    while True:
        count += 1
        guess = (low + high) // 2
        if guess == secret:
            return count
        if guess < secret:
            low = guess + 1
        else:
            high = guess - 1


random.seed(4)
for _ in range(5):
    secret = random.randint(1, 1000)
    print(f"{secret:>4} was found after {guesses(secret, 1, 1000)} guesses")

worst = max(guesses(n, 1, 1000) for n in range(1, 1001))
print("No number from 1 to 1000 needs more than", worst)
