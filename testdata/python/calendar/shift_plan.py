# Weeks, weekends and shifts from the calendar module.
import calendar
from datetime import date, timedelta

for year in (1900, 2000, 2023, 2024):
    print(year, calendar.isleap(year), calendar.monthrange(year, 2), calendar.weekday(year, 12, 25), end="; ")
print(calendar.leapdays(2000, 2025))
CREW = ["Ann", "Bob", "Cy"]
c = calendar.Calendar(firstweekday=calendar.MONDAY)
for week in c.monthdatescalendar(2024, 2):
    who = CREW[week[0].isocalendar().week % len(CREW)]
    print(f"{week[0]:%d.%m}-{week[-1]:%d.%m} week {week[0].isocalendar().week} {who:<4}", " ".join(f"{d.day:>2}" if d.month == 2 else " ." for d in week))
print(calendar.month_name[2], calendar.day_abbr[0], list(calendar.month_abbr)[:4], calendar.MARCH, calendar.Day.SUNDAY)
print([d for d in c.itermonthdays(2024, 2)][:8], list(c.itermonthdays2(2024, 9))[:3], next(c.itermonthdates(2024, 9)), list(c.iterweekdays()))
sunday = calendar.TextCalendar(calendar.SUNDAY)
print(sunday.formatmonth(2024, 9), sunday.formatweekheader(3))


def working_days(a, b, holidays=()):
    d = a
    while d <= b:
        if d.weekday() < calendar.SATURDAY and d not in holidays:
            yield d
        d += timedelta(1)


def nth(year, month, weekday, n):
    days = [w[weekday] for w in calendar.monthcalendar(year, month) if w[weekday]]
    return date(year, month, days[n - 1 if n > 0 else n])


print(len(list(working_days(date(2024, 5, 1), date(2024, 5, 31), {date(2024, 5, 1), date(2024, 5, 9)}))), nth(2024, 11, calendar.THURSDAY, 4), nth(2024, 5, calendar.MONDAY, -1))
print([f"{y}" for y in range(2020, 2031) if calendar.monthrange(y, 2)[0] == calendar.FRIDAY], sum(date(2024, m, 13).weekday() == 4 for m in range(1, 13)))
for bad in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.monthcalendar(2024, 0)):
    try:
        bad()
    except (ValueError, calendar.IllegalMonthError, calendar.IllegalWeekdayError) as e:
        print(type(e).__name__, e)
print(calendar.timegm((2024, 2, 29, 12, 0, 0)), calendar.firstweekday(), calendar.calendar(2024, w=2, l=1, c=2, m=6).splitlines()[2][:50])
