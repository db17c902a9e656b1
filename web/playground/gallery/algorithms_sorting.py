# Three ways to sort, and how many comparisons each of them needs.
import random


class Counted:
    """A number that counts how often it is compared."""
    count = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Counted.count += 1
        return self.n < other.n


def insertion(items):
    items = list(items)
    for i in range(1, len(items)):
        j = i
        while j > 0 and items[j] < items[j - 1]:
            items[j], items[j - 1] = items[j - 1], items[j]
            j -= 1
    return items


def merge(items):
    if len(items) < 2:
        return list(items)
    left, right = merge(items[: len(items) // 2]), merge(items[len(items) // 2 :])
    result = []
    while left and right:
        result.append(right.pop() if left[-1] < right[-1] else left.pop())
    result.reverse()
    return left + right + result


def quick(items):
    if len(items) < 2:
        return list(items)
    pivot, *rest = items
    small, large = [], []
    for item in rest:
        (small if item < pivot else large).append(item)
    return quick(small) + [pivot] + quick(large)


random.seed(1)
numbers = [random.randrange(10_000) for _ in range(500)]
for sort in (insertion, merge, quick):
    Counted.count = 0
    result = [item.n for item in sort([Counted(n) for n in numbers])]
    print(f"{sort.__name__:>10}: {Counted.count:>6} comparisons,", "sorted" if result == sorted(numbers) else "WRONG")
