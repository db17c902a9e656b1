# What an object says of its class: __class__ in a class, as a property, through __getattribute__; and __class__ that is set.
class A:
    __class__ = int
print(isinstance(A(), int), isinstance(A(), A), issubclass(A, int))
print(A().__class__, type(A()))
class P:
    @property
    def __class__(self): return str
print(isinstance(P(), str), P().__class__)
class Q:
    @property
    def __class__(self): raise ValueError('no')
try: print(isinstance(Q(), str))
except ValueError as e: print('V', e)
class Q2:
    @property
    def __class__(self): raise AttributeError('no')
try: print(isinstance(Q2(), str))
except AttributeError as e: print('V', e)
class G:
    def __getattribute__(self, n):
        print('ga', n)
        if n == '__class__': return list
        raise AttributeError(n)
print(isinstance(G(), list))
class W:
    def __getattr__(self, n): 
        print("getattr", n); return int
print(isinstance(W(), int))
class S:
    def __init__(self): self.__dict__['__class__'] = int
print(isinstance(S(), int), S().__class__)
print(isinstance(A(), (str, int)))
match A():
    case int(): print('int')
    case _: print('other')


def set_class(obj, cls):
    try:
        obj.__class__ = cls
        print(type(obj).__name__)
    except TypeError as e:
        print(e)


class B: pass
class C(int): pass
class Slots: __slots__ = ('a',)
class Meta(type): pass
class Other(type): pass
class Made(metaclass=Meta): pass


for value in (1, [], 'a', object(), Exception(), len, lambda: 1, (), {}, None):
    set_class(value, B)
for cls in (C, Slots, int, 5, Q):
    set_class(B(), cls)
set_class(C(), B)
set_class(Made, Other)
print(type(Made).__name__)
set_class(Made, B)
try:
    del B().__class__
except TypeError as e:
    print(e)
