# What common wrong calls say.
calls = """
"a".replace("a")
"a".replace()
str(1, 2)
str(b"a", 1)
bytes("a", 1)
open()
dict.fromkeys()
dict.fromkeys([], 1, 2)
sum([1], 2, 3)
"a".translate()
"a".translate({}, 1)
b"a".translate()
int.from_bytes()
str.join(1)
str.upper()
str.upper(1)
list.append(1, 2)
dict.get()
import math.foo
import os.environ
from math import sqroot
"""
for call in calls.strip().splitlines():
    try:
        exec(call)
    except Exception as error:
        print(call, "->", type(error).__name__, error)
    else:
        print(call, "-> nothing")
