# Small objects that stay alive.


def objects():
    kept = []
    for i in range(200000):
        kept.append((i, [i]))
    return len(kept)


objects()
