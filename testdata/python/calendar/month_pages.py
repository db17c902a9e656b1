# Calendars as text, and questions about months.
import calendar

print(calendar.month(2024, 2))
c = calendar.TextCalendar(calendar.SUNDAY)
print(c.formatmonth(2023, 10, w=3))
for week in calendar.monthcalendar(2025, 3):
    print(week)
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.weekday(1969, 7, 20))
print(list(calendar.day_abbr), calendar.month_name[1:4], calendar.day_name[calendar.FRIDAY])
print([calendar.monthrange(2023, m)[1] for m in range(1, 13)])
print(calendar.timegm((2024, 2, 29, 12, 0, 0)))
for bad in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.weekday(2023, 2, 30)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
