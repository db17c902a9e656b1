# An operation of a built-in type is one object, however it is reached.
class Mine(dict):
    pass


print(dict.__repr__ is dict.__repr__, Mine.__repr__ is dict.__repr__, type({}).__len__ is dict.__len__)
print(list.__repr__ is dict.__repr__, object.__repr__ is dict.__repr__, object.__new__ is object.__new__)
print(len({int.__add__, int.__add__, float.__add__}))
