# Lots of shares bought and sold first in, first out; gains, dividends, a statement.
from collections import defaultdict, deque
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal as D


@dataclass
class Lot:
    day: date
    units: int
    price: D


class Portfolio:
    def __init__(self):
        self.lots, self.cash, self.gains = defaultdict(deque), D(0), defaultdict(D)

    def buy(self, day, name, units, price):
        price = D(price)
        if (cost := units * price) > self.cash:
            raise ValueError(f"{cost} needed, {self.cash} there")
        self.cash -= cost
        self.lots[name].append(Lot(day, units, price))

    def sell(self, day, name, units, price):
        price, left = D(price), units
        held = sum(l.units for l in self.lots[name])
        if held < units:
            raise ValueError(f"only {held} of {name}")
        while left:
            lot = self.lots[name][0]
            n = min(left, lot.units)
            years = (day - lot.day).days / 365
            self.gains["long" if years >= 1 else "short"] += n * (price - lot.price)
            lot.units -= n
            left -= n
            if not lot.units:
                self.lots[name].popleft()
        self.cash += units * price

    def dividend(self, name, each):
        amount = (sum(l.units for l in self.lots[name]) * D(each)).quantize(D("0.01"), ROUND_HALF_EVEN)
        self.cash += amount
        return amount

    def statement(self, prices):
        total = self.cash
        for name in sorted(self.lots):
            units = sum(l.units for l in self.lots[name])
            if units:
                cost = sum(l.units * l.price for l in self.lots[name])
                value = units * D(prices[name])
                total += value
                yield f"{name:<6}{units:>5}{cost / units:>10.3f}{value:>11,.2f}{(value - cost) / cost:>+8.1%}"
        yield f"{'cash':<11}{self.cash:>21,.2f}"
        yield f"{'total':<11}{total:>21,.2f}"


p = Portfolio()
p.cash = D("10000")
p.buy(date(2023, 1, 10), "ACME", 100, "12.50")
p.buy(date(2024, 1, 10), "ACME", 50, "15.10")
p.buy(date(2024, 2, 1), "ZED", 30, "101.05")
p.sell(date(2024, 3, 1), "ACME", 120, "16")
print(p.dividend("ZED", "0.3335"), dict(p.gains))
print(*p.statement({"ACME": "15.50", "ZED": "99"}), sep="\n")
for bad in (lambda: p.buy(date.today(), "ZED", 1000, "100"), lambda: p.sell(date.today(), "ACME", 31, "1")):
    try:
        bad()
    except ValueError as e:
        print("ValueError:", e)
