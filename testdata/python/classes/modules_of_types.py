# Types that are written in C know their module, too; what repeats a sequence wants a number.
import array
import collections
import itertools
import pickle
import re

print(collections.deque, array.array, re.Pattern, re.Match, itertools.chain, int)
print(collections.deque.__module__, array.array.__module__, re.Pattern.__module__, int.__module__)
print(pickle.loads(pickle.dumps(array.array("i", [1, 2, 3]))), pickle.loads(pickle.dumps(collections.deque([1], 4))))
for sequence in ([1], (1,), "a", b"a", array.array("b", [1])):
    try:
        print(sequence.__mul__(2), sequence.__mul__("bad"))
    except TypeError as error:
        print(error)
