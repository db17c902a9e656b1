def g():
    x = 42
    class X:
        locals()["x"] = 43
        y = x
    print(X.y)
    class Y:
        z = [x for _ in 'a']
        def m(self): return x
    print(Y.z, Y().m())
    class Z:
        nonlocal x
        x = 7
    print(x)
g()
ns = {}; gl = {}
exec("""
def f():
    global y
    y = 3
y = 9
f()
""", gl, ns)
print(sorted(k for k in ns), gl['y'])
