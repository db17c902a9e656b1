import random, time, shop
found = []
for i, name in enumerate(["tea", "rice", "salt"]):
    print("asking for", name, random.random())
    try:
        found.append((name, shop.price(name, amount=i), time.time()))
    except KeyError as e:
        found.append(str(e))
    for _ in range(60000): pass
    open("/tmp/%d" % i, "w").write(name)
print("found", found)
found
