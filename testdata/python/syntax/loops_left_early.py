# A generator that a loop has made is closed when the loop is left by break.
log = []


def numbers(name, n=3):
    try:
        yield from range(n)
    finally:
        log.append(name)


class Tree:
    def walk(self):
        try:
            yield 1
            yield 2
        finally:
            log.append("walk")


for i in numbers("broken"):
    if i == 1:
        break
print(log)
for i in numbers("exhausted"):
    pass
else:
    log.append("else")
print(log)
for i in Tree().walk():
    try:
        break
    finally:
        log.append("finally")
print(log)
for i in numbers("outer"):
    for j in numbers("inner"):
        if j:
            break
        continue
    if i:
        break
print(log)

# One that others know goes on.
kept = numbers("kept", 6)
for i in kept:
    break
for i in iter(kept):
    break
print(next(kept), "kept" in log)


def give():
    return kept


for i in give():
    break
print(next(kept), "kept" in log)
fresh = numbers("fresh", 5)
for i in iter(fresh):
    break
print(next(fresh), "fresh" in log)
for i in (x for x in [1, 2]):
    break
for key in {"a": 1}.items():
    break
for i in list(numbers("list")):
    break
print(i, key, log)


# return closes it, too: the innermost first, before what is around the loop ends.
class Noted:
    def __enter__(self):
        log.append("enter")

    def __exit__(self, *error):
        log.append("exit")


def search(wanted):
    with Noted():
        for i in numbers("rows"):
            for j in numbers("columns"):
                match j:
                    case 1 if i == wanted:
                        return i, j, len(log)
    return None


def nested():
    for i in numbers("kept by list"):
        rest = [x for x in numbers("in list")]
        while i:
            return rest


log.clear()
print(search(1), log)
log.clear()
print(search(7), len(log))
log.clear()
print(nested(), log)


def first_of(values):
    for value in values:
        return value


kept = numbers("still kept")
print(first_of(kept), next(kept), "still kept" in log)
