# texts as keys, floats, loops over lists that change
d = {}
words = ('the zen of ' + ''.join(['py', 'thon ']) * 2 + 'is in the or').split(' ')
for r in range(3):
    for w in words: d[w] = d.get(w, 0) + 1
print(d)
del d['the']; d['the'] = 1; print(list(d), d.pop('zen', None), d.pop('zen', None), 'zen' in d)
e = dict(d); e['x' * 2] = 1; print(e == d, e['x' + 'x'], list(e))
class H(str):
    def __hash__(self): print('h'); return 1
    def __eq__(self, o): print('eq'); return True
k = H('q'); e[k] = 1; print(e[k])
l = [1, 2, 3]
for x in l:
    if len(l) < 6: l.append(x * 2)
print(l)
it = iter(l); print(next(it), list(it), list(it)); l.append(1); print(list(it))
for x in l:
    l.clear()
print(l)
print(1.5 + 2, 3 / 4, 2.0 * 3.5 - 1, 1 / 3 > 0.3, 0.1 + 0.2)
for q in ('', 'a', 'ab', 'the', 'split', '__init__'):
    print(q is q, ''.join(list(q)) == q, {q: 1}[''.join(list(q))])
print(getattr('a b', ''.join(['sp', 'lit']))(''.join([' '])))
