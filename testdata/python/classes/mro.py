class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print([k.__name__ for k in D.__mro__], [k.__name__ for k in D.mro()])
def names(*bases):
    try:
        return [k.__name__ for k in type("X", bases, {}).__mro__]
    except TypeError as e:
        return str(e)
print(names(A, B))
print(names(B, C), names(C, B))
print(names(D, A))
print(names(object, A))
print(names(A, A))
print(names(int, str))
print(names(list, A), names(A, list))
print(names(bool))
print(names(5))
class E(D): pass
print(E.__bases__, E.__base__, D.__base__, object.__base__, object.__bases__)
print(A.__subclasses__())
print(int.__mro__, bool.__mro__, ValueError.__mro__)
print(type.mro(int))
class M1(type): pass
class M2(type): pass
class X1(metaclass=M1): pass
class X2(metaclass=M2): pass
print(names(X1, X2))
class M3(M1, M2): pass
class X3(X1, X2, metaclass=M3): pass
print(type(X3), type(X1))
