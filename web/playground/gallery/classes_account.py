# A class that keeps its promises: properties, exceptions of one's own.
class NotEnough(Exception):
    def __init__(self, missing):
        super().__init__(f"{missing} too little")
        self.missing = missing


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self._history = []

    @property
    def balance(self):
        """Can be read, but not set: only deposit and withdraw change it."""
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("a deposit must be positive")
        self._balance += amount
        self._history.append(amount)

    def withdraw(self, amount):
        if amount > self._balance:
            raise NotEnough(amount - self._balance)
        self._balance -= amount
        self._history.append(-amount)

    def __iter__(self):
        return iter(self._history)

    def __repr__(self):
        return f"<{self.owner}: {self._balance}>"


account = Account("Ada", 50)
account.deposit(30)
account.withdraw(45)
print(account, "after", *account)

try:
    account.withdraw(100)
except NotEnough as error:
    print("refused:", error)
try:
    account.balance = 1_000_000
except AttributeError:
    print("nobody sets a balance")
print(account)
