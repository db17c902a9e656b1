# Where code runs: getframeinfo of frames and tracebacks, and what stack() tells.
import inspect


def where():
    info = inspect.getframeinfo(inspect.currentframe().f_back)
    return info.function, info.lineno, info.filename.rpartition("/")[2], info.code_context, info.index


def outer():
    return where()


print(outer())
print(inspect.getframeinfo(inspect.currentframe(), context=3).code_context)
try:
    {}["missing"]
except KeyError as e:
    info = inspect.getframeinfo(e.__traceback__)
    print(info.lineno, info.function, isinstance(info, tuple), isinstance(info, inspect.Traceback))
print([entry.function for entry in inspect.stack()])


def order(item, /, amount, *, gift):
    pass


for arguments, named in (((), {}), ((1,), {}), ((1, 2), {})):
    try:
        inspect.signature(order).bind(*arguments, **named)
    except TypeError as e:
        print(e)
