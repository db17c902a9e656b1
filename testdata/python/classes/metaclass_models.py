# A metaclass that collects fields, checks names and makes singletons.
class ModelMeta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        return {}

    def __new__(mcls, name, bases, ns, table=None):
        for key in ns:
            if key.isupper() and not key.startswith("_"):
                raise TypeError(f"{name}.{key}: constants are not allowed")
        cls = super().__new__(mcls, name, bases, ns)
        cls.fields = {**{k: v for b in bases for k, v in getattr(b, "fields", {}).items()}, **{k: v for k, v in ns.items() if isinstance(v, type)}}
        cls.table = table or name.lower() + "s"
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __iter__(cls): return iter(cls.fields)
    def __len__(cls): return len(cls.fields)
    def __contains__(cls, k): return k in cls.fields
    def __repr__(cls): return f"<model {cls.__name__}>"

    @property
    def sql(cls): return f"CREATE {cls.table} ({', '.join(f'{k} {t.__name__}' for k, t in cls.fields.items())})"


class Model(metaclass=ModelMeta):
    id = int

    def __init__(self, **kw):
        for k, t in type(self).fields.items():
            setattr(self, k, t(kw.pop(k, 0)))
        if kw:
            raise TypeError(f"unknown: {sorted(kw)}")


class User(Model):
    name = str


class Admin(User, table="staff"):
    level = float


print(User, Admin.sql, list(Admin), len(User), "name" in Admin, vars(Admin(name="x", level="2")), type(User).__name__, type(type(User)) is type)
for f in (lambda: User(bad=1), lambda: ModelMeta("X", (Model,), {"BAD": 1}), lambda: User(id="x")):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)


class Single(type):
    made = {}

    def __call__(cls, *a, **k):
        if cls not in Single.made:
            Single.made[cls] = super().__call__(*a, **k)
        return Single.made[cls]


class Config(metaclass=Single):
    def __init__(self, v): self.v = v


print(Config(1) is Config(2), Config(3).v)
try:
    class Mixed(User, Config): pass
except TypeError as e:
    print(e)
