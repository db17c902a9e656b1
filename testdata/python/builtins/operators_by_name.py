# Operators of built-in types called by name: which operands they take, and NotImplemented for others.
for x, y in [(1,1.0),(1,2),(True,1),(1,1j),(1,'a'),(1.0,1),(1.0,1j),(1j,1),(1j,1.0),(1j,'a'),('a',1),(b'a','a'),((1,),[1]),([1],(1,)),({1:2},1),({1},[1]),(frozenset([1]),{1}),(None,1),(range(1),1),(slice(1),1),(len,1),(bytearray(b'a'),b'a'),(bytearray(b'a'),'a'),(memoryview(b'a'),b'a'),(0.5, True)]:
    for op in ('__eq__','__ne__','__lt__','__le__','__gt__','__ge__','__add__','__radd__','__mul__','__rmul__','__sub__','__truediv__','__and__','__pow__','__divmod__','__mod__','__or__','__ror__','__lshift__', '__rsub__', '__rtruediv__', '__floordiv__'):
        try:
            r = getattr(x, op)(y)
            if type(r).__name__ == 'method' : r = 'm'
            print(repr(x)[:9], op, y, r)
        except Exception as e:
            m = str(e)
            print(repr(x)[:9], op, y, type(e).__name__, m if '0x' not in m else '')
