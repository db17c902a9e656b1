# Dates: how many days, which weekday, which week.
from datetime import date, timedelta

landing = date(1969, 7, 20)
wall = date(1989, 11, 9)
print("from the landing on the moon to the fall of the wall:", (wall - landing).days, "days")
print("that was a", wall.strftime("%A"))

# Fridays the 13th of a year.
year = 2026
bad_luck = [date(year, month, 13) for month in range(1, 13) if date(year, month, 13).weekday() == 4]
print("Fridays the 13th:", *bad_luck)

# The next ten working days.
day = date(2026, 12, 22)
holidays = {date(2026, 12, 25), date(2027, 1, 1)}
work = []
while len(work) < 10:
    if day.weekday() < 5 and day not in holidays:
        work.append(day)
    day += timedelta(days=1)
for day in work:
    print(day.isoformat(), day.strftime("%a"), "week", day.isocalendar()[1])
