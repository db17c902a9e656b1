# Every iterator of itertools, as its documentation shows it, and what it refuses.
from itertools import *
import itertools
print(list(accumulate([1,2,3,4])), list(accumulate([1,2,3], lambda a,b:a*b, initial=10)), list(accumulate([])))
print(list(batched("ABCDEFG",3)), list(pairwise("abcd")), list(chain("ab","cd")), list(chain.from_iterable(["ab",[1,2]])))
print(list(combinations("ABCD",2)), list(combinations(range(4),3)), list(combinations("ab",3)), list(combinations([],0)))
print(list(combinations_with_replacement("ABC",2)), list(combinations_with_replacement([],1)))
print(list(compress("ABCDEF",[1,0,1,0,1,1])), list(islice(count(10),3)), list(islice(count(1.5,0.5),3)), list(islice(cycle("AB"),5)))
print(list(dropwhile(lambda x:x<5,[1,4,6,3,8])), list(takewhile(lambda x:x<5,[1,4,6,3,8])), list(filterfalse(lambda x:x<5,[1,4,6,3,8])), list(filterfalse(None,[0,1,""])))
print([(k,list(g)) for k,g in groupby("AAAABBBCCDAABBB")], [k for k,g in groupby("AAAABBBCCDAABBB")])
print([(k,list(g)) for k,g in groupby([1,3,2,4,5], key=lambda x:x%2)])
print(list(islice("ABCDEFG",2)), list(islice("ABCDEFG",2,4)), list(islice("ABCDEFG",2,None)), list(islice("ABCDEFG",0,None,2)), list(islice(range(10),1,8,3)))
print(list(permutations("ABCD",2)), list(permutations(range(3))), list(permutations([],0)), list(permutations([1],2)))
print(list(product("ABCD","xy")), list(product(range(2),repeat=3)), list(product()), list(product([],"a")), list(product("a",repeat=0)))
print(list(repeat(10,3)), list(starmap(pow,[(2,5),(3,2),[10,3]])), list(zip_longest("ABCD","xy",fillvalue="-")), list(zip_longest()))
a,b=tee([1,2,3]); print(next(a),list(b),list(a))
a,b,c=tee("abc",3); print(list(a),list(c),list(b), tee([],0))
print(count(3), count(2,3), repeat("x"), repeat("x",2), type(chain()).__name__)
it=iter(range(10)); print(list(islice(it,3)), next(it))
for f in [lambda: islice("a",-1), lambda: islice("a",1,2,0), lambda: batched("a",0), lambda: combinations("a",-1), lambda: product("a",repeat=-1), lambda: list(batched("abc",2,strict=True)), lambda: tee("a",-1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
g=groupby([1,1,2,2,2,3]); gs=[(k,g2) for k,g2 in g]; print([list(x) for k,x in gs])
def primes():
    s=count(2)
    while True:
        p=next(s); yield p; s=filterfalse(lambda x,p=p: x%p==0, s)
print(list(islice(primes(),8)))
