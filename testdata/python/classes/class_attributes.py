# Attributes of classes and instances: shadowing, shared lists, deletion, getattr with default, class methods.
class Dog:
    tricks = []
    count = 0
    kind = "dog"

    def __init__(self, name):
        self.name = name
        self.own = []
        type(self).count += 1

    def learn(self, t):
        self.tricks.append(t)
        self.own.append(t)
        return self


class Puppy(Dog):
    kind = "puppy"
    count = 100


a, b, c = Dog("a").learn("sit"), Dog("b").learn("roll"), Puppy("c")
print(a.tricks, a.own, b.tricks is Dog.tricks, Dog.count, Puppy.count, c.kind)
a.kind = "cat"
print(a.kind, b.kind, vars(a), Dog.kind)
del a.kind
print(a.kind, hasattr(a, "zip"), getattr(a, "zip", None), getattr(Puppy, "tricks"))
setattr(Dog, "speak", lambda self, n=1: "woof " * n)
print(a.speak(), c.speak(2), Dog.speak(b), "speak" in dir(c), "speak" in vars(Puppy))
Dog.learn = None
for bad in (lambda: a.learn(1), lambda: a.none, lambda: Dog.none, lambda: delattr(a, "kind"), lambda: Dog(), lambda: Dog.speak(), lambda: int.foo, lambda: setattr(int, "x", 1), lambda: setattr(5, "x", 1)):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print([k for k in vars(Puppy) if not k.startswith("__")], Puppy.__base__.__name__, isinstance(c, Dog), type(c) is Dog, Dog.__name__, Dog.__module__ == __name__)
