# A table of money and percentages, as reports have them.
rows = [("Widget", 1234.5, 0.123), ("Gadget é", 99.999, 0.5), ("Thing", 1000000, -0.045), ("", 0, 1)]
print(f"{'Item':<12}{'Price':>16}{'Share':>9}")
print("-" * 37)
for name, price, share in rows:
    print(f"{name:<12}{price:>16,.2f}{share:>9.1%}")
total = sum(price for _, price, _ in rows)
print("=" * 37)
print("{:<12}{:>16,.2f}".format("Total", total))
print("|".join(f"{h:^10}" for h in ("left", "mid", "right")))
print("Total: $%.2f in %d items (%5.1f%%)" % (total, len(rows), 100 / 3))
