# UserDict, UserList and UserString as bases.
from collections import UserDict, UserList, UserString


class CaseInsensitive(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __contains__(self, key):
        return super().__contains__(key.lower())


headers = CaseInsensitive({"Content-Type": "text/html"}, Host="x")
headers.update(ACCEPT="*/*")
print(headers, headers["CONTENT-TYPE"], "accept" in headers, headers.get("HOST"), headers.pop("host"), len(headers), headers.data)


class Stats(UserList):
    @property
    def mean(self):
        return sum(self) / len(self)


s = Stats([3, 1, 2])
s.append(6)
s += [8]
print(s, s.mean, type(s[1:]).__name__, s[1:].mean, sorted(s), s + [1] == [3, 1, 2, 6, 8, 1], s.index(6))
s.sort(reverse=True)
print(s.data, s == Stats([8, 6, 3, 2, 1]), 5 in s)


class Shout(UserString):
    def __str__(self):
        return self.data.upper() + "!"


w = Shout("hey")
print(w, w + " you", type(w + "x").__name__, w * 2, len(w), w.upper(), w == "hey", w.startswith("h"), hash(w) == hash("hey"), w[0])
