# Orders with a builder, prices by decorators of objects, a receipt.
class Pizza:
    def __init__(self, size):
        self.size, self.toppings = size, []

    def add(self, *names):
        self.toppings += names
        return self

    def price(self):
        return {"S": 5, "M": 7, "L": 9}[self.size] + 1.25 * len(self.toppings)

    def __str__(self):
        return f"{self.size} pizza" + (f" with {', '.join(self.toppings)}" if self.toppings else "")


class Extra:
    def __init__(self, item, text, change):
        self.item, self.text, self.change = item, text, change

    def price(self):
        return self.change(self.item.price())

    def __str__(self):
        return f"{self.item}, {self.text}"

    def __getattr__(self, name):
        return getattr(self.item, name)


order = [Pizza("M").add("ham", "olives"), Extra(Pizza("L"), "well done", lambda p: p), Extra(Extra(Pizza("S").add("cheese"), "double", lambda p: p * 2), "voucher", lambda p: max(0, p - 3))]
for n, item in enumerate(order, 1):
    print(f"{n}. {str(item):.<40}{item.price():.>8.2f}")
print(f"{'total':.<43}{sum(i.price() for i in order):.>8.2f}", order[2].size, order[2].toppings)
try:
    Pizza("XL").price()
except KeyError as e:
    print("KeyError:", e)
