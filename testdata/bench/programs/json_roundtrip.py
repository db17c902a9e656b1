# Records are written as JSON and read again, as a tool's answer is.
import json

orders = [
    {"id": i, "customer": "customer %d" % (i % 17), "total": i * 1.25, "paid": i % 3 == 0, "note": None,
     "lines": [{"sku": "A-%04d" % (i * j % 997), "count": j + 1} for j in range(4)]}
    for i in range(150)
]
total = 0
for _ in range(4):
    text = json.dumps(orders)
    back = json.loads(text)
    total += sum(line["count"] for order in back for line in order["lines"])
print(len(text), total, back == orders)
