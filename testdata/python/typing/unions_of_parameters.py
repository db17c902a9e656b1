# Unions and annotations with the type parameters of a class or function.
class A[T]:
    x: T | None = None
    y: "T"
    def f[U](self, a: U | None, b: T | int, c: int | T, d: None | U) -> 'U | None': ...
    print(T | None, T | int, int | T, None | T, T | 'x', 'x' | T)
print(A.__annotations__, A.f.__annotations__)
print(A[int] | None, None | A[int])
def g[*Ts, **P](*a: *Ts, **k: P.kwargs): ...
print(g.__annotations__)
type X[T] = T | None
print(X.__value__, X[int], X[int] | None, X | None)
import typing
print((int | None) == typing.Optional[int], type(int | None))
print(isinstance(1, int | None))
try: isinstance(1, A.__type_params__[0] | None)
except TypeError as e: print(e)


def logged[**P, R](f: typing.Callable[P, R]) -> typing.Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        print(f.__name__, args, kwargs)
        return f(*args, **kwargs)
    print(inner.__annotations__)
    return inner


@logged
def add(a, b=2): return a + b


print(add(1), add(1, b=5))
class Array[*Shape]: pass
print(Array[int, str], Array[()], [*Array.__type_params__])
type Many[*Ts] = tuple[*Ts]
print(Many[int, str], Many.__value__)
