# Typecodes, methods and errors of array.
import array

for expression in r"""
array.array('b',[200])
array.array('B',[-1])
array.array('h',[2**15])
array.array('H',[2**16])
array.array('i',[2**31])
array.array('I',[2**32])
array.array('I',[-1])
array.array('q',[2**63])
array.array('Q',[2**64])
array.array('Q',[-1])
array.array('f',['a'])
array.array('i',['a'])
array.array('i',[1.5])
array.array('u',['a'])
array.array('u','héllo')
array.array('w','héllo')
array.array('u',['ab'])
array.array('w',[1])
array.array('z')
array.array('i',b'abc')
array.array('i','abc')
array.array('ii')
array.array(1)
array.array('i').pop()
array.array('i',[1]).pop(4)
array.array('i',[1]).remove(4)
array.array('i',[1]).index(4)
array.array('i',[1])[3]
array.array('i',[1])['a']
array.array('i',[1]).frombytes(b'abc')
array.array('i',[1]).fromlist([1,'a'])
array.array('i',[1]).fromlist(5)
array.array('i',[1])+array.array('h',[1])
array.array('i',[1])+[1]
array.array('i',[1]).extend(array.array('h',[1]))
array.array('u','a').tounicode()
array.array('i',[1]).tounicode()
array.array('w').fromunicode(b'')
array.array('i').fromunicode('')
array.array('d',[1.5,2]), array.array('u'), array.array('w','ab'), array.array('i')
array.typecodes
array.array('q',[1]).typecode, array.array('q',[1]).itemsize
array.array('q',[1]) == array.array('d',[1.0]), array.array('q',[1,3]) < array.array('d',[1.0]), array.array('i',[1])==[1]
array.array('i',[1]).byteswap()
array.array('i',[1,2,3]).index(2,0,-2)
array.array('i',[1,2,3]).index(3,-2)
1 in array.array('d',[1.0])
array.array('i',[1]).tofile(1)
""".strip().split("\n"):
    try:
        print(expression, "->", eval(expression))
    except Exception as e:
        print(expression, "->", type(e).__name__, e)
