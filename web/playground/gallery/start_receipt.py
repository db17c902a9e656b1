# Names, numbers and f-strings: a receipt.
tax = 0.19
basket = {"bread": 2.40, "cheese": 5.85, "apples": 3.10}

print("Receipt")
print("-" * 22)
total = 0
for what, price in basket.items():
    print(f"{what:<12}{price:>10.2f}")
    total += price

# A format after the colon: width, alignment, digits after the point.
print("-" * 22)
print(f"{'sum':<12}{total:>10.2f}")
print(f"{'of which tax':<12}{total - total / (1 + tax):>10.2f}")

if total > 10:
    print("You get a free coffee.")
else:
    print(f"{10 - total:.2f} more, and you get a free coffee.")
