# What the module sys says of numbers, and a limit that it sets.
import sys

print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig)
print(sys.float_info.max_exp, sys.float_info.min_exp, sys.float_info.radix, sys.float_info.rounds, sys.float_repr_style)
print(sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
print(sys.hash_info.inf, sys.hash_info.nan, sys.hash_info.imag)
print(sys.maxunicode, hex(sys.hexversion)[:6], sys.getdefaultencoding(), sys.getfilesystemencoding())
print(sys.flags.optimize, sys.flags.dev_mode, sys.gettrace(), sys.exception(), sys.getrecursionlimit())
try:
    1 / 0
except ZeroDivisionError as e:
    print(sys.exception() is e)
print(sys.get_int_max_str_digits())
try:
    str(10**5000)
except ValueError as e:
    print(e)
sys.set_int_max_str_digits(0)
print(len(str(10**5000)), int("1" * 5000).bit_length())
sys.set_int_max_str_digits(640)
try:
    int("1" * 641)
except ValueError as e:
    print(e)
try:
    sys.set_int_max_str_digits(10)
except ValueError as e:
    print(e)
try:
    sys.no_such_attribute
except AttributeError as e:
    print(e)
