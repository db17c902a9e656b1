# Mixins that call on along a diamond: order, keyword arguments peeled off, class-level hooks.
class Base:
    def __init__(self, **kw):
        self.steps = getattr(self, "steps", [])
        self.steps.append("Base")
        if kw:
            raise TypeError(f"unexpected {sorted(kw)}")

    def save(self):
        return ["Base.save"]


class Timestamps(Base):
    def __init__(self, *, created="today", **kw):
        super().__init__(**kw)
        self.created = created
        self.steps.append("Timestamps")

    def save(self):
        return ["stamp"] + super().save()


class Validated(Base):
    rules = {}

    def __init__(self, **kw):
        own = {k: kw.pop(k) for k in list(kw) if k in self.rules}
        super().__init__(**kw)
        for k, v in own.items():
            if not self.rules[k](v):
                raise ValueError(f"bad {k}: {v!r}")
            setattr(self, k, v)
        self.steps.append("Validated")

    def save(self):
        return ["check"] + super().save()


class Tagged(Base):
    def __init__(self, *tags, **kw):
        super().__init__(**kw)
        self.tags = tags
        self.steps.append("Tagged")


class Post(Timestamps, Validated, Tagged):
    rules = {"title": str.istitle, "stars": range(6).__contains__}

    def __init__(self, title, *tags, **kw):
        self.steps = ["Post"]
        super().__init__(title=title, **kw)
        self.tags = tags

    def save(self):
        return ["Post.save", *super().save(), super(Validated, self).save()]


print([c.__name__ for c in Post.__mro__])
p = Post("Hello", "a", "b", stars=4, created="monday")
print(p.steps, p.title, p.stars, p.created, p.tags)
print(p.save())
for args, kw in ((("hello",), {}), (("Ok",), {"stars": 9}), (("Ok",), {"colour": 1})):
    try:
        Post(*args, **kw)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    class Broken(Base, Post):
        pass
except TypeError as e:
    print("TypeError:", str(e).splitlines()[0])
print(super(Timestamps, p).save(), super(Post, Post).save(p)[:2], Post.mro() == list(Post.__mro__))
print(Post.__bases__, Base.__subclasses__() == [Timestamps, Validated, Tagged])
