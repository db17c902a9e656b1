# What shows which of two equal times is meant when clocks are set back.
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

zone = ZoneInfo("America/New_York")
first, second = (datetime(2024, 11, 3, 1, 30, fold=fold, tzinfo=zone) for fold in (0, 1))
for moment in (first, second):
    print(repr(moment), moment, moment.utcoffset(), moment.astimezone(timezone.utc), moment.fold)
print(first == second, second - first, second.astimezone(timezone.utc) - first.astimezone(timezone.utc))
print(repr(time(1, 30, fold=1)), repr(datetime(2024, 1, 1, fold=1)))
print(repr(second.replace(fold=0)), repr(datetime(2024, 11, 3, 5, 30, tzinfo=timezone.utc).astimezone(zone) + timedelta(hours=1)))
print(eval(repr(time(1, 30, fold=1)), {"datetime": __import__("datetime")}).fold)
