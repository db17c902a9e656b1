"""What CPython's C API does to sequences, for tests that use it as a second way to do what an index does."""


def sequence_getitem(obj, index):
    return obj[index]


def sequence_setitem(obj, index, value):
    obj[index] = value


def sequence_delitem(obj, index):
    del obj[index]
