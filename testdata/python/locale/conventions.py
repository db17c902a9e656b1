# Conventions of the C locale used to format and to sort.
import functools
import locale

conv = locale.localeconv()
print(conv["decimal_point"], repr(conv["thousands_sep"]), repr(conv["currency_symbol"]), conv["grouping"])
print(locale.setlocale(locale.LC_ALL, "C"), locale.setlocale(locale.LC_NUMERIC))
for bad in ("xx_YY", "nonsense"):
    try:
        locale.setlocale(locale.LC_ALL, bad)
    except locale.Error as e:
        print("Error:", e)
words = ["banana", "Apple", "cherry", "apple", "Éclair"]
print(sorted(words, key=functools.cmp_to_key(locale.strcoll)) == sorted(words))
print(sorted(words, key=locale.strxfrm) == sorted(words))
print(locale.format_string("%d items at %.2f", (12345, 6.5)), locale.format_string("%s|%5d", ("x", 7), grouping=True))
print(locale.str(3.14), locale.atof("2.50"), locale.atoi("-12"), locale.delocalize("1.5"))
print(locale.LC_ALL != locale.LC_TIME, issubclass(locale.Error, Exception))
try:
    locale.currency(10)
except ValueError as e:
    print("ValueError:", e)
