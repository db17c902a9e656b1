x = 3.14159; name = "bob"; d = {"a": 1}; n = 42; w = 10
print(f"{x:.2f} {name!r:>{w}} {d['a']} {d["a"]} {n:#x} {n:>{w}} {n=} {n = } {x=:.1f} {name=!s}")
print(f"{{}} {{{n}}} {'nested ' + f'{n} {f"{n+1}"}'}")
print(f'''multi
{n
  + 1}
line''')
print(f"{n:{'>'}{w}}|{'a' if n else 'b'}|{(lambda y: y*2)(4)}|{ {'k': 1}['k'] }|{n!r:}")
print("con" f"cat {n}" 'end' rf"\d{n}\n" fr'{name}\t')
print(f"1" if False else "", f"{'\n'.join(['a','b'])}", f"{n # comment
}")
print(f"{'{}'} {'a:b'} {[1,2][0]:>3} {n,} {*[1,2],}")
class F:
    def __format__(self, s): return f"<{s}>"
    def __repr__(self): return "REPR"
    def __str__(self): return "STR"
print(f"{F()} {F():abc} {F()!r} {F()!s:>5} {F():{n}}")
print(f"{n:,} {1234567:,} {0.5:%} {n:05d} {-n:+} {x:e}")
print(f"{x!a} {'é'!a}")
print(f"a{'b'}c{''}d" "e", f"", f"{n}")
print(f"{n:{{}}}" if 0 else "ok", f"{3:=+5}", f"{'x':=^9}", f'{"a"}')
print(f"{d!r}", f"{n == 42}", f"{n!=41}", f"{n>=1}", f"{(y:=5)} {y}")
