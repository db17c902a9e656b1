# Escapes at the ends of lines, and which values are numbers for the writer.
import csv, io
def t(s, **k):
    try: print(repr(s), k, list(csv.reader(s, **k)))
    except csv.Error as e: print(repr(s), k, e)
t(['a!\n','b\n'],escapechar='!',strict=True)
t(['a!\n','b'],escapechar='!',strict=True)
t(['a!\n','b'],escapechar='!')
t(['a!\n','b,c','d'],escapechar='!')
t(['a!\n','','d'],escapechar='!')
t(['a!\n','\n','d'],escapechar='!')
t(['a!','b,c','d'],escapechar='!')
t(['a!','','d'],escapechar='!')
t(['a!'],escapechar='!')
t(['a!'],escapechar='!', strict=True)
t(['a!\n'],escapechar='!', strict=True)
t(['a!\n'],escapechar='!')
t(['a!\r\n','b'],escapechar='!')
t(['"a!'],escapechar='!')
t(['"!'],escapechar='!')
t(['"!','b"'],escapechar='!')
t(['"!\n','b"'],escapechar='!')
t(['"a!\n"b'],escapechar='!')
t(['2.5!\n','xx'],escapechar='!',strict=True)
t(['2.5"1" !\n','xx'],escapechar='!',strict=True)
t(['2.5"1" !\n','xx'],escapechar='!',strict=True,doublequote=False)
import io
t(['a!\n','b'],escapechar='!',strict=True,doublequote=False)
w=io.StringIO(); from decimal import Decimal; from fractions import Fraction; import datetime
class F:
    def __float__(self): return 1.0
    def __str__(self): return 'F'
class I:
    def __index__(self): return 1
    def __str__(self): return 'I'
c=csv.writer(w,quoting=csv.QUOTE_NONNUMERIC); c.writerow([1,1.5,True,None,'a',Decimal('2.50'),Fraction(1,2),F(),I(),1j,datetime.date(2024,1,1)])
c=csv.writer(w,quoting=csv.QUOTE_STRINGS); c.writerow([1,1.5,True,None,'a',Decimal('2.50'),Fraction(1,2),F(),I(),1j,datetime.date(2024,1,1)])
c=csv.writer(w,quoting=csv.QUOTE_NOTNULL); c.writerow([1,1.5,True,None,'a',Decimal('2.50'),Fraction(1,2),F(),I(),1j,datetime.date(2024,1,1)])
print(w.getvalue())
