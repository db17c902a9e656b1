# A deque where the language looks at a type: patterns, type parameters, weak references.
import weakref
from collections import deque

for value in (deque([1, 2]), deque(), deque("abc", 2)):
    match value:
        case []:
            print("empty")
        case [first, second]:
            print(first, second)
        case _:
            print("no sequence")

print(deque[int])
print(deque[int]([1]))
values = deque([1, 2, 3])
reference = weakref.ref(values)
print(reference() is values)
