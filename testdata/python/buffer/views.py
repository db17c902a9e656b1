# What a memoryview shows, and as what.
import array

for expression in r"""
memoryview('a')
memoryview(b'abc')['a']
memoryview(b'abc')[5]
memoryview(b'abc')[1]
memoryview(b'abc')[0:1,0]
memoryview(b'abc')[0,0]
memoryview(b'abc')[0,]
memoryview(b'abc')[()]
memoryview(b'abcd').cast('i')[()]
memoryview(b'abcd').cast('z')
memoryview(b'abc').cast('i')
memoryview(b'abcd').cast('i').cast('h')
memoryview(b'abcd').cast('B',[2,2]).tolist()
memoryview(b'abcd').cast('B',[2,2])[0]
memoryview(b'abcd').cast('B',[2,2])[0,1]
memoryview(b'abcd').cast('B',[2,2])[1:].tolist()
memoryview(b'abcd').cast('B',[2,2])[1:,0]
memoryview(b'abcd').cast('B',[2,2])[1:,0:1]
memoryview(b'abcd').cast('B',[2,2])[0,1,2]
memoryview(b'abcd').cast('B',[2,3])
memoryview(b'abcd').cast('B',[2,-3])
memoryview(b'abcd').cast('B',5)
memoryview(b'abcd')[::2].cast('H')
memoryview(b'abcd')[::2].tobytes(), memoryview(b'abcd')[::-1].tolist()
memoryview(b'abcd')[::2].contiguous, memoryview(b'abcd').c_contiguous,memoryview(b'abcd')[::2].strides
memoryview(b'abcd')[0]==97
memoryview(b'abcd').__setitem__(0,1)
memoryview(bytearray(b'abcd')).__setitem__(0,'a')
memoryview(bytearray(b'abcd')).__setitem__(0,300)
memoryview(bytearray(b'abcd')).__setitem__(0,-1)
memoryview(bytearray(b'abcd')).__setitem__(slice(0,2),b'abc')
memoryview(bytearray(b'abcd')).__setitem__(slice(0,2),5)
memoryview(bytearray(b'abcd')).cast('c').__setitem__(0,5)
memoryview(bytearray(b'abcd')).cast('c').__setitem__(0,b'ab')
memoryview(bytearray(b'abcd')).cast('f').__setitem__(0,'a')
memoryview(bytearray(b'abcd')).cast('f').__setitem__(0,1e300)
memoryview(bytearray(b'abcd')).cast('i').__setitem__(0,1.5)
memoryview(bytearray(b'abcd')).cast('?').__setitem__(0,1.5)
memoryview(bytearray(b'abcd')).cast('B',[2,2]).__setitem__(slice(0,1),b'aa')
memoryview(bytearray(b'abcd')).__delitem__(0)
memoryview(bytearray(b'abcd')).cast('i').__setitem__(slice(0,1),b'abcd')
memoryview(b'abcd')==b'abcd', memoryview(b'abcd')==bytearray(b'abcd'), memoryview(b'abcd')=='abcd'
memoryview(b'abcd').cast('i')==memoryview(b'abcd')
hash(memoryview(b'abcd'))==hash(b'abcd')
hash(memoryview(bytearray(b'abcd')))
hash(memoryview(b'abcd').cast('i'))
len(memoryview(b'abcd').cast('B',[2,2])), memoryview(b'abcd').cast('B',[2,2]).shape
memoryview(b'abcd').cast('i',[]).shape
len(memoryview(b'abcd').cast('i',[]))
memoryview(b'abcd').cast('i',[]).tolist()
memoryview(b'abcd')[...]
memoryview(b'abcd').cast('B',[2,2])[...]
list(memoryview(b'abcd').cast('B',[2,2]))
list(memoryview(b'abcd').cast('i',[]))
memoryview(b'abcd').tobytes(order='F'), memoryview(b'abcd').cast('B',[2,2]).tobytes(order='F')
memoryview(b'abcd').tobytes(order='X')
memoryview(b'abcd').hex(':',2)
memoryview(b'abcd').toreadonly().readonly
memoryview(b'abcd').obj, memoryview(b'abcd').nbytes, memoryview(b'abcd').suboffsets, memoryview(b'abcd').format, memoryview(b'abcd').ndim, memoryview(b'abcd').itemsize
memoryview(memoryview(b'abcd')[1:]).tolist()
memoryview(b'abcd').foo
(m:=memoryview(b'abcd')).release() or m.release() or repr(m)[:20]
m.tolist()
m[0]
len(m)
m.obj
m==m, m==b'abcd'
m.__enter__()
b'ab' in memoryview(b'abc')
97 in memoryview(b'abc')
list(reversed(memoryview(b'abc')))
repr(memoryview(b'a'))[:11]
memoryview(b'abc')[0:0].tolist()
memoryview(b'').cast('i').tolist(), memoryview(b'').cast('B',[0,0])
memoryview(b'abcd').cast('@i').format
memoryview(b'abcd').cast('<i')
memoryview(b'abcd').cast(1)
memoryview(b'abcdefgh').cast('i').cast('B',[2,4]).cast('B').tolist()
b''.join([memoryview(b'abc'),b'd']), bytes(memoryview(b'abcd')[::2]), bytearray(memoryview(b'abcdef')[::-2])
int.from_bytes(memoryview(b'abc')[::2]), b'abc' == memoryview(b'axbxc')[::2]
[str(v) for v in memoryview(b'abcd').cast('c')]
memoryview(array.array('i',[1,2,3])).tolist(), memoryview(array.array('d',[1,2]))[1], memoryview(array.array('h',[1,2,3]))[::-1].tolist()
memoryview(array.array('i',[1,2,3])) == array.array('h',[1,2,3])
m[0]
m.release() or 1
bytearray(b'abc')[::-1], bytearray(b'abcdef')[1::2]
""".strip().split("\n"):
    try:
        print(expression, "->", eval(expression))
    except Exception as e:
        print(expression, "->", type(e).__name__, e)

# Steps of which one is more than there is, and steps of these
wide = memoryview(bytes(range(9)))[::2][::2**30]
print(wide.tolist(), wide[::2**30].tolist(), wide[::-1].tolist(), len(memoryview(b"abc")[::-2**62]))
