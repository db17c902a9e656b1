# Answers of a service: checked, changed and written again.
import json

RESPONSE = '''{"status": "ok", "count": 2, "next": null,
 "items": [{"id": 1, "name": "Caf\\u00e9 \\ud83d\\ude00", "price": 4.50, "tags": []},
           {"id": 2, "name": "Tea", "price": 3e0, "in_stock": false}]}'''
data = json.loads(RESPONSE)
for item in data["items"]:
    print(item["id"], item["name"], item["price"], item.get("in_stock", True), type(item["price"]).__name__)
data["items"][0]["tags"] += ["hot", "é"]
print(json.dumps(data, ensure_ascii=False, sort_keys=True))
print(json.dumps(data["items"], indent=2))
print(json.dumps({"b": [1, 2, {}], "a": [], "c": {"d": None}}, indent="\t", separators=(",", ":")))
print(json.dumps({1: "int", 2.5: "float", True: "bool", None: "none"}), json.dumps((1, (2,))), json.dumps("\u2028\x00\"\\/"), json.dumps([1e100, -0.0, 1.0, 10 ** 20]))
for bad in ('{"a": 1,}', "[1, 2", '{"a" 1}', "{'a': 1}", "nul", "", "[1] x", '"tab\there"', '"\\x41"', '{"a": .5}', '[1,,2]', "01", '{"a":1 "b":2}', '"\\ud83"'):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(f"{bad!r:<16} {e.msg} | {e.lineno} {e.colno} {e.pos}")
