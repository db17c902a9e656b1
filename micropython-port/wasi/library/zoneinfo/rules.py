"""Writes python/zoneinfo/_rules.py: the rule of each time zone, and the year from which it alone holds, from the machine's tz database.

    python3.13 rules.py > ../python/zoneinfo/_rules.py

A zone's file ends with its rule, as POSIX writes it. The year is the one after the last in which what happened is not what the rule says.
"""

import datetime
import os
import zoneinfo
from zoneinfo import _common, _zoneinfo

DAY = 86400
EPOCH = datetime.datetime(1970, 1, 1)


def load(name):
    for folder in zoneinfo.TZPATH:
        path = os.path.join(folder, name)
        if os.path.exists(path):
            with open(path, "rb") as file:
                return _common.load_data(file)
    raise KeyError(name)


def year_of(seconds):
    return (EPOCH + datetime.timedelta(seconds=seconds)).year


def first_year(numbers, times, offsets, names, rule):
    zone = _zoneinfo._parse_tz_str(rule)

    def ruled(seconds):
        info = zone.get_trans_info_fromutc(seconds, year_of(seconds))[0] if isinstance(zone, _zoneinfo._TZStr) else zone
        return int(info.utcoff.total_seconds()), info.tzname

    def happened(number):
        return offsets[numbers[number]], names[numbers[number]]

    for k in reversed(range(len(times))):
        if ruled(times[k]) != happened(k) or k + 1 < len(times) and ruled(times[k + 1] - 1) != happened(k):
            return year_of(times[min(k + 1, len(times) - 1)]) + 1
        if isinstance(zone, _zoneinfo._TZStr):
            begin = times[k - 1] if k else times[k] - 400 * DAY
            if times[k] - begin > 366 * DAY or k and any(ruled(t) != happened(k - 1) for t in range(begin, times[k], 5 * DAY)):
                return year_of(times[k]) + 1
    return 1


rules = {}
for name in sorted(zoneinfo.available_timezones()):
    if "/" in name and not name.startswith(("Etc/", "SystemV/", "posix/", "right/")) or name in ("UTC", "GMT"):
        numbers, times, offsets, _, names, rule = load(name)
        rule = rule.decode()
        area, _, place = name.partition("/")
        rules.setdefault((rule, first_year(numbers, times, offsets, names, rule)), {}).setdefault(area, []).append(place)

print("# Made by zoneinfo/rules.py. Not to be edited. Each line is a rule, the year from which it holds, and zones: an area and its places.")
print('\nRULES = """\\')
for (rule, year), areas in sorted(rules.items()):
    print(rule, year, *(area + "/" + ",".join(places) if places[0] else area for area, places in areas.items()))
print('"""')
