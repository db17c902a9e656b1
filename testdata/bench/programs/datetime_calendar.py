# Dates and times: steps, differences, formats.
from datetime import date, datetime, timedelta

day = date(2024, 1, 1)
fridays = 0
texts = []
while day < date(2027, 1, 1):
    if day.weekday() == 4 and day.day == 13:
        texts.append(day.strftime("%Y-%m-%d %j"))
    fridays += day.isoweekday() == 5
    day += timedelta(days=1)
moments = [datetime(2025, 3, 1) + timedelta(hours=7 * i, minutes=i) for i in range(500)]
span = max(moments) - min(moments)
back = [datetime.fromisoformat(m.isoformat()) for m in moments]
by_month = {}
for m in moments:
    by_month[(m.year, m.month)] = by_month.get((m.year, m.month), 0) + 1
print(fridays, texts, span, back == moments, sorted(by_month.items()), datetime.strptime("05/11/2025 13:45", "%d/%m/%Y %H:%M"))
