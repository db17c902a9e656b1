# Asks, and answers with what is there.
name = input("Name? ")
print("Hello,", name)
number = int(input())
while True:
    line = input("> ")
    if line == "quit":
        break
    try:
        print(float(line) * 2)
    except ValueError:
        print("no number")
