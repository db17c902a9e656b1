# The numbers that CPython draws from the same seeds.
import random
random.seed(42); print(random.random(), random.randint(1,100), random.choice("abcdef"), random.sample(range(100),5), random.uniform(1,2), random.gauss(0,1), random.gauss(0,1), random.getrandbits(100), random.choices([1,2,3],weights=[1,2,3],k=5))
l=list(range(10)); random.shuffle(l); print(l, random.randrange(0,100,7), random.betavariate(1,2), random.expovariate(2), random.gammavariate(2,3), random.normalvariate(0,1), random.triangular(0,5,2), random.randbytes(4), random.binomialvariate(100,0.3), random.vonmisesvariate(0,4))
r=random.Random(7); s=r.getstate(); a=[r.random() for _ in range(3)]; r.setstate(s); print(a==[r.random() for _ in range(3)], random.Random(-5).random()==random.Random(5).random(), random.Random(2**70).random())
for f in [lambda: random.randint(2,1), lambda: random.choice([]), lambda: random.sample([1],2), lambda: random.randrange(0), lambda: random.sample({1},1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
