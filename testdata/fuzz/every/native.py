# Calls of callable after callable in one process, of which marks to standard error tell how far it came. run.py goes before.

if PLAIN:
    # All that can be called with two arguments at the most, without keywords and stars.
    SPACES = {how: [s for s in spaces if len(s) <= 2 and not set(s) & set("W*^")] for how, spaces in SPACES.items()}


def in_c(i):
    # Whether a callable is written in C. Operators are taken for it.
    label, get, how, cls = CALLABLES[i]
    return how in ("unary", "binary") or not (type(get()) in PYTHON or type(get()) is type(Plain().method))


def all_calls(i, n, end, step, seed):
    # Makes the calls n, n + step, ... of callable i, and each step'th of those after it up to end.
    while i < end:
        if count(i) and (in_c(i) or not PLAIN):
            n = n if n >= 0 else (i * 7919 + seed) % min(step, count(i))
            mark("\x02%d %d\n" % (i, n))
            for odd in calls(i, n, step):
                mark("\x03%d %d %s\n" % (i, odd, describe(i, odd)))
        i, n = i + 1, -1
