# Inheritance with super, properties with checks, class attributes, comparison and hashing.
class Account:
    count = 0
    fee = 1

    def __init__(self, owner, balance=0):
        self.owner, self._balance = owner, balance
        Account.count += 1

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError(f"{self.owner}: balance would be {value}")
        self._balance = value

    def withdraw(self, n):
        self.balance -= n + self.fee

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"

    def __eq__(self, other):
        return self.owner == other.owner if isinstance(other, Account) else NotImplemented

    def __hash__(self):
        return hash(self.owner)


class Savings(Account):
    fee = 0

    def __init__(self, owner, balance=0, *, rate):
        super().__init__(owner, balance)
        self.rate = rate

    def grow(self):
        self.balance += self.balance * self.rate
        return self


a, s = Account("ann", 10), Savings("sue", 100, rate=0.5)
a.withdraw(5)
s.withdraw(50)
print(a, s.grow(), Account.count, a == Account("ann"), a == "ann", len({a, Account("ann"), s}), a.fee, Savings.fee, s.__dict__)
for bad in (lambda: a.withdraw(4), lambda: Savings("x", 1), lambda: Savings("x", 1, 2), lambda: a.nope, lambda: Account(), lambda: a.withdraw(), lambda: a.withdraw("1"), lambda: Account.withdraw(5)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(isinstance(s, Account), issubclass(Savings, Account), Savings.__bases__[0].__name__, Savings.__mro__[-1], type(s) is Account, hasattr(a, "rate"))
