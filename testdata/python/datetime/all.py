# Dates, times, deltas and zones: arithmetic, formats, parsing, errors.
from datetime import *
import datetime as D
d=date(2024,2,29); print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d+timedelta(days=1), d-date(2023,2,28), d.replace(year=2020), d.strftime("%A %d %B %Y, %j %U %W"), f"{d:%Y/%m/%d}", d.toordinal(), date.fromordinal(738000), d.ctime(), d.timetuple())
t=time(13,5,9,120); print(t, repr(t), t.isoformat("milliseconds"), t<time(14), t.strftime("%I:%M %p %f"), time.fromisoformat("04:23:01.000384"), time.fromisoformat("T0423"))
dt=datetime(2024,12,25,15,30,45,123456); print(dt, repr(dt), dt.isoformat(), dt.date(), dt.time(), dt+timedelta(hours=10,minutes=-3), dt-datetime(2024,1,1), dt.timestamp() if dt.tzinfo else "", dt.strftime("%c|%x|%X|%y|%H%M%S|%%"))
td=timedelta(days=1,hours=5,minutes=3,seconds=2.5); print(td, repr(td), td.total_seconds(), td*2, td/2, td//timedelta(hours=1), -td, abs(-td), td%timedelta(hours=1), divmod(td,timedelta(hours=7)), timedelta(weeks=1.5), timedelta(microseconds=0.5), timedelta(seconds=1.5)/3, td*1.5, bool(timedelta(0)), str(timedelta(-1)), sum([td,td],timedelta()))
print(datetime.strptime("2024-03-01 12:34:56","%Y-%m-%d %H:%M:%S"), datetime.strptime("Mar 5, 2021 3:04 PM","%b %d, %Y %I:%M %p"), datetime.strptime("2021-05-06T07:08:09.5+0530","%Y-%m-%dT%H:%M:%S.%f%z"), datetime.strptime("060","%j"), datetime.strptime("31/12/99","%d/%m/%y"))
for a in ["2024-13-01","2024-02-30","x","2024-01-01T25:00","20240101","2024-W01-1","2024-01-01 00:00:00+02:00","2024-01-01T10:20:30.123Z","2024-01-01T10","2024-01-01T10:20:30.12"]:
    try: print(a, datetime.fromisoformat(a))
    except ValueError as e: print(a, "->", e)
for f in [lambda: date(2023,2,29), lambda: datetime(2024,1,1,24), lambda: datetime.strptime("x","%Y"), lambda: datetime.strptime("2024 x","%Y"), lambda: date.max+timedelta(1), lambda: datetime.strptime("1","%Q"), lambda: timedelta("1"), lambda: date(2024)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
tz=timezone(timedelta(hours=5,minutes=30)); a=datetime(2024,1,1,12,tzinfo=tz); print(a, repr(a), a.astimezone(timezone.utc), a.utcoffset(), a.tzname(), timezone.utc, repr(timezone.utc), a.timestamp(), a==datetime(2024,1,1,6,30,tzinfo=UTC), timezone(timedelta(hours=-3),"X"), a.strftime("%z %Z"))
print(datetime.fromtimestamp(1700000000.123456, timezone.utc), datetime.fromtimestamp(0, tz), sorted([date(2024,5,1),date(2023,1,1)]), {date(2024,1,1): 1}[date(2024,1,1)], hash(dt)==hash(datetime(2024,12,25,15,30,45,123456)), datetime.combine(d,t), dt.replace(microsecond=0).isoformat(" "), date.min, datetime.max, date.fromisocalendar(2024,9,4), max(d, date(2025,1,1)))
class MyD(date): pass
print(MyD(2024,1,1)+timedelta(1), type(MyD(2024,1,1)+timedelta(1)).__name__, isinstance(dt, date), D.MINYEAR)
