def square(n):
    result = n * n
    return result

total = 0
for i in range(2):
    total += square(i + 2)
    print(total)
while total > 10:
    total -= 5
if total == 0:
    pass
elif total == 8:
    print("eight")
total
