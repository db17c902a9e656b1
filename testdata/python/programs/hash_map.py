# A hash table by hand: buckets, growth, deletion, iteration.
class HashMap:
    def __init__(self, size=4):
        self.buckets = [[] for _ in range(size)]
        self.count = 0

    def _bucket(self, key):
        return self.buckets[sum(ord(c) for c in str(key)) % len(self.buckets)]

    def put(self, key, value):
        for pair in (b := self._bucket(key)):
            if pair[0] == key:
                pair[1] = value
                return
        b.append([key, value])
        self.count += 1
        if self.count > 2 * len(self.buckets):
            self._grow()

    def _grow(self):
        old = [p for b in self.buckets for p in b]
        print("grow to", len(self.buckets) * 2)
        self.buckets = [[] for _ in range(len(self.buckets) * 2)]
        for k, v in old:
            self._bucket(k).append([k, v])

    def get(self, key, default=None):
        return next((v for k, v in self._bucket(key) if k == key), default)

    def delete(self, key):
        b = self._bucket(key)
        for i, (k, _) in enumerate(b):
            if k == key:
                del b[i]
                self.count -= 1
                return True
        return False

    def __iter__(self):
        return (k for b in self.buckets for k, _ in b)


m = HashMap()
for i, w in enumerate("the quick brown fox jumps over the lazy dog again and again".split()):
    m.put(w, i)
print(m.count, m.get("the"), m.get("nope", "-"), m.delete("fox"), m.delete("fox"), sorted(m), max(map(len, m.buckets)))
