# A module's name is no path.
for name in ".", "..", "./x", "a/b", "/", "tmp/", "/tmp", "../tmp":
    try:
        print(name, __import__(name))
    except ModuleNotFoundError:
        print(name, "is no module")
