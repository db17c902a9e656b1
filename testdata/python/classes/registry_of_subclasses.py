# Subclasses register themselves: __init_subclass__ with keywords, __set_name__, class methods as factories.
class Field:
    def __init__(self, cast, default=None):
        self.cast, self.default = cast, default

    def __set_name__(self, owner, name):
        self.name = name
        owner.fields = {**getattr(owner, "fields", {}), name: self}
        print("field", owner.__name__, name)

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        obj.__dict__[self.name] = self.cast(value)


class Message:
    kinds = {}
    id = Field(int, 0)

    def __init_subclass__(cls, /, kind=None, abstract=False, **kw):
        super().__init_subclass__(**kw)
        if not abstract:
            Message.kinds[kind or cls.__name__.lower()] = cls

    @classmethod
    def read(cls, kind, **data):
        try:
            made = cls.kinds[kind]()
        except KeyError:
            raise ValueError(f"unknown kind {kind!r}; one of {', '.join(sorted(cls.kinds))}") from None
        for k, v in data.items():
            if k not in made.fields:
                raise AttributeError(f"{kind} has no {k}")
            setattr(made, k, v)
        return made

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={getattr(self, k)!r}' for k in self.fields)})"


class Text(Message):
    body = Field(str, "")


class Timed(Message, abstract=True):
    at = Field(float, 0.0)


class Alarm(Timed, kind="alert"):
    level = Field(lambda v: min(int(v), 3), 1)


print(Message.kinds, list(Alarm.fields))
print(Message.read("text", id="7", body=12), Message.read("alert", level="9", at=1))
for kind, data in (("nope", {}), ("text", {"level": 1}), ("alert", {"level": "x"})):
    try:
        Message.read(kind, **data)
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
