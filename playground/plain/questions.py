# Asks, and answers with what is there.
name = input("Name? ")
print("Hello,", name)
number = int(input())
if number % 2:
    print("odd")
while True:
    line = input("> ")
    if line == "quit":
        break
    try:
        print(float(line) * 2)
    except ValueError:
        print("no number")
secret = 7
for guess in [1, 9, 7]:
    print("higher" if guess < secret else "lower" if guess > secret else "right")
import sys
print(sys.version.split()[0], len(sys.argv), sys.maxsize > 0, sys.implementation.name)
print("to stderr", file=sys.stderr)
sys.stdout.write("written\n")
import time
time.time()
time.sleep(0.01)
import math
print(math.pi, math.sqrt(2), math.floor(2.5), math.ceil(2.5), math.sin(1), math.cos(1), math.log(2), math.gcd(4, 6), math.factorial(5))
exit()
