# partial: copies, pickles, names that its own parameters have; partialmethod over functions, class methods and others.
import copy
import functools
import pickle


def capture(*args, **kwargs):
    return args, kwargs


p = functools.partial(capture, 1, a=2)
q = copy.copy(p)
print(q(3, b=4), q.func is p.func, q.args == p.args)
print(pickle.loads(pickle.dumps(functools.partial(int, base=2)))("101"))
print(functools.partial(capture, self=1, func=2)())
print(functools.partial[int])
print(functools.partial(int, base=2))


class Mine(functools.partial):
    pass


print(Mine(int, "5"), Mine(int, "5")())
p.__setstate__((capture, (9,), {"z": 1}, {"mark": "m"}))
print(p(), p.mark)
for state in [(capture, (), {}), [capture, (), {}, None], (None, (), {}, None), (capture, [], {}, None), (capture, (), [], None)]:
    try:
        p.__setstate__(state)
    except TypeError as error:
        print(error)


class A:
    both = functools.partialmethod(capture, 3, b=4)
    nested = functools.partialmethod(both, 5)
    special = functools.partialmethod(capture, self=1, func=2)
    static = functools.partialmethod(staticmethod(capture), 8)
    cls = functools.partialmethod(classmethod(capture), d=9)

    def __repr__(self):
        return "a"


a = A()
print(a.both(6), a.nested(c=7), a.special(), a.static(1), A.both(a, 1))
print(a.cls(1)[1], a.cls.__self__ is A, A.cls.__self__ is A, a.both.__self__ is a, hasattr(a.static, "__self__"))
