# Generators that feed each other.
def numbers(n):
    for i in range(n):
        yield i


def squares(source):
    for x in source:
        yield x * x


def chunks(source, size):
    chunk = []
    for x in source:
        chunk.append(x)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def walk(tree):
    if tree:
        yield from walk(tree[0])
        yield tree[1]
        yield from walk(tree[2])


def grow(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return (grow(low, middle), middle, grow(middle + 1, high))


total = sum(sum(chunk) for chunk in chunks(squares(numbers(30000)), 50))
print(total, sum(i * x for i, x in enumerate(walk(grow(0, 2000)))), next(x for x in squares(numbers(1000)) if x > 5000))
