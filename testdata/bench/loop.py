# A loop over small integers in a function.


def loop():
    x = 0
    for i in range(2000000):
        x += i & 3
    return x


loop()
