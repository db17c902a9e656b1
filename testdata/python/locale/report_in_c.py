# Numbers, words and dates written under the C locale, whatever the machine.
import locale
import time

print(locale.setlocale(locale.LC_ALL, "C"))
for v in (1234567.891, -5, 0):
    print(locale.format_string("%.2f", v), locale.format_string("%10.1f|", v, grouping=True), locale.str(float(v)))
print(locale.format_string("%s has %d of %.1f%%", ("ann", 3, 12.5)), locale.atof("1234.5"), locale.atoi("42"))
words = ["b", "A", "a", "B", "ä"]
print(sorted(words, key=locale.strxfrm), locale.strcoll("a", "b") < 0, locale.strcoll("a", "a"))
c = locale.localeconv()
print(c["decimal_point"], c["grouping"], c["int_curr_symbol"] == "", c["frac_digits"])
print(time.strftime("%a %d %b %Y %p", (2024, 2, 29, 13, 0, 0, 3, 60, 0)), f"{1234567:n}")
for bad in (lambda: locale.setlocale(locale.LC_ALL, "de_XX.nope"), lambda: locale.currency(5), lambda: locale.atof("1,5"), lambda: locale.format_string("%d", "x")):
    try:
        bad()
    except (locale.Error, ValueError, TypeError) as e:
        print(type(e).__name__)
