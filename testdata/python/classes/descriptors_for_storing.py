# Descriptors that have __set__ alone: what they keep in the instance is what is read. None as a special method refuses.
class Checked:
    def __set_name__(self, owner, name):
        self.name = name

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name} must not be negative")
        instance.__dict__[self.name] = value


class Order:
    amount = Checked()
    price = Checked()

    def __init__(self, amount, price):
        self.amount = amount
        self.price = price

    def total(self):
        return self.amount * self.price


order = Order(3, 5)
print(order.amount, order.total(), vars(order), type(Order.amount).__name__, getattr(order, "price"))
order.amount += 4
print(order.total())
try:
    order.price = -1
except ValueError as e:
    print(e, order.price)
del order.__dict__["price"]
print(type(order.price).__name__)


class Both:
    def __get__(self, instance, owner):
        return self

    def __set__(self, instance, value):
        instance.__dict__["both"] = value


class Holder:
    both = Both()


holder = Holder()
holder.both = 5
print(type(holder.both).__name__, vars(holder))


class Refuses:
    __eq__ = __add__ = __radd__ = __lt__ = None


class Asks:
    def __eq__(self, other):
        return "eq"

    def __radd__(self, other):
        return "radd"

    __gt__ = __eq__


for f in (lambda: Refuses() == Asks(), lambda: Asks() == Refuses(), lambda: Refuses() + Asks(), lambda: 1 + Refuses(), lambda: Refuses() < Asks()):
    try:
        print(f())
    except TypeError as e:
        print(e)
