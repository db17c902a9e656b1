# Dates by rule: third Fridays, last weekdays, pay days, weeks of a month.
import calendar
import datetime


def nth_weekday(year, month, weekday, n):
    days = [w[weekday] for w in calendar.monthcalendar(year, month) if w[weekday]]
    return datetime.date(year, month, days[n])


for m in range(1, 7):
    print(nth_weekday(2024, m, calendar.FRIDAY, 2), nth_weekday(2024, m, calendar.MONDAY, -1))
cal = calendar.Calendar(firstweekday=6)
print(list(cal.iterweekdays()))
print([d for d in cal.itermonthdays(2024, 2)][:10])
print([str(d) for d in cal.itermonthdates(2024, 6)][:3], list(cal.itermonthdays2(2024, 9))[:3])
print(len(cal.yeardatescalendar(2024)), cal.monthdayscalendar(2023, 2)[-1])
print(list(calendar.Calendar().itermonthdays4(2024, 2))[-1])


def last_working_day(year, month):
    day = calendar.monthrange(year, month)[1]
    d = datetime.date(year, month, day)
    while d.weekday() >= calendar.SATURDAY:
        d -= datetime.timedelta(days=1)
    return d


print([last_working_day(2024, m).isoformat() for m in (3, 6, 8, 11)])
print(calendar.MONDAY, repr(calendar.MONDAY), calendar.JANUARY, calendar.Month(2).name, calendar.Day.SUNDAY.value)
