# Makes garbage of many sizes around values that stay alive, and checks those. A collector that misses a
# pointer frees one of them, and what is made next overwrites it.


def torture(rounds):
    keep = []
    for i in range(rounds):
        text = "item%d" % i
        entry = (text, [i, i + 1, {"k": text}])
        keep.append(entry)
        if len(keep) > 200:
            keep = keep[-100:]
        for j in range(20):
            garbage = [j] * 50
        if entry[0] != "item%d" % i or entry[1][2]["k"] != text:
            print("CORRUPT", i, entry)
            return
    print("ok", rounds)


torture(20000)
