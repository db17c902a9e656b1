# The C locale, which is the only one that a program can count on.
import locale

print(locale.setlocale(locale.LC_ALL, "C"), locale.setlocale(locale.LC_NUMERIC))
conv = locale.localeconv()
print(repr(conv["decimal_point"]), repr(conv["thousands_sep"]), conv["grouping"], repr(conv["currency_symbol"]))
print(locale.format_string("%d items at %.2f", (1234567, 9.5)), locale.format_string("%d", 1234567, grouping=True), locale.str(0.5))
print(locale.atof("3.25"), locale.atoi("42"), locale.strcoll("a", "b") < 0, sorted(["b", "A", "a"], key=locale.strxfrm), locale.delocalize("1.5"))
try:
    locale.setlocale(locale.LC_ALL, "xx_YY.nope")
except locale.Error as e:
    print("Error:", e)
print(isinstance(locale.getpreferredencoding(), str), locale.LC_TIME != locale.LC_MONETARY)
try:
    locale.currency(5)
except ValueError as e:
    print(e)
