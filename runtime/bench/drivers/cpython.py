# Runs programs that come as JSON lines, for package bench: see process.go. For CPython.

import gc
import json
import sys
import time
import traceback


def answer(**what):
    print("\x01" + json.dumps(what), flush=True)


answer(version=sys.implementation.name.replace("cp", "CP") + " " + sys.version.split()[0])
for line in sys.stdin:
    source = json.loads(line)["source"]
    gc.collect()
    began = time.perf_counter_ns()
    try:
        exec(compile(source, "program.py", "exec"), {"__name__": "__main__"})
    except BaseException:
        answer(error=traceback.format_exc())
    else:
        answer(ns=time.perf_counter_ns() - began)
