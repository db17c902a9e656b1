def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def ag(n):
    for i in range(n):
        yield i
async def main():
    r = [x async for x in ag(3)]
    s = {x: x async for x in ag(2)}
    t = [await one(x) for x in range(3)]
    out = []
    async for y in ag(3):
        if y == 1: continue
        out.append(y)
    else: out.append("else")
    async with ACM() as z: out.append(z)
    async for q in ag(5):
        if q == 2: break
    g = ag(3)
    out.append(await g.__anext__()); out.append(await g.asend(None)); await g.aclose()
    u = [y async for y in (x * 2 async for x in ag(3))]
    try:
        async with ACM(): raise ValueError("x")
    except ValueError as e: out.append(str(e))
    return r, s, t, out, q, u
async def one(x): return x + 1
class ACM:
    async def __aenter__(self): return "enter"
    async def __aexit__(self, *a): print("exit", a[0]); return False
print(run(main()))
