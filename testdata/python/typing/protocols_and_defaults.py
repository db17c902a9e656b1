import typing, collections.abc as c, contextlib
from typing import *
from abc import abstractmethod
def t(n,f):
    try: print(n, f())
    except Exception as e: print(n, type(e).__name__, e)
t('gen',lambda:(Generator[int],AsyncGenerator[str],Generator[int,None,str],ContextManager[int],AsyncContextManager[int],Generator[int].__args__))
def f(x: list[Annotated[int,(1,10)]], y: Annotated[int,1]|None=None)->Dict[str,Annotated[str,2]]: ...
t('hints',lambda:get_type_hints(f)); t('extras',lambda:get_type_hints(f,include_extras=True))
TD=TypedDict('TD',{'a':int,'b':NotRequired[str]},total=True)
t('td',lambda:(TD,TD.__module__,TD.__required_keys__,get_type_hints(TD)))
class TE(TypedDict,total=False):
    q:int
t('te',lambda:(TE,TE.__module__,TE(q=1)))
@runtime_checkable
class Sz(c.Sized, Protocol):
    def foo(self)->int: ...
class A:
    def __len__(self): return 0
    def foo(self): return 1
t('sz',lambda:(isinstance(A(),Sz),isinstance(3,Sz),issubclass(A,Sz)))
class PA(Protocol):
    @abstractmethod
    def m(self): ...
class CA(PA): pass
t('abs',CA)
class CB(PA):
    def m(self): return 3
t('absok',lambda:(CB().m(),isinstance(CB(),PA)))
t('notrt',lambda:isinstance(3,PA))
class Greeter(Protocol):
    name:str
    def greet(self)->str: return 'hi '+self.name
class G2(Greeter):
    def __init__(self): self.name='x'
t('gr',lambda:(G2().greet(), isinstance(G2(),Greeter), G2.__mro__))
T=TypeVar('T')
class It(Protocol[T]):
    def get(self)->T: ...
class Impl(It[int]):
    def get(self): return 1
t('impl',lambda:(Impl().get(),Impl.__orig_bases__,It.__parameters__))
t('sup',lambda:(isinstance(3,SupportsInt),isinstance('a',SupportsInt),isinstance(3,SupportsIndex),issubclass(float,SupportsFloat),isinstance(2.5,SupportsRound)))
class Reg(Protocol): 
    def z(self): ...
class Impl2(Reg): 
    def z(self): return 2
t('gencl',lambda:isinstance(Impl2(),Impl2))
class Both(Impl2, c.Iterable):
    def __iter__(self): return iter(())
t('both',lambda:(list(Both()),Both().z()))
t('bases',lambda:Protocol.__mro__)
from dataclasses import dataclass
@dataclass
class DC(PA):
    x:int=1
    def m(self): return self.x
t('dc',lambda:DC(4).m())
