# Each function names itself when a tuple has too few fields.
import time

for function in (time.asctime, lambda t: time.strftime("%Y", t), time.mktime):
    try:
        function((2024, 5))
    except TypeError as e:
        print(e)
