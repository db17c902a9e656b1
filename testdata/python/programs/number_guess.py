# Guess the number, played by a script through input().
import io
import random
import sys


class Guesser:
    def __init__(self, low, high, tries):
        self.secret = random.Random(11).randint(low, high)
        self.low, self.high, self.tries = low, high, tries

    def play(self):
        for left in range(self.tries, 0, -1):
            while True:
                try:
                    guess = int(input(f"[{left}] {self.low}-{self.high}? "))
                    if not self.low <= guess <= self.high:
                        raise ValueError("out of range")
                    break
                except ValueError as e:
                    print("\n  try again:", e)
            print(guess)
            if guess == self.secret:
                return f"right with {left} left"
            if guess < self.secret:
                self.low = guess + 1
                print("  higher")
            else:
                self.high = guess - 1
                print("  lower")
        return f"lost, it was {self.secret}"


sys.stdin = io.StringIO("50\nabc\n200\n75\n60\n55\n57\n58\n")
try:
    print(Guesser(1, 100, 7).play())
except EOFError:
    print("\nno more input")
sys.stdin = io.StringIO("1\n2\n3\n")
print(Guesser(1, 100, 3).play())
