# What has a short way in C, and what stands beside it: subclasses, zones, fields, errors.
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone


def attempt(what, f):
    try:
        print(what, f())
    except Exception as e:
        print(what, type(e).__name__, e)


class Workday(date):
    def isoformat(self):
        return "work " + super().isoformat()


class Stamp(datetime):
    pass


day, moment = date(2024, 2, 29), datetime(2024, 5, 6, 7, 8, 9, 10)
zoned = datetime(2024, 5, 6, tzinfo=timezone.utc)
span = timedelta(days=1, hours=2, milliseconds=5)
monday = Workday(2024, 1, 1)
print(monday, type(monday + span).__name__, monday == date(2024, 1, 1), monday.weekday(), repr(Workday.fromisoformat("2024-01-02")))
print(repr(Stamp(2024, 1, 1) + span), type(Stamp.strptime("2024", "%Y")).__name__, repr(Stamp(2024, 1, 1).date()))
print(day + timedelta(hours=30), day - timedelta(hours=30), moment - day.resolution, -span, span * -3, abs(-span), span / timedelta(hours=1))
print(zoned + span, zoned - datetime(2024, 1, 1, tzinfo=timezone.utc), zoned == datetime(2024, 5, 6, 2, tzinfo=timezone(timedelta(hours=2))))
print(day == datetime(2024, 2, 29), day < date(2024, 3, 1), hash(zoned) == hash(datetime(2024, 5, 6, 2, tzinfo=timezone(timedelta(hours=2)))))
for o in (day, moment, zoned, span, time(1, 2, 3, 4), monday):
    print(pickle.loads(pickle.dumps(o)) == o, copy.deepcopy(o) == o, hash(copy.copy(o)) == hash(o))
attempt("field", lambda: setattr(day, "year", 2025))
attempt("self", lambda: date.weekday(5))
attempt("month", lambda: date(2024, 13, 1))
attempt("kind", lambda: date("2024", 1, 1))
attempt("bool", lambda: repr(date(2024, True, True)))
attempt("zone", lambda: datetime(2024, 1, 1, tzinfo=5))
attempt("order", lambda: moment < zoned)
attempt("order", lambda: day < 5)
attempt("end", lambda: date.max + timedelta(1))
attempt("end", lambda: timedelta.max + timedelta(1))
attempt("end", lambda: timedelta.max - timedelta.max)
attempt("text", lambda: datetime.strptime("2024-02-30", "%Y-%m-%d"))
attempt("text", lambda: date.fromisoformat("2024-02-30"))
attempt("wrong", lambda: timedelta(days="x"))
attempt("zero", lambda: span / timedelta(0))
attempt("large", lambda: timedelta(weeks=10**6, days=-10**6, microseconds=10**9))
attempt("large", lambda: timedelta(999999999) // 3 + timedelta(-999999999))
