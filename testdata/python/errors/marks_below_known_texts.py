# Marks under what was running do not depend on texts that became names meanwhile; lines are shown without spaces at their ends.
import logging.handlers
import sys
import traceback


def divide(a, b):
    try: return a / b
    except ZeroDivisionError: print(traceback.format_exc().splitlines()[-2])


def index(items):
    try:
        return items[9] + 0;  
    except IndexError:
        print(traceback.format_exc().splitlines()[-3:-1])


class Settings:
    pass


setattr(Settings, "a text of several words", 1)
sys.intern("another/text of several words")
divide(1, 0)
exec("from logging import Formatter as longer_than_ten_letters")
print(getattr(Settings, "a text of several words"), "another/text of several words", "longer_than_ten_letters" in globals())
divide(2, 0)
index([])
