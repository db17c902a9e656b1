# __bases__ that is assigned, and a metaclass's mro()
class A: 
    def f(self): return "A"
class B:
    def f(self): return "B"
    def __getattr__(self, n): return "got "+n
class Base: pass
class C(A): pass
class D(C): pass
c, d = C(), D()
print(c.f(), d.f())
C.__bases__ = (B,)
print(c.f(), d.f(), d.zork, D.__mro__, C.__bases__, A.__subclasses__(), B.__subclasses__())
C.__bases__ = (B, A)
print(d.f(), D.__mro__)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def setb(c, v): c.__bases__ = v
t(lambda: setb(C, (D,))); t(lambda: setb(C, ())); t(lambda: setb(C, [A])); t(lambda: setb(C, (1,))); t(lambda: setb(C, (A, A))); t(lambda: setb(C,(int,)))
t(lambda: setb(int,(A,))); t(lambda: setb(A,(B,))); t(lambda: delattr(C, "__bases__")); t(lambda: setb(C,(object,)))
class S: __slots__=("a",)
t(lambda: setb(C,(S,))); t(lambda: setb(C,(C,)))
print(C.__mro__, C.__bases__)
class X(A,B): pass
class Y(B,A): pass
class Z(X): pass
t(lambda: setb(Z, (X,Y)))
print(Z.__mro__, d.f())
class Meta(type):
    def mro(cls):
        print("mro of", cls.__name__)
        return super().mro()[::1] + ([Extra] if "Extra" in globals() and Extra not in super().mro() else [])
class Extra:
    def extra(self): return "extra!"
class P(metaclass=Meta): pass
print(P.__mro__, P().extra())
class Q(P): pass
print(Q.__mro__, Q().extra(), Q.mro())
class R(P): pass
class T2(R): pass
R.__bases__ = (Q,)
print(T2.__mro__)
class Bad(type):
    def mro(cls): return what
for what in ([1], [], [int, object], 5, [dict]):
    t(lambda: Bad("N", (), {}))
class Rev(type):
    def mro(cls):
        m = type.mro(cls)
        return (m[0], *reversed(m[1:-1]), m[-1])
class K1:
    def f(self): return 1
class K2:
    def f(self): return 2
class K(K1, K2, metaclass=Rev): pass
print(K().f(), K.__mro__)
class E1(Exception): pass
class E2(Exception): pass
class E3(E1): pass
try: raise E3
except E1: print("E1")
E3.__bases__=(E2,)
try: raise E3
except E2: print("E2")
class M(type):
    def mro(cls):
        if cls.__name__ == "Incomplete":
            try: type("B", (cls,), {})
            except TypeError as e: print(e)
        return type.mro(cls)
class Incomplete(metaclass=M): pass
