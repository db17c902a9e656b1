"""Bank account simulation with custom exceptions and a ledger."""
from __future__ import annotations
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto
import contextlib


class TransactionType(Enum):
    DEPOSIT = auto()
    WITHDRAWAL = auto()
    TRANSFER = auto()


class InsufficientFundsError(Exception):
    def __init__(self, balance: Decimal, amount: Decimal) -> None:
        super().__init__(f"Insufficient funds: balance={balance}, requested={amount}")
        self.balance = balance
        self.amount = amount

    @property
    def shortfall(self) -> Decimal:
        return self.amount - self.balance


@dataclass(frozen=True, order=True)
class Transaction:
    amount: Decimal
    kind: TransactionType = field(compare=False)
    memo: str = field(default="", compare=False, repr=False)


@dataclass
class Account:
    owner: str
    balance: Decimal = Decimal("0.00")
    history: list[Transaction] = field(default_factory=list, repr=False)

    def __post_init__(self):
        if self.balance < 0:
            raise ValueError("initial balance must be non-negative")

    def deposit(self, amount: Decimal | str) -> Account:
        amount = Decimal(amount)
        self.balance += amount
        self.history.append(Transaction(amount, TransactionType.DEPOSIT, memo="cash"))
        return self

    def withdraw(self, amount) -> Account:
        amount = Decimal(amount)
        if amount > self.balance:
            raise InsufficientFundsError(self.balance, amount)
        self.balance -= amount
        self.history.append(Transaction(amount, TransactionType.WITHDRAWAL))
        return self


a = Account("Ada").deposit("100.50").withdraw("20.25")
print(a)
print(*a.history, sep="\n")
print(sorted(a.history, reverse=True)[0].kind.name)
try:
    a.withdraw("1000")
except InsufficientFundsError as e:
    print(type(e).__name__, e, e.shortfall, e.args)
try:
    a.history[0].amount = 5
except AttributeError as e:
    print(type(e).__name__, e)
try:
    Account("Bob", Decimal(-1))
except ValueError as e:
    print(repr(e))
with contextlib.suppress(InsufficientFundsError):
    a.withdraw(10**6)
    print("not reached")
try:
    Account()
except TypeError as e:
    print(e)
try:
    Account("x", balence=3)
except TypeError as e:
    print(e)
print(Account.__annotations__)
print(hash(a.history[0]) == hash(Transaction(Decimal("100.50"), None)))
print(Account("Z") == Account("Z"), Account("Z") != Account("Y"))
