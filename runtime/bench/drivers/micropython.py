# Runs programs that come as JSON lines, for package bench: see process.go. For MicroPython's port unix.

import gc
import io
import json
import sys
import time


def answer(what):
    print("\x01" + json.dumps(what))


answer({"version": "MicroPython " + ".".join(str(n) for n in sys.implementation[1][:3])})
while True:
    line = sys.stdin.readline()
    if not line:
        break
    source = json.loads(line)["source"]
    gc.collect()
    began = time.ticks_us()
    try:
        exec(compile(source, "program.py", "exec"), {"__name__": "__main__"})
    except BaseException as error:
        text = io.StringIO()
        sys.print_exception(error, text)
        answer({"error": text.getvalue()})
    else:
        answer({"ns": time.ticks_diff(time.ticks_us(), began) * 1000})
