import platform

# What it is run on is not told; that it can be asked is.
for name in ("system", "machine", "node", "release", "version", "processor", "python_implementation", "python_version", "platform"):
    print(name, type(getattr(platform, name)()).__name__)
print(platform.python_version_tuple() == tuple(platform.python_version().split(".")), len(platform.architecture()))
