# Special methods are looked up on the type: those that a class has for its instances are not the class's own, nor are those in an instance.
import math, operator, os, copy, asyncio
class C:
    def __len__(self): return 1
    def __iter__(self): return iter([1])
    def __next__(self): return 1
    def __reversed__(self): return iter([1])
    def __contains__(self,x): return True
    def __round__(self,n=0): return 1
    def __trunc__(self): return 1
    def __floor__(self): return 1
    def __ceil__(self): return 1
    def __int__(self): return 1
    def __float__(self): return 1.0
    def __complex__(self): return 1j
    def __index__(self): return 1
    def __bool__(self): return False
    def __abs__(self): return 1
    def __neg__(self): return 1
    def __pos__(self): return 1
    def __invert__(self): return 1
    def __add__(self,o): return 1
    def __radd__(self,o): return 1
    def __iadd__(self,o): return 1
    def __eq__(self,o): return 1
    def __lt__(self,o): return 1
    def __divmod__(self,o): return 1
    def __pow__(self,o,m=None): return 1
    def __getitem__(self,i): return 1
    def __setitem__(self,i,v): return 1
    def __delitem__(self,i): return 1
    def __bytes__(self): return b"x"
    def __fspath__(self): return "p"
    def __format__(self,s): return "f"
    def __repr__(self): return "r"
    def __str__(self): return "s"
    def __hash__(self): return 5
    def __dir__(self): return ["x"]
    def __sizeof__(self): return 5
    def __instancecheck__(self,o): return True
    def __subclasscheck__(self,o): return True
    def __length_hint__(self): return 3
    def __await__(self): return iter([])
    def __aiter__(self): return self
    def __anext__(self): return self
    def __copy__(self): return 1
    def __reduce_ex__(self,p): return "zz"
    def __getattr__(self,n): return "ga"
    def __getattribute__(self,n): return "gab"
    def __setattr__(self,n,v): print("sa")
    def __delattr__(self,n): print("da")
    def __call__(self): return "called"
    def __matmul__(self,o): return 1
    def __missing__(self,k): return 1
    def __buffer__(self,f): return memoryview(b"")
    def __mro_entries__(self,b): return ()
    def __set_name__(self,o,n): print("set_name")
    def __get__(self,o,t): print("get")
    def __set__(self,o,v): print("set")
    def keys(self): return ["a"]
def run(name,f):
    try: print(name, f())
    except BaseException as e: print(name, type(e).__name__, e)
async def aw(): await C
async def af():
    async for x in C: pass
def iadd():
    x=C; x+=1; return x
def seti(): C[0]=1
def deli(): del C[0]
def setd():
    C.zip=1; return C.__dict__['zip']
def dela():
    del C.zip; return 'zip' in C.__dict__
def unp(): a,=C
def dstar(): return {**C}
def sub():
    class D(C): pass
    return D
def desc():
    class D: x=C
    return D().x
tests = dict(len=lambda:len(C), iter=lambda:iter(C), next=lambda:next(C), contains=lambda:1 in C, round=lambda:round(C), trunc=lambda:math.trunc(C),
 floor=lambda:math.floor(C), ceil=lambda:math.ceil(C), int=lambda:int(C), float=lambda:float(C), complex=lambda:complex(C), index=lambda:operator.index(C), bool=lambda:bool(C), abs=lambda:abs(C),
 neg=lambda:-C, pos=lambda:+C, inv=lambda:~C, add=lambda:C+1, radd=lambda:1+C, iadd=iadd, eq=lambda:C==1, lt=lambda:C<1, divmod=lambda:divmod(C,1), pow=lambda:pow(C,1), pow3=lambda:pow(C,1,2),
 get=lambda:C[0], seti=seti, deli=deli, fspath=lambda:os.fspath(C), format=lambda:format(C), fmt2=lambda:f"{C}", repr=lambda:repr(C), str=lambda:str(C), hash=lambda:hash(C)!=5, dir=lambda:"keys" in dir(C),
 isin=lambda:isinstance(1,C), issub=lambda:issubclass(int,C), lh=lambda:operator.length_hint(C,7), aw=lambda:asyncio.run(aw()), af=lambda:asyncio.run(af()), copy=lambda:copy.copy(C) is C, ga=lambda:C.zork, setd=setd, dela=dela,
 matmul=lambda:C@1, unp=unp, dstar=dstar, sub=sub, desc=desc, list=lambda:list(C), tuple=lambda:tuple(C), dict=lambda:dict(C), sum=lambda:sum(C), sorted=lambda:sorted(C), mem=lambda:memoryview(C), rng=lambda:range(C), idx=lambda:[1,2][C], sl=lambda:[1,2][C:], mul=lambda:[1]*C, chr=lambda:chr(C), hexx=lambda:hex(C), pct=lambda:"%d"%C, pctx=lambda:"%x"%C, pctf=lambda:"%f"%C, enumerate=lambda:enumerate(C), zip=lambda:zip(C), map=lambda:map(str,C), minn=lambda:min(C), al=lambda:all(C), math=lambda:math.sqrt(C), isc=lambda:callable(C), deld=lambda:operator.delitem(C,0), conc=lambda:operator.contains(C,1), opn=lambda:open(C), strb=lambda:str(b"", C), ex=lambda:list.extend([],C), upd=lambda:{}.update(C), fk=lambda:dict.fromkeys(C))
for k,f in tests.items(): run(k,f)
i=object.__new__(C)
class P: pass
p=P()
for n in ("len","iter","next","contains","bool","int","call","enter","getitem","add","hash","repr","str","format","eq","index","reversed","bytes","fspath","round","abs","await","dir","neg","float","complex","trunc","length_hint"):
    setattr(p,"__%s__"%n,lambda *a:"inst")
for k,f in dict(len=lambda:len(p),iter=lambda:iter(p),next=lambda:next(p),cont=lambda:1 in p,bool=lambda:bool(p),int=lambda:int(p),call=lambda:p(),gi=lambda:p[0],add=lambda:p+1,hash=lambda:hash(p)!="inst",repr=lambda:repr(p)[:12],str=lambda:str(p)[:12],fm=lambda:f"{p}"[:12],eq=lambda:p==1,ind=lambda:[1][p],rev=lambda:reversed(p),fsp=lambda:os.fspath(p),rnd=lambda:round(p),abs=lambda:abs(p),dir=lambda:"__len__" in dir(p),neg=lambda:-p,fl=lambda:float(p),co=lambda:complex(p),tr=lambda:math.trunc(p),lh=lambda:operator.length_hint(p,9)).items(): run(k,f)
