# What a module does not have is an ImportError, also where the module has a __getattr__; parts of packages are there without an import.
import asyncio
import json

try:
    json.loads("[1,")
except json.decoder.JSONDecodeError as error:
    print(error)
print(json.encoder.JSONEncoder is json.JSONEncoder)
print(asyncio.coroutines.iscoroutinefunction(print))
for module, name in [("typing", "Nothing"), ("string", "nothing")]:
    try:
        exec(f"from {module} import {name}")
    except ImportError as error:
        print(type(error).__name__, str(error).split(" (")[0])
try:
    json.nothing
except AttributeError as error:
    print(error)
