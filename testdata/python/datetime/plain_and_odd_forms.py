# Texts of moments: the forms that everybody writes, and those at their edges.
from datetime import date, datetime, timedelta, timezone


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for text in ("2024-02-29", "2023-02-29", "2024-02-29T23:59", "2024-02-29 23:59:59", "2024-02-29x23:59:59.5", "2024-02-29T23:59:59.123",
             "2024-02-29T23:59:59,123456", "2024-02-29T23:59:59.1234567", "2024-02-29T24:00", "2024-02-29T23:60", "2024-13-01", "2024-00-10",
             "0001-01-01T00:00", "2024-02-29T23:59:59+01:00", "2024-02-29T23:59Z", "2024-2-29", "20240229T235959", "2024-W09-4", "2024-02-29T",
             "2024-02-29T23:5", "2024-02-29\u200923:59", "٢٠٢٤-02-29", "2024-02-29T23:59:59.12x", "2024/02/29"):
    show(lambda: datetime.fromisoformat(text))
    show(lambda: date.fromisoformat(text))

for text, form in (("2024-02-29 7:5:9", "%Y-%m-%d %H:%M:%S"), ("29.2.2024", "%d.%m.%Y"), ("2024-02-30", "%Y-%m-%d"), ("31/4/2024", "%d/%m/%Y"), ("12/31/2024 23:59", "%m/%d/%Y %H:%M"),
                   ("20240229", "%Y%m%d"), ("2024-02-29T10:11:12.5", "%Y-%m-%dT%H:%M:%S.%f"), ("2024-02-29  10", "%Y-%m-%d %H"), ("2024-02-29", "%Y-%m-%d "), ("2024-1", "%Y-%m"),
                   ("2024-02-29 24", "%Y-%m-%d %H"), ("2024-02-29 extra", "%Y-%m-%d"), ("24-02-29", "%Y-%m-%d"), ("2024-02-29 10:61", "%Y-%m-%d %H:%M"), ("1 Mar 2024", "%d %b %Y"),
                   ("2024 100", "%Y %j"), ("at 10h on 2024-02-29", "at %Hh on %Y-%m-%d"), ("100% 2024", "100%% %Y"), ("2024", "%Y%"), ("9:05 PM 2024", "%I:%M %p %Y"), ("2024-02-29 10:11:61", "%Y-%m-%d %H:%M:%S")):
    show(lambda: datetime.strptime(text, form))

moment = datetime(2024, 2, 29, 0, 5, 9, 42)
for form in ("%Y-%m-%d %H:%M:%S.%f", "%A, %d. %B %Y", "%a %b %d %I:%M %p", "%j %y %%", "%H%M é", "%d/%m/%Y %Z|%z", "%U %W %u %w", "%x %X %c", "", "no directive"):
    print([moment.strftime(form), moment.date().strftime(form), f"{moment:{form}}"])

print(moment + timedelta(days=366, seconds=-10), moment - timedelta(microseconds=43), date(2024, 12, 31) + timedelta(1), date(2024, 3, 1) - timedelta(hours=30))
show(lambda: datetime.max + timedelta(microseconds=1))
show(lambda: datetime.min - timedelta(days=1))
show(lambda: date.max + timedelta(days=1))
show(lambda: datetime(2024, 2, 30))
show(lambda: datetime(2024, 2, 29, 24))
show(lambda: datetime(2024, 2, 29, fold=2))
show(lambda: datetime(2024, 2, 29.0))
show(lambda: datetime(True, 1, 1))
show(lambda: date(10000, 1, 1))
show(lambda: date.fromordinal(0))
print([date.fromordinal(n).isoformat() for n in (1, 365, 366, 1461, 146097, 146098, 730485, 738945, 3652059)])
print(all(date.fromordinal(n).toordinal() == n for n in range(1, 3652060, 997)))


class Stamp(datetime):
    def __new__(cls, *args, **kwargs):
        return super().__new__(cls, *args, **kwargs)


stamp = Stamp(2024, 2, 29, 1)
print(type(stamp + timedelta(1)).__name__, type(Stamp.fromisoformat("2024-02-29T10:00")).__name__, stamp == datetime(2024, 2, 29, 1), stamp < moment)
print(moment == moment.replace(tzinfo=timezone.utc), datetime(2024, 1, 1, tzinfo=timezone.utc) < datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=-1))))
show(lambda: moment < moment.replace(tzinfo=timezone.utc))
