# Ages, working days, ranges of dates, months added, ISO weeks.
from datetime import date, timedelta
from collections import Counter


def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def add_months(d, n):
    y, m = divmod(d.year * 12 + d.month - 1 + n, 12)
    for day in range(d.day, 27, -1):
        try:
            return date(y, m + 1, day)
        except ValueError:
            pass
    return date(y, m + 1, d.day)


def days(start, end, step=1):
    while start < end:
        yield start
        start += timedelta(days=step)


print([age(date(2000, 2, 29), date(2024, 2, d)) for d in (28, 29)])
print([str(add_months(date(2024, 1, 31), n)) for n in (1, 2, 13, -2, -11)])
holidays = {date(2024, 5, 1), date(2024, 5, 9)}
work = [d for d in days(date(2024, 4, 29), date(2024, 5, 13)) if d.weekday() < 5 and d not in holidays]
print(len(work), [f"{d:%d.%m}" for d in work])
print(Counter(d.strftime("%a") for d in days(date(2024, 2, 1), date(2024, 3, 1))))
print(date(2024, 12, 30).isocalendar(), date(2021, 1, 3).isocalendar().week, date.fromisocalendar(2020, 53, 5))
print((date(2024, 12, 24) - date(2024, 2, 29)).days, date.max - date.min, date(2024, 1, 1) + timedelta(days=1.9), date.min)
print(date(2024, 5, 17).replace(day=1), date.fromordinal(738000), date(2024, 1, 1) < date(2024, 1, 2), max(work).isoformat(), hash(date(1, 1, 1)) == hash(date(1, 1, 1)))
for bad in (lambda: date.max + timedelta(1), lambda: date("2024", 1, 1), lambda: date(2024, 1)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
