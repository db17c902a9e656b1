# Says what a module has, as a list of (name, kind, detail, members). Runs in the guest.
def kind(value):
    if isinstance(value, type):
        return "class"
    if type(value) is type(sys):
        return "module"
    return "function" if callable(value) else type(value).__name__

def members(cls):
    found = []
    for name in sorted(set(dir(cls))):
        try:
            found.append((name, kind(getattr(cls, name))))
        except Exception:
            found.append((name, "")) # such as a descriptor that wants an instance
    return found

def describe(module):
    found = []
    for name in sorted(set(dir(module))):
        try:
            value = getattr(module, name)
        except AttributeError:
            continue
        what = kind(value)
        if what == "class":
            bases = [base.__name__ for base in getattr(value, "__bases__", ())]
            found.append((name, what, [base for base in bases if base != "object"], members(value)))
        else:
            found.append((name, what, [], []))
    return found

import sys
module = __import__(target)
for part in target.split(".")[1:]:
    module = getattr(module, part)
describe(module)
