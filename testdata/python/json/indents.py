# What stands between values: indents, separators, ints and texts.
import json

data = {"a": [1, -2, [], {}, [[]], {"b": {"c": [True, None]}}], "é": 2**31, "": -(2**31) - 1, "n": {"1": 1.5}}
for indent in (None, 0, 1, 4, "", "\t", "--", " " * 20):
    print(json.dumps(data, indent=indent))
    print(json.dumps(data, indent=indent, separators=(",", ":"), ensure_ascii=False))
print(json.dumps(data, separators=("", "")), json.dumps(data, separators=(" ;; ", " => ")))
deep = []
for _ in range(40):
    deep = [deep, 1]
print(len(json.dumps(deep, indent=3)), json.loads(json.dumps(deep, indent=3)) == deep)
print([json.dumps(n) for n in (0, -1, 7, 10, -10, 2**30 - 1, 2**30, -(2**30), 10**18)], json.dumps('q"\\\x00\x1f\x7f\u2028é😀'))
