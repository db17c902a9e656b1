# Dates of many formats, parsed and formatted.
from datetime import date, datetime, time

FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%m/%d/%y", "%d %B %Y", "%b %d, %Y", "%Y%m%dT%H%M%S", "%Y-%m-%d %H:%M:%S.%f", "%j/%Y", "%I:%M %p %d-%m-%Y", "%a, %d %b %Y %H:%M:%S %z"]


def parse(text):
    for f in FORMATS:
        try:
            return datetime.strptime(text, f), f
        except ValueError:
            continue
    raise ValueError(f"unknown format: {text!r}")


for text in ("2024-02-29", "1.12.1999", "7/4/76", "4 July 1976", "Jan 01, 2000", "20240229T235959", "2024-01-02 03:04:05.678", "366/2024",
             "11:05 PM 05-06-2023", "Tue, 05 Mar 2024 10:00:00 +0530", "2023-02-29", "soon"):
    try:
        d, f = parse(text)
        print(f"{text:<32}{d.isoformat():<28}{f}")
    except ValueError as e:
        print(e)
d = datetime(2024, 1, 5, 15, 7, 9, 42)
print(d.strftime("%A %a %B %b %d %m %y %Y %H %I %p %M %S %f %j %U %W %w %u %G-W%V %% %c|%x|%X"))
print(d, d.date(), d.time(), d.isoformat(" ", "minutes"), d.ctime(), f"{d:%H:%M}", format(d), d.toordinal(), d.timetuple()[:8])
print(datetime.fromisoformat("2024-01-05T15:07:09.5+02:00"), date.fromisoformat("20240105"), date.fromisoformat("2024-W01-5"), time.fromisoformat("T12:30Z"))
for bad in ("datetime.fromisoformat('2024-13-01')", "datetime.strptime('x 1', '%d %Y')", "datetime.strptime('2024-01-01 x', '%Y-%m-%d')", "datetime(2024, 2, 30)", "time(24)",
            "date.fromisoformat('24-01-01')", "date(0, 1, 1)", "datetime.strptime('1', '%Q')"):
    try:
        print(eval(bad))
    except ValueError as e:
        print(bad, "->", e)
