from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal, ROUND_HALF_UP
from enum import Enum, auto
from typing import Optional
class Kind(Enum):
    DEPOSIT = auto()
    WITHDRAW = auto()
    TRANSFER = auto()
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need:.2f}, have {have:.2f}")
        self.need, self.have = need, have
@dataclass(frozen=True, order=True)
class Tx:
    when: datetime
    kind: Kind = field(compare=False)
    amount: Decimal = field(compare=False)
    note: Optional[str] = field(default=None, compare=False, repr=False)
@dataclass
class Account:
    owner: str
    balance: Decimal = Decimal("0")
    history: list[Tx] = field(default_factory=list)
    def _log(self, kind, amount, note=None):
        t = datetime(2024, 1, 31, 12) + timedelta(hours=7 * len(self.history))
        self.history.append(Tx(t, kind, amount, note))
    def deposit(self, x):
        if x <= 0: raise ValueError(f"invalid amount: {x!r}")
        self.balance += Decimal(str(x)).quantize(Decimal(".01"), ROUND_HALF_UP)
        self._log(Kind.DEPOSIT, Decimal(str(x)))
        return self
    def withdraw(self, x):
        x = Decimal(str(x))
        if x > self.balance: raise InsufficientFunds(x, self.balance)
        self.balance -= x
        self._log(Kind.WITHDRAW, x)
a = Account("Zoë").deposit(100.555).deposit(7)
try: a.withdraw(1000)
except InsufficientFunds as e: print(type(e).__name__, e, e.need)
a.withdraw(33.33)
print(a)
print(sorted(a.history)[0])
for t in reversed(a.history): print(f"{t.when:%Y-%m-%d %H:%M} {t.kind.name:<10}{t.amount:>10,.2f}")
try: a.deposit(-1)
except ValueError as e: print(repr(e))
try: a.history[0].amount = 3
except Exception as e: print(type(e).__name__, e)
print(Kind(2), Kind['TRANSFER'], list(Kind), Kind.DEPOSIT == 1)
