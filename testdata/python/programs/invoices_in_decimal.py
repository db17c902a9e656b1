# Invoices: decimal money with contexts and rounding, banker's rounding, formatting with locale-free separators, CSV in, JSON out, templates.
import csv
import io
import json
from collections import namedtuple
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, getcontext, localcontext
from itertools import accumulate, batched, chain, pairwise, zip_longest
from string import Template
import statistics

CENT = Decimal("0.01")
RATES = {"DE": Decimal("0.19"), "FR": Decimal("0.20"), "CH": Decimal("0.081")}
DATA = '''customer,country,date,item,qty,price
"Smith, Ltd",DE,2024-01-31,Widget,3,19.99
"Smith, Ltd",DE,2024-01-31,"Nut ""M4""",1000,0.015
Dupont,FR,2024-02-29,Gizmo,2,1249.50
Müller,CH,2024-12-31,Bolt,12.5,3.333
Dupont,FR,2024-03-15,Service,abc,10
'''
Line = namedtuple("Line", "item qty price", defaults=[Decimal(0)])


def money(value, places=2, *, symbol="€"):
    q = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{symbol}{q:,.{places}f}" if q >= 0 else f"({symbol}{-q:,.{places}f})"


class Invoice:
    def __init__(self, number, customer, country, issued):
        self.number, self.customer, self.country, self.issued = number, customer, country, issued
        self.lines = []

    @property
    def net(self):
        return sum(((l.qty * l.price).quantize(CENT, ROUND_HALF_EVEN) for l in self.lines), Decimal())

    @property
    def tax(self):
        return (self.net * RATES[self.country]).quantize(CENT, rounding=ROUND_HALF_UP)

    @property
    def due(self):
        due = self.issued + timedelta(days=30)
        while due.weekday() >= 5:
            due += timedelta(days=1)
        return due

    def default(self):
        return {"no": self.number, "customer": self.customer, "total": self.net + self.tax, "due": self.due}


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Decimal):
            return str(o)
        if isinstance(o, date):
            return o.isoformat()
        if hasattr(o, "default"):
            return o.default()
        return super().default(o)


invoices = {}
errors = []
for n, row in enumerate(csv.DictReader(io.StringIO(DATA)), start=2):
    try:
        issued = date.fromisoformat(row["date"])
        line = Line(row["item"], Decimal(row["qty"]), Decimal(row["price"]))
    except InvalidOperation as e:
        errors.append(f"line {n}: {row['qty']!r}: {e}")
        continue
    key = row["customer"], issued
    if key not in invoices:
        invoices[key] = Invoice(f"{issued:%Y}-{len(invoices) + 1:03d}", row["customer"], row["country"], issued)
    invoices[key].lines.append(line)

template = Template("Invoice $no for ${customer}: $total due $due ($$)")
for inv in invoices.values():
    print(template.substitute(no=inv.number, customer=inv.customer, total=money(inv.net + inv.tax), due=f"{inv.due:%A, %d %B %Y}"))
    for l in inv.lines:
        print(f"    {l.item:<10.8}|{l.qty:>10.2f}|{l.price:>12,.4f}|{l.qty * l.price:^+14,.2f}|{(l.qty * l.price):e}")
    print(f"    {'net':<5}{inv.net:>12,} tax {inv.tax}")
print(errors)
print(json.dumps(list(invoices.values()), cls=Encoder, ensure_ascii=False, indent=2))
try:
    json.dumps({1, 2}, cls=Encoder)
except TypeError as e:
    print(e)
print(json.loads('{"a": 1.10, "b": [1e2]}', parse_float=Decimal))
with localcontext() as ctx:
    ctx.prec = 6
    print(Decimal(1) / 3, Decimal(2).sqrt(), Decimal("1e3").normalize(), +Decimal("3.14159265"))
    ctx.traps[DivisionByZero] = False
    print(Decimal(1) / 0, Decimal("NaN").is_nan(), Decimal("-0"))
print(getcontext().prec, Decimal("2.675").quantize(CENT), Decimal(2.675), round(Decimal("2.5")), round(Decimal("1.25"), 1))
try:
    Decimal(1) / 0
except DivisionByZero as e:
    print(repr(e))
print(Decimal("123.4500").as_tuple(), Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), Decimal(7) // -2, Decimal(7) % -2, divmod(Decimal("7.5"), 2))
print(max(Decimal("1.10"), Decimal("1.1")), hash(Decimal("1.0")) == hash(1), Decimal("1.1") < 1.1, int(Decimal("-3.9")), Decimal.from_float(0.5))
print(f"{Decimal('1234567.891'):,.2f} {Decimal('0.00001234')} {Decimal('1E+5')} {Decimal('0.25'):.1%} {Decimal(12):08.2f}")
print(list(accumulate([Decimal("1.1")] * 4)), list(batched("ABCDEFG", 3)), list(pairwise([1, 2, 4])), list(zip_longest("ab", "c", fillvalue="-")))
amounts = [float(i.net) for i in invoices.values()]
print(statistics.mean(amounts), statistics.median(amounts), round(statistics.stdev(amounts), 6), statistics.mean([Decimal("1.5"), Decimal("2.25")]))
print(statistics.quantiles([1, 2, 3, 4, 5], n=4), statistics.mode("aabbb"), statistics.correlation([1, 2, 3], [2, 4, 7]), statistics.linear_regression([1, 2, 3], [2, 4, 6]))
print(datetime(2024, 3, 1, 12, tzinfo=timezone.utc).timestamp(), datetime.fromtimestamp(0, timezone(timedelta(hours=2), "X")), (date(2024, 3, 1) - date(2024, 2, 1)).days)
