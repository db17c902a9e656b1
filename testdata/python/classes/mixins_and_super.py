# Mixins that cooperate through super, the order of resolution, diamonds.
import json


class Base:
    def __init__(self, **kw):
        if kw:
            raise TypeError(f"left over: {kw}")

    def parts(self): return []


class Named(Base):
    def __init__(self, name, **kw):
        super().__init__(**kw)
        self.name = name

    def parts(self): return [f"name={self.name}"] + super().parts()


class Aged(Base):
    def __init__(self, age=0, **kw):
        super().__init__(**kw)
        self.age = age

    def parts(self): return [f"age={self.age}"] + super().parts()


class JsonMixin:
    def to_json(self): return json.dumps(vars(self), sort_keys=True)

    @classmethod
    def from_json(cls, text): return cls(**json.loads(text))


class CompareMixin:
    key = None
    def __lt__(self, o): return getattr(self, self.key) < getattr(o, o.key)
    def __eq__(self, o): return getattr(self, self.key) == getattr(o, o.key)


class Person(Named, Aged, JsonMixin, CompareMixin):
    key = "age"

    def parts(self): return ["Person"] + super().parts()


p, q = Person(name="ann", age=30), Person.from_json('{"name": "bob", "age": 20}')
print(p.parts(), p.to_json(), [c.__name__ for c in Person.__mro__], min(p, q).name, p == q, Person.__hash__)
try:
    Person(name="x", color="red")
except TypeError as e:
    print(e)
try:
    class Bad(Base, Named): pass
except TypeError as e:
    print(str(e).splitlines()[0])


class A:
    def who(self): return "A"
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def s(): return "static"


class B(A):
    def who(self): return super().who() + "B" + super(B, self).s() + super().make()
    @classmethod
    def make(cls): return "B." + super().make()


print(B().who(), B.make(), super(B, B()).who(), [x.who() for x in (A(), B())], A.who(B())[:1])
