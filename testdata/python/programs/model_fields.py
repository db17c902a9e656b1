# Fields of models: descriptors, a metaclass with a registry and class-level protocols.
class Field:
    def __init__(self, type_, default=None, *, required=False):
        self.type, self.default, self.required = type_, default, required
    def __set_name__(self, owner, name):
        self.name = name
        self.storage = f"_{name}"
    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return getattr(obj, self.storage, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.type):
            raise TypeError(f"{self.name!r} must be {self.type.__name__}, got {type(value).__name__}")
        setattr(obj, self.storage, value)
    def __delete__(self, obj):
        delattr(obj, self.storage)
    def __repr__(self):
        return f"<Field {self.name}: {self.type.__name__}>"

class ModelMeta(type):
    registry = {}
    def __new__(mcls, name, bases, ns, table=None, **kw):
        cls = super().__new__(mcls, name, bases, ns, **kw)
        cls._fields = {}
        for base in reversed(cls.__mro__):
            cls._fields.update({k: v for k, v in vars(base).items() if isinstance(v, Field)})
        cls._table = table or name.lower() + "s"
        if bases:
            mcls.registry[name] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __call__(cls, *args, **kwargs):
        obj = super().__call__(*args, **kwargs)
        missing = [f for f, d in cls._fields.items() if d.required and getattr(obj, f) is None]
        if missing:
            raise ValueError(f"{cls.__name__} missing {', '.join(missing)}")
        return obj
    def __iter__(cls):
        return iter(cls._fields)
    def __len__(cls):
        return len(cls._fields)
    def __contains__(cls, name):
        return name in cls._fields
    def __getitem__(cls, name):
        return cls._fields[name]
    def __repr__(cls):
        return f"<model {cls.__qualname__}>"

class Model(metaclass=ModelMeta):
    def __init__(self, **kwargs):
        for k, v in kwargs.items():
            if k not in type(self):
                raise AttributeError(f"{type(self).__name__!r} has no field {k!r}")
            setattr(self, k, v)
    def __repr__(self):
        args = ", ".join(f"{k}={getattr(self, k)!r}" for k in self._fields)
        return f"{self.__class__.__name__}({args})"
    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return all(getattr(self, f) == getattr(other, f) for f in self._fields)

class User(Model):
    name = Field(str, required=True)
    age = Field(int, 0)

class Admin(User, table="administrators"):
    level = Field(int, 1)

print(User, list(User), len(Admin), "level" in Admin, Admin["level"], Admin._table)
u = User(name="Bob", age=5)
print(u, u == User(name="Bob", age=5), u == 5, u != User(name="Al"))
for f in (lambda: User(nme="x"), lambda: User(age=3), lambda: User(name=3), lambda: setattr(u, "age", "old")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, "-", e)
del u.age
print(u.age, vars(u), User.__dict__["age"], User.age)
print(ModelMeta.registry)
print(type(User), User.__class__ is ModelMeta, isinstance(User, type), Admin.__mro__)
try:
    del u.age
except AttributeError as e:
    print(e)
try:
    hash(u)
except TypeError as e:
    print(e)
