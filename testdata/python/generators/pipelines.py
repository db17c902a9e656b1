# Generators joined into pipelines that read, filter and sum, a line at a time.
def lines(text):
    for n, line in enumerate(text.splitlines(), 1):
        print("read", n)
        yield n, line


def parse(rows):
    for n, line in rows:
        if line.strip() and not line.startswith("#"):
            key, _, value = line.partition("=")
            yield key.strip(), value.strip()


def ints(pairs):
    for k, v in pairs:
        try:
            yield k, int(v)
        except ValueError:
            print("skipped", k)


TEXT = "a = 1\n# note\nb = x\n\nc = 3\nd=4"
for k, v in ints(parse(lines(TEXT))):
    print(k, v)
    if v == 3:
        break


def chunks(xs, n):
    chunk = []
    for x in xs:
        chunk.append(x)
        if len(chunk) == n:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def window(xs, n):
    from collections import deque
    w = deque(maxlen=n)
    for x in xs:
        w.append(x)
        if len(w) == n:
            yield tuple(w)


def dedupe(xs, key=lambda x: x):
    seen = set()
    for x in xs:
        if (k := key(x)) not in seen:
            seen.add(k)
            yield x


print(list(chunks(range(7), 3)), list(window("abcd", 2)), list(dedupe("aAbBc", str.lower)))
