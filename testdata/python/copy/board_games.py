# Shallow and deep copies of a game's state, shared parts and cycles.
import copy


class Board:
    def __init__(self, size):
        self.cells = [[0] * size for _ in range(size)]
        self.log = []

    def __repr__(self):
        return f"Board({self.cells}, {self.log})"


b = Board(2)
shallow, deep = copy.copy(b), copy.deepcopy(b)
b.cells[0][0] = 9
b.log.append("move")
print(b, shallow, deep)
row = [0, 0]
shared = [row, row]
d = copy.deepcopy(shared)
d[0][0] = 1
print(d, shared, d[0] is d[1])
loop = [1]
loop.append(loop)
c = copy.deepcopy(loop)
print(c[1] is c, c is not loop, copy.copy(loop)[1] is loop)
t = (1, "a", None)
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.deepcopy(len) is len, copy.deepcopy({1: {2}})[1])


class Player:
    count = 0

    def __init__(self, name, friends=()):
        self.name, self.friends = name, list(friends)

    def __copy__(self):
        return Player(self.name + " (copy)", self.friends)

    def __deepcopy__(self, memo):
        Player.count += 1
        new = Player(self.name + " (deep)")
        memo[id(self)] = new
        new.friends = copy.deepcopy(self.friends, memo)
        return new


ann = Player("ann")
bob = Player("bob", [ann])
ann.friends.append(bob)
print(copy.copy(bob).name, copy.copy(bob).friends[0] is ann)
x = copy.deepcopy(ann)
print(x.name, x.friends[0].name, x.friends[0].friends[0] is x, Player.count)
