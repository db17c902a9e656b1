# The limit of digits holds for every text that becomes an int, and errors show the text.
import json
import sys


def attempt(what, *args):
    try:
        value = what(*args)
        print(value if abs(value) < 10**12 else "%d bits" % value.bit_length())
    except ValueError as e:
        print(type(e).__name__, e)


for text in ("12", "-12", " 7 ", "1_000", "0x1f", "", "1__0", "٣٤"):
    for form in (text, text.encode(), bytearray(text.encode())):
        attempt(int, form)
    attempt(int, text, 0)
for text in ("0", "-0", "123456789", "1234567890", "-1234567890", "12345678901234567890"):
    attempt(json.loads, text)
    attempt(eval, text)
for limit in (640, 5000, 0):
    sys.set_int_max_str_digits(limit)
    for digits in (640, 641, 4301, 5001):
        attempt(int, "7" * digits)
        attempt(json.loads, "7" * digits)
    attempt(int, "f" * 6000, 16)
    attempt(eval, "0x" + "f" * 6000)
    for digits in (640, 4301, 5001):
        try:
            print(eval("[0,\n" + "7" * digits + "]")[1].bit_length())
        except SyntaxError as e:
            print(e.msg, e.lineno)
