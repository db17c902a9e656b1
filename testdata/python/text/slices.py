# Slices with any step, and indexes, of str and bytes.
s = "Hello, World"
print(s[::-1], s[::2], s[1::3], s[-1:0:-2], s[20:], s[-30:3], s[5:2], repr(s[5:2:1]))
print(s[-1], s[0], s[True], s[: 10**30], s[-(10**30) : 10**20 : 4])

word = "Grüße, 世界! 😀"
print(len(word), word[::-1], word[7:9], word[-1], word[::3], word[-1::-4], word[2:12:2])

data = b"hello world"
print(data[::-1], data[0], data[-1], data[2:8:3], data[::-4], data[100:], data[:])


class Three:
    def __index__(self):
        return 3


print(s[Three()], s[Three() :], data[Three()], word[:: Three()])

# A long text is indexed as fast at its end as at its start.
text = word * 400
print(len(text), all(text[i] == word[i % len(word)] for i in range(len(text))))
print(text[::-1] == "".join(reversed(text)), text[4000:4010], text[-13:-3:2], len(text[5::7]))


def is_palindrome(s):
    return s == s[::-1]


print(*[w for w in ["level", "ротатор", "naïve", ""] if is_palindrome(w)], sep="|")

for index in (12, -13, "a", 1.0, None):
    for value in (s, data):
        try:
            print(value[index])
        except (IndexError, TypeError) as e:
            print(type(e).__name__, e)
for cut in (lambda v: v[::0], lambda v: v[:"a"], lambda v: v[1.5:]):
    for value in (s, data):
        try:
            print(cut(value))
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
