# A vending machine as a table of states.
class Machine:
    PRICES = {"cola": 150, "chips": 100, "gum": 35}
    COINS = (100, 50, 20, 10, 5)

    def __init__(self, stock):
        self.stock, self.credit, self.state = dict(stock), 0, self.idle

    def idle(self, kind, arg):
        if kind == "coin":
            self.credit += self.accept(arg)
            return self.has_money
        print("  insert coins first")
        return self.idle

    def has_money(self, kind, arg):
        match kind:
            case "coin":
                self.credit += self.accept(arg)
                return self.has_money
            case "cancel":
                return self.refund()
            case "select":
                price = self.PRICES.get(arg)
                if price is None:
                    print(f"  no {arg}")
                elif not self.stock.get(arg):
                    print(f"  {arg} is sold out")
                elif self.credit < price:
                    print(f"  {price - self.credit} missing")
                else:
                    self.stock[arg] -= 1
                    self.credit -= price
                    print(f"  here is your {arg}")
                    return self.refund()
        return self.has_money

    def accept(self, coin):
        if coin in self.COINS:
            return coin
        print(f"  {coin} rejected")
        return 0

    def refund(self):
        change, rest = [], self.credit
        for c in self.COINS:
            n, rest = divmod(rest, c)
            change += [c] * n
        self.credit = 0
        print("  change", change)
        return self.idle

    def event(self, kind, arg=None):
        print(f"{self.state.__name__}: {kind} {arg if arg is not None else ''}".rstrip())
        self.state = self.state(kind, arg)


m = Machine({"cola": 1, "gum": 2})
for e in [("select", "gum"), ("coin", 50), ("coin", 3), ("select", "cola"), ("coin", 100), ("coin", 50), ("select", "cola"), ("coin", 100), ("coin", 100), ("select", "cola"), ("select", "tea"), ("cancel",)]:
    m.event(*e)
print(m.stock)
