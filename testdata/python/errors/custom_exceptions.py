# Exceptions of one's own: fields, messages, hierarchies, str and args, chaining, pickled copies.
import copy
import pickle


class ShopError(Exception):
    code = 500

    def __str__(self):
        return f"[{self.code}] {super().__str__() or type(self).__name__}"


class OutOfStock(ShopError):
    code = 409

    def __init__(self, item, wanted, *, left=0):
        super().__init__(f"{wanted} x {item} wanted, {left} left")
        self.item, self.wanted, self.left = item, wanted, left

    def __reduce__(self):
        return rebuild, (self.item, self.wanted, self.left)


def rebuild(item, wanted, left):
    return OutOfStock(item, wanted, left=left)


class NotFound(ShopError, LookupError):
    code = 404


def buy(item, n):
    stock = {"nut": 3}
    try:
        if stock[item] < n:
            raise OutOfStock(item, n, left=stock[item])
    except KeyError as e:
        raise NotFound(item) from e
    return "sold"


for args in (("nut", 2), ("nut", 9), ("bolt", 1)):
    try:
        print(buy(*args))
    except OutOfStock as e:
        print(e, e.args, e.item, e.left, repr(e), e.__cause__)
    except LookupError as e:
        print(e, repr(e), repr(e.__cause__), e.__suppress_context__, isinstance(e, ShopError))
e = OutOfStock("a", 5, left=1)
twin = pickle.loads(pickle.dumps(e))
print(str(twin) == str(e), twin.left, copy.copy(e).wanted, str(ShopError()), str(ShopError("a", 1)), ShopError("x").args)
try:
    try:
        raise NotFound("first")
    except ShopError as err:
        raise type(err)("second") from None
except NotFound as err:
    print(err, err.__context__, err.__suppress_context__)


class Retry(Exception):
    def __init__(self, after):
        self.after = after


try:
    raise Retry(5)
except Retry as r:
    print(r.args, str(r), r.after)
for bad in (lambda: OutOfStock(), lambda: Retry()):
    try:
        bad()
    except TypeError as t:
        print("TypeError:", t)
