# Encodings by name, in parts, and in files.
import codecs
print(codecs.encode('Hello','rot13'), codecs.encode(b'abc','hex'), codecs.decode('616263','hex'), codecs.lookup('UTF8').name, codecs.lookup('latin1').name)
print(codecs.BOM_UTF8, codecs.getencoder('utf-8')('ä'), codecs.getdecoder('ascii')(b'abc'))
d=codecs.getincrementaldecoder('utf-8')()
print([d.decode(bytes([b])) for b in 'aä€😀'.encode()], d.decode(b'', True))
for enc in ('utf-16','utf-32','utf-16-le','utf-8-sig','utf-8','utf-32-be'):
    e=codecs.getincrementalencoder(enc)(); d=codecs.getincrementaldecoder(enc)()
    b=b''.join(e.encode(c) for c in 'aä😀b')
    print(enc, b==('aä😀b').encode(enc), ''.join(d.decode(b[i:i+1]) for i in range(len(b))), d.getstate())
print(list(codecs.iterencode(['a','ä'],'utf-8')), list(codecs.iterdecode([b'\xc3',b'\xa4'],'utf-8')))
try: codecs.lookup('nope')
except LookupError as e: print(e)
import io
r=codecs.getreader('utf-8')(io.BytesIO('zeile1\näöü\n'.encode()))
print(r.readline(), r.read())
w=codecs.getwriter('utf-16')(b:=io.BytesIO()); w.write('hi'); w.write('ho'); print(b.getvalue())
try: d=codecs.getincrementaldecoder('utf-8')(); d.decode(b'\xff')
except UnicodeDecodeError as e: print(e)
print(codecs.lookup_error('ignore')(UnicodeEncodeError('ascii','aä',1,2,'x')))
