# Calls of callable after callable in one process, of which marks tell how far it came. run.py goes before.

if PLAIN:
    # All that can be called with two arguments at the most, without keywords and stars.
    SPACES = {how: [s for s in spaces if len(s) <= 2 and not set(s) & set("W*^")] for how, spaces in SPACES.items()}


def in_c(i):
    # Whether a callable is written in C. Operators are taken for it.
    label, get, how, cls = CALLABLES[i]
    return how in ("unary", "binary") or not (type(get()) in PYTHON or type(get()) is type(Plain().method))


def what_runs(i):
    # Equal for callables that are one function, called in one way: methods that types have from another, names for one thing.
    label, get, how, cls = CALLABLES[i]
    if how == "bound":
        try:
            return how, get.make, id(getattr(type(get.make()), get.name))
        except Exception:
            return how, label
    return (how, label) if how in ("unary", "binary") else (how == "function", id(get()))


def to_call():
    # The numbers of the callables that are called.
    if not PLAIN:
        return [i for i in range(len(CALLABLES)) if count(i)]
    seen, numbers = set(), []
    for i in range(len(CALLABLES)):
        what = what_runs(i)
        if in_c(i) and count(i) and what not in seen:
            seen.add(what)
            numbers.append(i)
    return numbers


TO_CALL = to_call()


def places(i, n):
    # The arguments of call n of callable i, each with its place.
    args, word, star = decode(i, n)
    return ["%d %s%s %s" % (place, word, star, a[0]) for place, a in enumerate(args)]


def all_calls(k, n, end, step, seed, most, given_up=()):
    # Makes the calls n, n + step, ... of TO_CALL[k], and each step'th of those after it up to TO_CALL[end], so many at the most. Calls of
    # TO_CALL[k] that have one of given_up at its place are left out. The last mark tells where to go on.
    while k < end and most > 0:
        i = TO_CALL[k]
        n = n if n >= 0 else (i * 7919 + seed) % step
        mark("\x02%d %d\n" % (k, n))
        without = given_up and (lambda n: not given_up.isdisjoint(places(i, n)))
        odd, made, n = calls_from(i, n, step, most, lambda n: mark("\x02%d %d\n" % (k, n)), without)
        given_up = ()
        for number in odd:
            mark("\x03%d %d %s\n" % (k, number, describe(i, number)))
        if n >= count(i):
            k, n = k + 1, -1
        most -= made
    mark("\x04%d %d\n" % (k, n))
