# What numbers say: mean, median and spread, and a histogram of text.
import random
import statistics

random.seed(12)
heights = [round(random.gauss(172, 9)) for _ in range(300)]

print("people:  ", len(heights))
print("mean:    ", round(statistics.mean(heights), 1))
print("median:  ", statistics.median(heights))
print("deviation", round(statistics.stdev(heights), 1))

step = 5
bins = {}
for height in heights:
    start = height // step * step
    bins[start] = bins.get(start, 0) + 1

for start in range(min(bins), max(bins) + 1, step):
    count = bins.get(start, 0)
    print(f"{start}-{start + step - 1} {'#' * (count // 2)} {count}")
