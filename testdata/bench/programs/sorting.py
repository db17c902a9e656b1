# Lists are sorted, by themselves and by keys.
state = 12345
values = []
for _ in range(8000):
    state = (state * 1103515245 + 12345) % 2147483648
    values.append(state)
records = [("name%05d" % (v % 5000), v % 100, v) for v in values[:3000]]
by_value = sorted(values)
by_text = sorted(str(v) for v in values[:3000])
by_key = sorted(records, key=lambda r: (r[1], r[0]))
values.sort(reverse=True)
nearly = sorted(by_value[:4000] + [1, 2, 3])
print(by_value[0], by_value[-1], by_text[10], by_key[0], by_key[-1], values[1], nearly[3], sum(i * v for i, v in enumerate(by_value)) % 1000003)
